using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Loading;
using Complaints.Etl.Rsh;
using Complaints.Measures;
using Complaints.Measures.Comparators;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Samples;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Cli.Tests.Sector;

/// <summary>
/// The regulator's own figures through the whole product: made from its counts, loaded, queried, compared with what it printed.
/// </summary>
public class SectorSampleTests
{
    private static readonly string[] s_measures = ["ch01_stage1", "ch01_stage2", "ch02_stage1", "ch02_stage2"];

    [Fact]
    public async Task Every_LCRA_and_LCHO_value_the_regulator_printed_comes_back()
    {
        string path = SectorWorkbook.Path(2025);
        RshWorkbook workbook = await RshWorkbook.ReadAsync(path, CancellationToken.None);
        using SectorFolder sample = new();
        using SectorFolder place = new();
        await TsmSampleGenerator.GenerateAsync(new TsmSampleOptions(path, workbook.Year, sample.Path), CancellationToken.None);
        await using IWarehouse warehouse = await LoadedAsync(place.Path, new LoadRequest { Path = sample.Path });

        FigureTable table = await new FigureEngine(warehouse).QueryAsync(
            new FigureQuery { Measures = s_measures, GroupBy = ["landlord", "stock_type"], Years = [workbook.Year] },
            Principal.Demo,
            CancellationToken.None);
        Dictionary<(string?, string?, string), Figure> figures =
            table.Figures.ToDictionary(figure => (figure.ValueOf("landlord"), figure.ValueOf("stock_type"), figure.Measure));
        int lcra = 0;
        int lcho = 0;
        foreach (RshReturn r in workbook.Returns.Where(r => r.StockType != PublishedStockType.Combined))
        {
            int compared = Compare(r, r.Stage1, 1, figures) + Compare(r, r.Stage2, 2, figures);
            lcra += r.StockType == PublishedStockType.Lcra ? compared : 0;
            lcho += r.StockType == PublishedStockType.Lcho ? compared : 0;
        }

        Assert.Equal((1415, 236), (lcra, lcho));
    }

    [Theory]
    [InlineData(ZeroRule.Drop, 42.5, 5.7, 82.3, 83.6)]
    [InlineData(ZeroRule.Keep, 42.5, 5.6, 82.3, 83.3)]
    public async Task The_loaded_workbook_of_2023_24_gives_the_sectors_LCRA_medians(
        ZeroRule zeros, decimal ch01One, decimal ch01Two, decimal ch02One, decimal ch02Two)
    {
        string path = SectorWorkbook.Path(2024);
        using SectorFolder place = new();
        await using IWarehouse warehouse = await LoadedAsync(
            place.Path, new LoadRequest { Path = path, Mapping = RshPublication.BuiltInMapping, ExtractDate = new DateOnly(2024, 11, 26) });
        var answer = await new ComparatorEngine(warehouse).QueryAsync(
            new ComparatorQuery
            {
                Measures = s_measures,
                Year = ReportingYear.Parse("2023/24"),
                StockType = PublishedStockType.Lcra,
                ZeroRule = zeros,
            },
            Principal.Demo,
            CancellationToken.None);
        Assert.Equal(
            [ch01One, ch01Two, ch02One, ch02Two],
            answer.Select(comparator => Math.Round(comparator.Median.Value!.Value, 1, MidpointRounding.AwayFromZero)));
    }

    private static int Compare(RshReturn r, RshStageFigures stage, int number, Dictionary<(string?, string?, string), Figure> figures) =>
        Compare(r, $"ch01_stage{number}", stage.Ch01, stage.Made, stage.Homes, figures)
        + Compare(r, $"ch02_stage{number}", stage.Ch02, stage.InTime, stage.Ch02Base, figures);

    private static int Compare(
        RshReturn r,
        string measure,
        RshCell printed,
        RshCell numerator,
        RshCell denominator,
        Dictionary<(string?, string?, string), Figure> figures)
    {
        if (printed.Number is not decimal value)
        {
            return 0;
        }

        string stockType = StockTypes.Code(r.StockType);
        Figure figure = figures[(r.Landlord.Code, stockType, measure)];
        Assert.Equal(
            (r.Landlord.Code, stockType, measure, numerator.Number, denominator.Number, value.ToString("0.0", null)),
            (r.Landlord.Code, stockType, measure, (decimal?)figure.Numerator, figure.Denominator, figure.Display));
        return 1;
    }

    private static async Task<IWarehouse> LoadedAsync(string folder, LoadRequest request)
    {
        IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await warehouse.MigrateAsync(CancellationToken.None);
        LoadOutcome outcome = await new LoadPipeline(warehouse, TimeProvider.System, PseudonymKey.Beside(folder))
            .RunAsync(request, progress: null, CancellationToken.None);
        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.All(outcome.Reconciliation, control => Assert.True(control.Passed, control.ToString()));
        return warehouse;
    }
}
