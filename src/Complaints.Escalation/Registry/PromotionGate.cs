using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Registry;

/// <summary>Whether a model may come into use, and on which of its evaluations.</summary>
internal static class PromotionGate
{
    /// <summary>The newest evaluation that something can be decided on; null where there is none.</summary>
    public static EvaluationRecord? Decisive(ImmutableArray<EvaluationRecord> evaluations) => evaluations.LastOrDefault(e => e.Evaluation.IsSufficient);

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

/// <summary>A version's time in use.</summary>
/// <param name="Version">The version.</param>
/// <param name="PromotedAt">Since when, UTC.</param>
/// <param name="Evaluation">Number of the evaluation it stands on; 0 where that is not known.</param>
/// <param name="ManifestHash">SHA-256 of the manifest as it was then, lower-case hex; null where that is not known.</param>
internal sealed record Promotion(string Version, DateTimeOffset PromotedAt, int Evaluation = 0, string? ManifestHash = null);

/// <summary>
/// The pointer file of the registry: the version in use and those before it, oldest first. It is replaced in one step, so there is one model in
/// use or another, never none by accident.
/// </summary>
/// <param name="InUse">Promotions in order; the last one is in use. Rolling back takes it off.</param>
/// <param name="RolledBack">Promotions that were taken off.</param>
internal sealed record Promotions(ImmutableArray<Promotion> InUse, ImmutableArray<Promotion> RolledBack)
{
    private const string FileName = "promoted.json";

    public string? Current => InUse.IsEmpty ? null : InUse[^1].Version;

    /// <summary>The promotion in use, if it is of this version.</summary>
    public Promotion? Of(string version) => Current == version ? InUse[^1] : null;

    public static Promotions Read(string models)
    {
        string file = Path.Combine(models, FileName);
        return File.Exists(file) ? RegistryJson.Read<Promotions>(file) : new Promotions([], []);
    }

    /// <summary>Replaces the pointer file; call it under <see cref="RegistryLock"/>.</summary>
    public void Write(string models)
    {
        string file = Path.Combine(models, FileName);
        DurableFile.RemoveLeftovers(file);
        DurableFile.Replace(file, RegistryJson.ToBytes(this));
    }

    public bool Knew(string version) => InUse.Concat(RolledBack).Any(p => p.Version == version);
}
