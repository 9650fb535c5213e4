using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Escalation.Features;
using Complaints.Escalation.Table;

namespace Complaints.Escalation.Scoring;

/// <summary>Writes a feature's reason with the facts of a row.</summary>
internal static partial class ReasonWriter
{
    private const string ClauseEnd = "; ";

    /// <summary>The sentence of a feature in a row.</summary>
    public static string Write(FeatureTable table, int row, CaseFeature feature)
    {
        if (Number(table, row, feature.Name) is double.NaN || (feature.Kind == FeatureKind.Categorical && Category(table, row, feature.Name) is null))
        {
            return feature.Reason.WhenMissing;
        }

        bool zero = feature.Kind == FeatureKind.Numeric && Number(table, row, feature.Name) == 0;
        return Fill(zero && feature.Reason.WhenZero is string text ? text : feature.Reason.Text, table, row);
    }

    // A clause whose fact is not known is left out rather than filled with a dash.
    private static string Fill(string text, FeatureTable table, int row) => string.Join(
        ClauseEnd,
        text.Split(ClauseEnd)
            .Where(clause => Placeholder().Matches(clause).All(m => Fact(table, row, m) is not null))
            .Select(clause => Placeholder().Replace(clause, m => Fact(table, row, m)!)));

    private static string? Fact(FeatureTable table, int row, Match placeholder)
    {
        string name = placeholder.Groups["name"].Value;
        if (FeatureList.Named(name).Kind == FeatureKind.Categorical)
        {
            return Category(table, row, name)?.Replace('_', ' ').Replace(" > ", ": ", StringComparison.Ordinal);
        }

        double value = Number(table, row, name);
        return double.IsNaN(value) ? null : Format(value, placeholder.Groups["unit"].Value);
    }

    private static string Format(double value, string unit) => unit switch
    {
        "" => value.ToString("0.#", CultureInfo.InvariantCulture),
        "%" => (100 * value).ToString("0", CultureInfo.InvariantCulture) + "%",
        _ => $"{value.ToString("0.#", CultureInfo.InvariantCulture)} {(value == 1 ? unit : Plural(unit))}",
    };

    private static string Plural(string noun) => noun.EndsWith("dy", StringComparison.Ordinal) ? noun[..^1] + "ies" : noun + "s";

    private static double Number(FeatureTable table, int row, string name) =>
        table.Columns[table.Schema.IndexOf(name)] is NumericColumn column ? column.Values[row] : 0;

    private static string? Category(FeatureTable table, int row, string name) =>
        table.Columns[table.Schema.IndexOf(name)] is CategoricalColumn { Codes: var codes } column && codes[row] >= 0
            ? column.Categories.Names[codes[row]]
            : null;

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<unit>[^}]+))?\}")]
    private static partial Regex Placeholder();
}
