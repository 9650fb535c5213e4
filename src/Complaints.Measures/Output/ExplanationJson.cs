using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Measures.Explaining;

namespace Complaints.Measures.Output;

/// <summary>
/// Explanations as JSON: an array with one object a figure. <c>figure</c> is what <see cref="FigureJson"/> writes; the words are those of
/// the contract.
/// </summary>
public static class ExplanationJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The explanations as text.</summary>
    public static string Text(IEnumerable<Explanation> explanations)
    {
        ArgumentNullException.ThrowIfNull(explanations);
        return JsonSerializer.Serialize(explanations.Select(Object), s_options);
    }

    private static Dictionary<string, object?> Object(Explanation explanation) => new()
    {
        ["measure"] = explanation.Measure.Id,
        ["title"] = explanation.Measure.Title,
        ["formula"] = explanation.Measure.Formula,
        ["source"] = explanation.Measure.Source,
        ["statutory_limit"] = explanation.Measure.StatutoryLimit,
        ["population_rule"] = explanation.PopulationRule,
        ["population_source"] = explanation.PopulationSource,
        ["filters"] = explanation.Filters,
        ["figure"] = JsonSerializer.Deserialize<JsonElement>(FigureJson.Text(explanation.Table))[0],
        ["rules"] = explanation.Rules,
        ["clock_starts"] = explanation.ClockStarts,
        ["sources"] = explanation.Sources,
        ["funnels"] = explanation.Funnels,
        ["parts"] = explanation.Parts,
        ["rounding"] = explanation.Rounding,
        ["marks"] = explanation.Marks,
        ["cases_of"] = explanation.CasesOf,
        ["cases"] = explanation.Cases,
        ["sql"] = explanation.Sql,
    };
}
