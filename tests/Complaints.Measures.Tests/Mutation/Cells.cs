using System.Globalization;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Tests.Facts;
using Complaints.Measures.Tests.Figures;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// What is counted of a measure: a line for each landlord and group of which anything is counted, in order.
/// </summary>
internal static class Cells
{
    /// <summary>By which dimension, landlord aside, the hand-written SQL of a measure groups.</summary>
    internal static string Dimension(MeasureDefinition measure) =>
        measure.Fact == FactTables.Stage ? "stock_type" : IndependentRecordSqlTests.HandWritten(measure.Id, "2025-04-14").Dimension;

    /// <summary>The figures as SQL written by hand gives them.</summary>
    internal static async Task<string> ByHandAsync(TestWarehouse store, MeasureDefinition measure, string asAt)
    {
        string text = measure.Fact == FactTables.Stage
            ? HandWrittenSql.Of(measure.Id, asAt)
            : IndependentRecordSqlTests.HandWritten(measure.Id, asAt).Sql;
        return Of((await store.SqlAsync(text)).Select(row => Line(row[0], row[1], Number(row[2]) ?? 0, Number(row[3]))));
    }

    /// <summary>The figures of one of the measures of an answer.</summary>
    internal static string Of(IEnumerable<Figure> figures, string dimension) => Of(figures.Select(figure =>
        Line(figure.ValueOf("landlord")!, figure.ValueOf(dimension)!, figure.Numerator, figure.Denominator)));

    private static string Of(IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>().Order(StringComparer.Ordinal));

    private static string? Line(string landlord, string group, decimal numerator, decimal? denominator) =>
        numerator == 0 && denominator is (null or 0) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{Word(landlord)} {Word(group)} {numerator / 1.0000000m:0.####} / {denominator / 1.0000000m:0.####}");

    private static string Word(string text) => text.Length == 0 ? "Not recorded" : text;

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
