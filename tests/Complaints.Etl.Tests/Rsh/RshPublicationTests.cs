using Complaints.Domain.Homes;
using Complaints.Etl.Loading;
using Complaints.Etl.Rsh;
using Complaints.Etl.Tests.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Tests.Rsh;

public class RshPublicationTests
{
    [Theory]
    [InlineData(2024, 358, (358 - 4) + 56, 4)]
    [InlineData(2025, 359, (359 - 5) + 59, 8)]
    public async Task A_workbook_becomes_one_row_per_figure_and_nothing_is_lost(int published, int landlords, int stock, int perReturn)
    {
        RshPublication publication = await RshPublishedMeasures.ReadAsync(ReferenceData.Workbook(published), CancellationToken.None);
        RshWorkbook workbook = published == 2024 ? await ReferenceData.Year2023() : await ReferenceData.Year2024();
        Assert.Equal(landlords, publication.Landlords.Count);
        Assert.Equal(stock, publication.Stock.Count);
        Assert.Empty(publication.HeldBack);
        Assert.Equal(
            workbook.Returns.Count(r => r.IsReported) * perReturn,
            publication.Measures.Count(row => row.MeasureId != "tp09"));
        Assert.Equal(
            Enumerable.Range(1, publication.Measures.Count).Select(n => (long)n), publication.Measures.Select(row => row.SourceRow));
        Assert.Equal(
            publication.Measures.Count,
            publication.Measures.Select(row => (row.LandlordCode, row.StockType, row.MeasureId)).Distinct().Count());
    }

    [Fact]
    public async Task A_figure_carries_where_it_was_read_and_what_was_printed()
    {
        RshPublication publication = await RshPublishedMeasures.ReadAsync(ReferenceData.Workbook(2025), CancellationToken.None);
        PublishedMeasureRow row = publication.Measures.Single(r =>
            r.LandlordCode == LandlordCode.Parse("LH3827") && r.StockType == PublishedStockType.Lcra && r.MeasureId == "ch02_stage1");
        Assert.Equal((308m, 310m, "99.4"), (row.Numerator, row.Denominator, row.ValueAsPrinted));
        Assert.Equal("TSM25_Management_Info", row.SourceSheet);
        Assert.StartsWith("BS", row.SourceCell, StringComparison.Ordinal);
        Assert.Equal("RSH", row.Publisher);
    }

    // A renamed copy restated every figure: the file's name was taken for part of what a row says.
    [Fact]
    public async Task The_same_workbook_under_another_name_changes_nothing()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string first = Path.Combine(test.SetFolder, "published.xlsx");
        string renamed = Path.Combine(test.SetFolder, "published (1).xlsx");
        File.Copy(ReferenceData.Workbook(2025), first);
        File.Copy(first, renamed);
        LoadOutcome one = await test.LoadAsync(
            new LoadRequest { Path = first, Mapping = RshPublication.BuiltInMapping, ExtractDate = new DateOnly(2025, 12, 1) });

        LoadOutcome two = await test.LoadAsync(
            new LoadRequest { Path = renamed, Mapping = RshPublication.BuiltInMapping, ExtractDate = new DateOnly(2025, 12, 1) });

        Assert.Equal((0, one.Files[0].RowsRead), (two.Files[0].RowsLoaded, two.Files[0].RowsUnchanged));
    }

    [Fact]
    public async Task A_weighted_survey_count_keeps_its_fraction()
    {
        RshPublication publication = await RshPublishedMeasures.ReadAsync(ReferenceData.Workbook(2024), CancellationToken.None);
        PublishedMeasureRow row = publication.Measures.Single(r =>
            r.LandlordCode == LandlordCode.Parse("41UB") && r.StockType == PublishedStockType.Lcra && r.MeasureId == "tp09");
        Assert.Equal((52.2m, 126.0m), (row.Numerator, row.Denominator));
    }
}
