using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse;

namespace Complaints.Measures.Tests.Algebra;

/// <summary>Asks for definitions as a query asks for measures, so that what is made of a measure is counted as the measure is.</summary>
/// <param name="store">The records.</param>
internal sealed class Asking(TestWarehouse store)
{
    /// <summary>The figures of two reporting years, by some dimensions.</summary>
    internal async Task<FigureTable> AnswerAsync(IReadOnlyList<MeasureDefinition> definitions, params string[] groupBy)
    {
        var engine = new FigureEngine(store.Warehouse);
        await using ISnapshot snapshot = await store.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        var query = new FigureQuery
        {
            Measures = [MeasureCatalogue.Shipped.IdsOf(definitions.Count == 0 ? FactTables.Stage : definitions[0].Fact).First()],
            GroupBy = groupBy,
            Years = definitions.Any(one => one.DividesByHomes)
                ? [ReportingYear.Parse("2024/25")]
                : [ReportingYear.Parse("2023/24"), ReportingYear.Parse("2024/25")],
            AsAt = new DateOnly(2025, 3, 20),
        };
        (ResolvedQuery resolved, SourceCutOffs cutOffs) =
            await engine.ResolveAsync(snapshot, query, Principal.Demo, CancellationToken.None);
        return definitions.Count == 0
            ? (await engine.AnswerAsync(snapshot, resolved, cutOffs, CancellationToken.None)) with { Measures = [], Figures = [] }
            : await engine.AnswerAsync(snapshot, resolved with { Measures = definitions }, cutOffs, CancellationToken.None);
    }

    /// <summary>The quarter of a month: "2024/25 Q1" of "2024-04".</summary>
    internal static string QuarterOf(string month)
    {
        DateOnly first = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        int year = first.Month >= 4 ? first.Year : first.Year - 1;
        int quarter = ((first.Month + 8) % 12 / 3) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00} Q{quarter}");
    }
}
