using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Registry;

/// <summary>Whether a model may come into use, and on which of its evaluations.</summary>
internal static class PromotionGate
{
    /// <summary>The newest evaluation that something can be decided on; null where there is none.</summary>
    public static EvaluationRecord? Decisive(ImmutableArray<EvaluationRecord> evaluations) =>
        evaluations.LastOrDefault(e => e.Evaluation.IsSufficient);

    /// <summary>The evaluation that a promotion stands on.</summary>
    /// <exception cref="UserException">There is none, or one speaks against it.</exception>
    public static EvaluationRecord Of(RegisteredModel model)
    {
        string version = model.Manifest.Version;
        if (model.Evaluations is not [.., EvaluationRecord newest])
        {
            throw new UserException(
                $"Model {version} was not evaluated on later months yet.",
                expected: "a model that was shown to beat the rule of thumb",
                fix: $"run 'complaints risk evaluate --model {version}', then promote it");
        }

        if (Decisive(model.Evaluations) is not EvaluationRecord decisive)
        {
            throw new UserException(
                $"Model {version} is not promoted. {newest.Evaluation.Verdict}",
                expected: $"an evaluation with at least {EvaluationOptions.DefaultMonths} months, {EvaluationOptions.DefaultResamples} samples and {Domain.Limits.EvaluationPositives} escalated cases of either kind",
                fix: $"run 'complaints risk evaluate --model {version}' without --months and --resamples; where escalations are too few, load more history");
        }

        EvaluationRecord? against = model.Evaluations.LastOrDefault(
            e => e.WarehouseLoad == decisive.WarehouseLoad && e.Evaluation is { IsSufficient: true, BeatsRule: false });
        return against is null
            ? decisive
            : throw new UserException(
                $"Model {version} is not promoted. {against.Evaluation.Verdict}",
                where: $"evaluation {against.Number}",
                expected: "a higher ROC-AUC than the rule on later months, beyond chance, for answered cases, and no lower one for open cases",
                fix: "load more history, or go on ranking by the rule: it is as good");
    }
}
