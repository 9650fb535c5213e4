using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// Answers mutants as the product answers a measure, many in one query, and holds each against what SQL written by hand counts of the
/// measure that it was made of.
/// </summary>
/// <param name="store">The records.</param>
internal sealed class MutationRun(TestWarehouse store)
{
    /// <summary>As at which days: within the year, and after it.</summary>
    internal static readonly string[] Days = ["2024-10-15", "2025-04-14", "2024-06-30"];

    // So many columns that the engine plans them in no time.
    private const int AtOnce = 150;

    private readonly Dictionary<(string Measure, string Day), string> _byHand = [];

    /// <summary>The dates that the tables of the facts have.</summary>
    internal async Task<IReadOnlyDictionary<string, string[]>> DatesAsync() => (await store.SqlAsync("""
        SELECT table_name, column_name FROM information_schema.columns
        WHERE (table_name LIKE 'fact_%' OR table_name = 'dim_resident_characteristics') AND data_type = 'DATE' ORDER BY table_name, ordinal_position
        """))
        .GroupBy(row => row[0], row => row[1], StringComparer.Ordinal)
        .ToDictionary(table => table.Key, table => table.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether the clock of a measure is in its SQL, so that reading it otherwise makes another query.</summary>
    internal bool IsRead(MeasureDefinition measure, Reading reading)
    {
        string text = new FigureEngine(store.Warehouse).Explain(Query(measure, Days[0]), Principal.Demo, dataCutOff: null).Text;
        return reading.Of(text) != text;
    }

    /// <summary>Those that count the same as the measure on each of the days.</summary>
    internal async Task<IReadOnlySet<Mutant>> SurvivorsAsync(IReadOnlyList<Mutant> mutants)
    {
        var left = new HashSet<Mutant>(mutants);
        foreach (string day in Days)
        {
            var groups = left.GroupBy(mutant => (mutant.Made.Fact, Dimension: DimensionOf(mutant), mutant.Reading));
            foreach (Mutant[] some in groups.SelectMany(group => group.Chunk(AtOnce)).ToList())
            {
                left.ExceptWith(await KilledAsync(some, day));
            }
        }

        return left;
    }

    private static string DimensionOf(Mutant mutant) => Cells.Dimension(MeasureCatalogue.Shipped.Find(mutant.Measure));

    private async Task<List<Mutant>> KilledAsync(Mutant[] mutants, string day)
    {
        MeasureDefinition first = MeasureCatalogue.Shipped.Find(mutants[0].Measure);
        List<string> cells = await CellsAsync(first, [.. mutants.Select(mutant => mutant.Made)], mutants[0].Reading, day);
        var killed = new List<Mutant>();
        foreach ((Mutant mutant, string counted) in mutants.Zip(cells))
        {
            if (counted != await ByHandAsync(MeasureCatalogue.Shipped.Find(mutant.Measure), day))
            {
                killed.Add(mutant);
            }
        }

        return killed;
    }

    /// <summary>What the SQL written by hand counts.</summary>
    internal async Task<string> ByHandAsync(MeasureDefinition measure, string day)
    {
        if (!_byHand.TryGetValue((measure.Id, day), out string? cells))
        {
            cells = await Cells.ByHandAsync(store, measure, day);
            _byHand.Add((measure.Id, day), cells);
        }

        return cells;
    }

    /// <summary>What each of some definitions counts, which group as the first measure does and are of its fact.</summary>
    internal async Task<List<string>> CellsAsync(
        MeasureDefinition first, IReadOnlyList<MeasureDefinition> definitions, Reading? reading, string day)
    {
        IWarehouse warehouse = reading is null ? store.Warehouse : new ReadOtherwise(store.Warehouse, reading);
        var engine = new FigureEngine(warehouse);
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        (ResolvedQuery resolved, SourceCutOffs cutOffs) =
            await engine.ResolveAsync(snapshot, Query(first, day), Principal.Demo, CancellationToken.None);
        // The first says of which fact the query is.
        MeasureDefinition fact = first.Fact == FactTables.Stage ? first : first with { Fact = definitions[0].Fact };
        FigureTable table = await engine.AnswerAsync(
            snapshot,
            resolved with { Measures = [fact, .. definitions.Select(Named)] },
            cutOffs,
            CancellationToken.None);
        string dimension = Cells.Dimension(first);
        return
        [
            .. Enumerable.Range(1, definitions.Count)
                .Select(at => Cells.Of(table.Rows().Select(row => row[at]), dimension)),
        ];
    }

    // What waits and is left out beside a figure is not compared, but for complaints without homes, which may stand above the line.
    private static MeasureDefinition Named(MeasureDefinition made, int at) =>
        made with { Id = $"m{at}", Base = made.DividesByHomes ? made.Numerator.Where : Condition.Always };

    private static FigureQuery Query(MeasureDefinition measure, string day) => new()
    {
        Measures = [measure.Id],
        GroupBy = ["landlord", Cells.Dimension(measure)],
        Years = [ReportingYear.Parse("2024/25")],
        AsAt = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
