using System.Collections.Immutable;
using System.Text.Json;
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
        IWarehouse warehouse, SnapshotInfo scored, string modelVersion, ImmutableArray<RiskScore> scores, CancellationToken cancellationToken)
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

/// <summary>A reason as it is kept with a score.</summary>
/// <param name="Text">The sentence, without capital and full stop.</param>
/// <param name="Weight">Log-odds by which it moved the score; positive raises the risk.</param>
/// <param name="Topic">What it is about, lower case.</param>
/// <param name="Feature">The feature that moved the score most within the topic.</param>
public sealed record ScoredReason(string Text, double Weight, string Topic, string Feature)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The reasons of a score: what raises it, strongest first, then what lowers it most.</summary>
    public static ImmutableArray<ScoredReason> Of(RiskScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        IEnumerable<RiskReason> down = score.ReasonDown is RiskReason reason ? [reason] : [];
        return [.. score.ReasonsUp.Concat(down).Select(r => new ScoredReason(r.Text, Math.Round(r.Contribution, 6), Word(r), r.Feature))];
    }

    /// <summary>The reasons as the warehouse keeps them: a JSON array.</summary>
    public static string ToJson(ImmutableArray<ScoredReason> reasons) => JsonSerializer.Serialize(reasons, s_json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ImmutableArray<ScoredReason> FromJson(string json) => JsonSerializer.Deserialize<ImmutableArray<ScoredReason>>(json, s_json);

    private static string Word(RiskReason reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.Topic.ToString());
}
