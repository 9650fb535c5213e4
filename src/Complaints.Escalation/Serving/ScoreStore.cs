using System.Collections.Immutable;
using Complaints.Escalation.Scoring;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Serving;

/// <summary>Writes scores into the warehouse, published as a whole like a load.</summary>
public static class ScoreStore
{
    /// <summary>Name under which the publication of scores stands among the loads.</summary>
    public const string LoadSet = "escalation-scores";

    private const string Source = "complaints";

    /// <summary>Writes the scores of a day. A list that was there for the day stays beside it, under the load it knew of.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="scored">The warehouse as it was read for scoring.</param>
    /// <param name="modelVersion">Version of the model.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="cancellationToken">Stops before publishing; then nothing is written.</param>
    /// <exception cref="Domain.Errors.UserException">Another process is writing.</exception>
    public static async Task<PublishResult> WriteAsync(
        IWarehouse warehouse,
        SnapshotInfo scored,
        string modelVersion,
        ImmutableArray<RiskScore> scores,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(scored);
        // The cut-off is that of the data: scores know nothing newer.
        LoadHeader header = new(LoadSet, scored.DataCutOff ?? DateOnly.MinValue);
        await using ILoadSession session = await warehouse.BeginLoadAsync(header, cancellationToken).ConfigureAwait(false);
        EscalationScoreRow[] rows = [.. scores.Select((score, at) => Row(score, at + 1, modelVersion, scored.LastLoadId))];
        await session.AppendAsync(rows, cancellationToken).ConfigureAwait(false);
        MergeScope scope = new(Source, LoadMode.Incremental, LoadSet);
        await session.MergeAsync<EscalationScoreRow>(scope, cancellationToken).ConfigureAwait(false);
        return await session.CommitAsync(new LoadSummary([]), cancellationToken).ConfigureAwait(false);
    }

    private static EscalationScoreRow Row(RiskScore score, int number, string modelVersion, int load) => new()
    {
        SourceRow = number,
        SourceSystem = score.SourceSystem,
        CaseReference = score.CaseReference,
        AsOf = score.AsOf,
        KnownTo = score.KnownTo,
        ModelVersion = modelVersion,
        Probability = Math.Round((decimal)score.Probability, EscalationScoreRow.Places),
        Reasons = ScoredReason.ToJson(ScoredReason.Of(score)),
        RecordedLoad = load,
    };
}
