using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Escalation.Features;
using Complaints.Escalation.Learning;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;

namespace Complaints.Escalation.Serving;

/// <summary>What one feature added to a score.</summary>
/// <param name="Feature">Stable name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Fact">The case's own fact as a sentence.</param>
/// <param name="Contribution">Log-odds it added.</param>
public sealed record FeatureEffect(string Feature, string Title, string Fact, double Contribution);

/// <summary>A score taken apart: the base value, what each feature added, and what waiting added sum to its log-odds.</summary>
/// <param name="ModelVersion">Version of the model.</param>
/// <param name="Score">The score with its reasons.</param>
/// <param name="Reasons">The reasons as the list shows them.</param>
/// <param name="BaseProbability">Probability before anything is known of the case.</param>
/// <param name="Effects">Every feature that moved the score, strongest first.</param>
public sealed record CaseExplanation(
    string ModelVersion, RiskScore Score, ImmutableArray<ScoredReason> Reasons, double BaseProbability, ImmutableArray<FeatureEffect> Effects)
{
    /// <summary>Explains the score of a case.</summary>
    /// <param name="model">The model.</param>
    /// <param name="history">The cases.</param>
    /// <param name="score">The score, made with the model from these cases.</param>
    /// <param name="cancellationToken">Stops the features.</param>
    public static CaseExplanation Of(StoredModel model, CaseHistory history, RiskScore score, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(score);
        int at = Enumerable.Range(0, history.Cases.Length)
            .First(i => history.Cases[i].CaseReference == score.CaseReference && history.Cases[i].SourceSystem == score.SourceSystem);
        cancellationToken.ThrowIfCancellationRequested();
        CaseMoment moment = new FeatureBuilder(history, model.Rule).At(new PredictionPoint(at, score.FactsOf, PointKind.Response));
        return new CaseExplanation(
            model.Manifest.Version,
            score,
            ScoredReason.Of(score),
            LogOdds.ToProbability(score.BaseValue),
            [
                .. FeatureList.All
                    .Select((feature, f) => new FeatureEffect(
                        feature.Name, feature.Title, feature.Tell(moment).Text, score.Contributions[f]))
                    .Where(effect => effect.Contribution != 0)
                    .OrderByDescending(effect => Math.Abs(effect.Contribution))
                    .ThenBy(effect => effect.Feature, StringComparer.Ordinal),
            ]);
    }

    /// <summary>The score of a case among those of a day.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="asOf">Their day.</param>
    /// <param name="caseReference">The case.</param>
    /// <param name="sourceSystem">Its source; null where the reference alone tells.</param>
    /// <param name="maySee">Which landlords' cases the reader may see; the others do not exist for the reader.</param>
    /// <exception cref="UserException">No such case is at risk, or cases of several sources have the reference.</exception>
    public static RiskScore Find(
        ImmutableArray<RiskScore> scores, DateOnly asOf, string caseReference, string? sourceSystem, Func<string, bool> maySee)
    {
        ArgumentNullException.ThrowIfNull(maySee);
        RiskScore[] found =
        [
            .. scores.Where(s => s.CaseReference == caseReference && (sourceSystem is null || s.SourceSystem == sourceSystem) && maySee(s.Landlord)),
        ];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new UserException(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"No case '{caseReference}' is at risk of escalation on {asOf:yyyy-MM-dd}."),
                where: "case",
                expected: "a case that is open at stage 1, or was answered within the horizon and is not escalated",
                fix: "choose one of 'complaints risk list'"),
            _ => throw new UserException(
                $"Cases of {found.Length} sources have the reference '{caseReference}': {string.Join(", ", found.Select(s => s.SourceSystem))}.",
                where: "source",
                expected: "the source system of the case meant",
                fix: "give it with --source"),
        };
    }
}
