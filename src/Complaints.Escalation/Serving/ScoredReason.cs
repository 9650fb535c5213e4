using System.Collections.Immutable;
using System.Text.Json;
using Complaints.Escalation.Scoring;

namespace Complaints.Escalation.Serving;

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
    public static ImmutableArray<ScoredReason> FromJson(string json) =>
        JsonSerializer.Deserialize<ImmutableArray<ScoredReason>>(json, s_json);

    private static string Word(RiskReason reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.Topic.ToString());
}
