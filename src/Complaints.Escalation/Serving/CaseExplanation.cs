using System.Collections.Immutable;
using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;

namespace Complaints.Escalation.Serving;

/// <summary>A score taken apart: what was known before, what each feature added and what waiting added sum to its log-odds.</summary>
public sealed record CaseExplanation
{
    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Source system of the case.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>Its reference there.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Landlord's code; empty where none is certain.</summary>
    public required string Landlord { get; init; }

    /// <summary>The day of the score.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day whose facts were read: that of the response for an answered case.</summary>
    public required DateOnly FactsOf { get; init; }

    /// <summary>Open or answered.</summary>
    public required CaseState State { get; init; }

    /// <summary>Probability of a request for stage 2 within the horizon after the response; in (0, 1).</summary>
    public required double Probability { get; init; }

    /// <summary>
    /// Its log-odds: <see cref="BaseLogOdds"/>, all <see cref="Effects"/> and <see cref="WaitingLogOdds"/> together, to 10⁻⁹.
    /// </summary>
    public required double LogOdds { get; init; }

    /// <summary>Log-odds before anything is known of the case.</summary>
    public required double BaseLogOdds { get; init; }

    /// <summary>What the time since the response without an escalation adds; 0 while open.</summary>
    public required double WaitingLogOdds { get; init; }

    /// <summary>The reasons as the list shows them.</summary>
    public required ImmutableArray<ScoredReason> Reasons { get; init; }

    /// <summary>Every feature that moved the score, strongest first.</summary>
    public required ImmutableArray<FeatureEffect> Effects { get; init; }

    /// <summary>Probability before anything is known of the case.</summary>
    public double BaseProbability => Learning.LogOdds.ToProbability(BaseLogOdds);

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
        return new CaseExplanation
        {
            ModelVersion = model.Manifest.Version,
            SourceSystem = score.SourceSystem,
            CaseReference = score.CaseReference,
            Landlord = score.Landlord,
            AsOf = score.AsOf,
            FactsOf = score.FactsOf,
            State = score.State,
            Probability = score.Probability,
            LogOdds = score.Margin,
            BaseLogOdds = score.BaseValue,
            WaitingLogOdds = score.Waiting,
            Reasons = ScoredReason.Of(score),
            Effects =
            [
                .. FeatureList.All
                    .Select((feature, f) => new FeatureEffect(
                        feature.Name, feature.Title, feature.Tell(moment).Text, score.Contributions[f]))
                    .Where(effect => effect.Contribution != 0)
                    .OrderByDescending(effect => Math.Abs(effect.Contribution))
                    .ThenBy(effect => effect.Feature, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The score of a case among those of a day.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="asOf">Their day.</param>
    /// <param name="query">The case.</param>
    /// <param name="visible">The cases that the reader may see, by source system and reference; others do not exist for the reader.</param>
    /// <exception cref="UserException">No such case is at risk, or cases of several sources have the reference.</exception>
    internal static RiskScore Find(
        ImmutableArray<RiskScore> scores, DateOnly asOf, CaseQuery query, IReadOnlySet<(string Source, string Reference)> visible)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(visible);
        CaseReferences.Require(query.CaseReference);
        RiskScore[] found =
        [
            .. scores.Where(s => s.CaseReference == query.CaseReference
                && (query.SourceSystem is null || s.SourceSystem == query.SourceSystem)
                && visible.Contains((s.SourceSystem, s.CaseReference))),
        ];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new UserException(
                string.Create(CultureInfo.InvariantCulture, $"No case '{query.CaseReference}' is at risk of escalation on {asOf:yyyy-MM-dd}."),
                where: "case",
                expected: "a case that is open at stage 1, or was answered within the horizon and is not escalated",
                fix: "choose one of 'complaints risk list'"),
            _ => throw CaseReferences.OfSeveralSources(query.CaseReference, [.. found.Select(s => s.SourceSystem)]),
        };
    }
}
