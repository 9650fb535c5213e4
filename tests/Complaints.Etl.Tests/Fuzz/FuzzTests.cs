using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Etl.Tests.Loading;
using Complaints.Measures;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Etl.Tests.Fuzz;

/// <summary>
/// A plain second reading of extracts, clocks and measures agrees with the product, over generated extracts of two sources in both shapes
/// with faults, in sequences of full, incremental, restated and mended loads. COMPLAINTS_LONG=1 compares at least 100,000 cells;
/// COMPLAINTS_SEED repeats a run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] s_measures = [.. MeasureCatalogue.Shipped.Ids];
    private static readonly string[] s_dimensions = ["landlord", "stock_type", "quarter", "month", "category", "outcome"];

    private static readonly Dictionary<(string Landlord, string Stock, int Year), int> s_homes = new()
    {
        [("A1", "LCRA", 2023)] = 900,
        [("A1", "LCHO", 2023)] = 120,
        [("B2", "LCRA", 2023)] = 400,
        [("A1", "LCRA", 2024)] = 950,
        [("B2", "LCHO", 2024)] = 77,
    };

    [Fact]
    public async Task An_independent_reading_agrees_in_every_cell()
    {
        bool isLong = Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1";
        string? given = Environment.GetEnvironmentVariable("COMPLAINTS_SEED");
        int seed = string.IsNullOrEmpty(given) ? 20_250_630 : int.Parse(given, CultureInfo.InvariantCulture);
        int cells = 0;
        do
        {
            cells += await SequenceAsync(seed, loads: isLong ? 6 : 4, queries: isLong ? 12 : 4);
            output.WriteLine($"seed {seed}: {cells} cells agree so far");
            seed++;
        }
        while (isLong && cells < 100_000);
        Assert.True(cells > 1_000, $"only {cells} cells were compared");
    }

    private static async Task<int> SequenceAsync(int seed, int loads, int queries)
    {
        var random = new Random(seed);
        GeneratedSource[] sources = [new(random, "NEW", isWide: false), new(random, "OLD", isWide: true)];
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteRegisters(test);
        DateOnly date = new(2025, 2, 3);
        int cells = 0;
        for (int load = 0; load < loads; load++)
        {
            date = date.AddDays(random.Next(5, 30));
            GeneratedSource source = sources[load % 2];
            bool isFull = load < 2 || random.Next(2) == 0;
            test.Write("cases.csv", source.Extract(date, isFull, added: load < 2 ? 150 : 15));
            test.Write("cases.mapping.jsonc", source.Mapping(isFull));
            WriteManifest(test, date);
            _ = await test.LoadAsync();
            if (load > 0)
            {
                List<PlainStage> stages = [.. sources.SelectMany(known => known.Loaded)];
                for (int query = 0; query < queries; query++)
                {
                    cells += await CompareAsync(test, random, stages, date, seed);
                }
            }
        }

        return cells;
    }

    private static async Task<int> CompareAsync(TestWarehouse test, Random random, List<PlainStage> stages, DateOnly cutOff, int seed)
    {
        DateOnly asAt = random.Next(3) == 0 ? new DateOnly(2024, 6, 1).AddDays(random.Next(200)) : cutOff;
        FigureQuery query = new()
        {
            Measures = s_measures,
            GroupBy = [.. s_dimensions.OrderBy(_ => random.Next()).Take(random.Next(4))],
            Years = [ReportingYear.FromStartYear(2023 + random.Next(2))],
            AsAt = asAt,
            Extensions = random.Next(2) == 0 ? ExtensionPolicy.Strict : ExtensionPolicy.AsRecorded,
            Withdrawn = random.Next(3) switch { 0 => WithdrawnPolicy.Exclude, 1 => WithdrawnPolicy.Keep, _ => null },
        };
        var engine = new FigureEngine(test.Warehouse);
        FigureTable table = await engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
        var plain = new PlainFigures(stages, s_homes, query, asAt);
        foreach (Figure figure in table.Figures.Where(figure => figure.State == CellState.Value || figure.Denominator is not null))
        {
            (decimal, decimal?, long, long) actual =
                (figure.Numerator, figure.Denominator, figure.OpenAtCutOff, figure.Excluded.Sum(count => count.Complaints));
            string group = string.Join(' ', figure.Dimensions.Select(value => value.Value));
            Assert.True(
                plain.Of(figure) == actual,
                $"seed {seed}: {figure.Measure} of '{group}' as at {asAt:yyyy-MM-dd} in {query.Years[0]} ({query.Extensions}, "
                    + $"{query.Withdrawn}): the product says {actual}, the plain reading {plain.Of(figure)}");
        }

        foreach (string made in (IEnumerable<string>)["stage1_made", "stage2_made"])
        {
            Assert.Equal(plain.Of(made, []).Above, table.Figures.Where(figure => figure.Measure == made).Sum(figure => figure.Numerator));
        }

        return 4 * table.Figures.Count;
    }

    private static void WriteRegisters(TestWarehouse test)
    {
        test.Write("landlords.csv", "code,name,from\nA1,One,2010-04-01\nB2,Two,2010-04-01\n");
        test.Write("landlords.mapping.jsonc", """
            { "mapping": "reg", "version": 1, "source": { "system": "REG", "format": "csv" }, "target": "landlord", "mode": "full",
              "date_order": "ymd", "columns": { "landlord_code": "code", "name": "name", "valid_from": "from" } }
            """);
        test.Write("stock.csv", "landlord,type,year_end,homes\n"
            + string.Concat(s_homes.Select(known => $"{known.Key.Landlord},{known.Key.Stock},{known.Key.Year + 1}-03-31,{known.Value}\n")));
        test.Write("stock.mapping.jsonc", """
            { "mapping": "stock", "version": 1, "source": { "system": "STOCK", "format": "csv" }, "target": "stock", "mode": "full",
              "date_order": "ymd",
              "columns": { "landlord_code": "landlord", "stock_type": "type", "year_end": "year_end", "homes": "homes" } }
            """);
    }

    private static void WriteManifest(TestWarehouse test, DateOnly date) => test.Write("load.jsonc", $$"""
        { "load_set": "fuzz", "extract_date": "{{date:yyyy-MM-dd}}", "files": [
          { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" },
          { "file": "stock.csv", "mapping": "stock.mapping.jsonc" },
          { "file": "cases.csv", "mapping": "cases.mapping.jsonc" } ] }
        """);
}
