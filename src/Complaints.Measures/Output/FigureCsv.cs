using System.Globalization;
using Complaints.Domain.Text;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;

namespace Complaints.Measures.Output;

/// <summary>
/// Figures as CSV (RFC 4180, comma, UTF-8 without a mark): the same fields in the same order as <see cref="FigureJson"/>, one line a
/// figure. Lists stand in one cell with semicolons.
/// </summary>
public static class FigureCsv
{
    private static readonly string[] s_fields =
    [
        "measure", "numerator", "denominator", "value", "display", "unit", "decimal_places", "rounding", "code_versions", "population",
        "calendar",
        "from",
        "to",
        "as_at",
        "known_to",
        "known_at_load",
        "open_at_cut_off",
        "numerator_open_at_cut_off",
        "excluded",
        "extensions",
        "extension_faults", "incomplete", "homes_missing", "homes_unknown", "unmatched_rows", "held_back_rows", "held_back",
        "stale",
    ];

    // Of a query that asks for them.
    private static readonly string[] s_shares = ["share", "share_display", "share_total"];

    /// <summary>Writes a header line and the figures.</summary>
    public static void Write(FigureTable table, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(writer);
        bool shares = table.ShareOf is not null;
        Line(writer, table.Dimensions.Concat(s_fields).Concat(shares ? s_shares : []));
        foreach (Figure figure in table.Figures)
        {
            Line(writer, figure.Dimensions.Select(value => value.Value).Concat(Fields(figure)).Concat(shares ? Shares(figure) : []));
        }
    }

    private static IEnumerable<string> Shares(Figure figure) =>
        [Text(figure.Share?.Value), figure.Share?.Display ?? "", Text(figure.Share?.Total)];

    private static IEnumerable<string> Fields(Figure figure) =>
    [
        figure.Measure,
        figure.State == CellState.Suppressed ? "" : Text(figure.Numerator),
        Text(figure.Denominator),
        Text(figure.Value),
        figure.Display,
        figure.Unit,
        Text(figure.DecimalPlaces),
        CatalogueWords.Word(CatalogueWords.Roundings, figure.Rounding),
        string.Join("; ", figure.RuleIds),
        figure.Population,
        figure.Calendar,
        figure.From?.ToString("yyyy-MM-dd") ?? "",
        figure.To?.ToString("yyyy-MM-dd") ?? "",
        figure.AsAt?.ToString("yyyy-MM-dd") ?? "",
        figure.KnownTo?.ToString("yyyy-MM-dd") ?? "",
        Text(figure.KnownAtLoad),
        Beside(figure, figure.OpenAtCutOff),
        Text(figure.NumeratorOpenAtCutOff),
        string.Join("; ", figure.Excluded.Select(excluded => $"{excluded.Reason}={Text(excluded.Complaints)}")),
        CatalogueWords.Word(CatalogueWords.Extensions, figure.Extensions),
        string.Join("; ", figure.ExtensionFaults.Select(fault => $"{fault.Fault}={Text(fault.Complaints)}")),
        figure.Incomplete ? "true" : "false",
        Beside(figure, figure.HomesMissing),
        Text(figure.HomesUnknown),
        Beside(figure, figure.UnmatchedRows),
        Beside(figure, figure.HeldBackRows),
        string.Join("; ", figure.HeldBack.Select(count => $"{count.Rule}={Text(count.Rows)}")),
        string.Join("; ", figure.StaleSources.Select(source => source.Words)),
    ];

    private static string Beside(Figure figure, long count) => figure.HasCountsWithheld ? "" : Text(count);

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void Line(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(CsvLine.Of(cells));
        writer.Write('\n');
    }
}
