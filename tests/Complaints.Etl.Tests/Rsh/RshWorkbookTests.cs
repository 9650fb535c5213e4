using System.IO.Compression;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Etl.Rsh;

namespace Complaints.Etl.Tests.Rsh;

public class RshWorkbookTests
{
    [Fact]
    public async Task The_reporting_year_comes_from_the_sheet_names()
    {
        Assert.Equal("2023/24", (await ReferenceData.Year2023()).Year.ToString());
        Assert.Equal("2024/25", (await ReferenceData.Year2024()).Year.ToString());
    }

    [Fact]
    public async Task Every_landlord_is_read_and_the_notes_below_the_table_are_not()
    {
        RshWorkbook older = await ReferenceData.Year2023();
        RshWorkbook newer = await ReferenceData.Year2024();
        Assert.Equal(358, older.Landlords.Count);
        Assert.Equal(359, newer.Landlords.Count);
        Assert.Equal(358, older.Landlords.Select(l => l.Code).Distinct().Count());
        Assert.Equal(["LA", "PRP"], older.Landlords.Select(l => l.LandlordType).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["5,000-40,000", "<5,000", ">40,000"], newer.Landlords.Select(l => l.SizeBand).Distinct().Order(StringComparer.Ordinal));
        Assert.All(newer.Landlords, l => Assert.True(LandlordCode.TryParse(l.Code, out _)));
    }

    // The returns of the landlords whose reports the product is held against (docs/domain.md §7).
    [Theory]
    [InlineData(2023, "41UB", PublishedStockType.Lcra, 36, 5032, 30, 7, 7)]
    [InlineData(2023, "4808", PublishedStockType.Lcra, 957, 11746, 728, 68, 50)]
    [InlineData(2023, "LH3827", PublishedStockType.Lcra, 352, 7321, 323, 76, 69)]
    [InlineData(2023, "4826", PublishedStockType.Lcra, 330, 6365, 290, 39, 29)]
    [InlineData(2023, "00BK", PublishedStockType.Lcra, 1059, 11884, 490, 240, 62)]
    [InlineData(2024, "LH3827", PublishedStockType.Lcra, 310, 7466, 308, 83, 81)]
    [InlineData(2024, "LH3827", PublishedStockType.Lcho, 44, 1019, 44, 9, 9)]
    [InlineData(2024, "00BK", PublishedStockType.Lcra, 830, 12420, 689, 372, 267)]
    public async Task A_landlords_return_has_its_numerators_and_denominators(
        int year, string code, PublishedStockType stockType, int made1, int homes, int inTime1, int made2, int inTime2)
    {
        RshWorkbook workbook = year == 2023 ? await ReferenceData.Year2023() : await ReferenceData.Year2024();
        RshReturn found = workbook.Returns.Single(r => r.Landlord.Code == code && r.StockType == stockType);
        Assert.Equal(
            (made1, homes, inTime1, made2, inTime2),
            (
                found.Stage1.Made.Number,
                found.Stage1.Homes.Number,
                found.Stage1.InTime.Number,
                found.Stage2.Made.Number,
                found.Stage2.InTime.Number));
    }

    [Fact]
    public async Task The_split_by_extension_is_there_from_2024_25_and_adds_up()
    {
        Assert.All((await ReferenceData.Year2023()).Returns, r => Assert.Null(r.Stage1.InTimeStandard));
        int checkedStages = 0;
        foreach (RshReturn r in (await ReferenceData.Year2024()).Returns)
        {
            foreach (RshStageFigures stage in new[] { r.Stage1, r.Stage2 })
            {
                if (stage.InTime.Number is decimal inTime)
                {
                    Assert.Equal(inTime, stage.InTimeStandard!.Number + stage.InTimeExtension!.Number);
                    checkedStages++;
                }
            }
        }

        Assert.Equal(353 + 354 + (2 * 59) + (2 * 2), checkedStages);
    }

    [Fact]
    public async Task A_placeholder_is_not_a_number_and_a_cell_knows_its_address()
    {
        RshWorkbook workbook = await ReferenceData.Year2024();
        RshReturn excluded = workbook.Returns.Single(r => r.Stage1.InTime.Placeholder == RshPlaceholder.Excluded);
        Assert.Equal("00AU", excluded.Landlord.Code);
        Assert.Null(excluded.Stage1.InTime.Number);
        RshReturn first = workbook.Returns[0];
        Assert.Equal("AG11", first.Stage1.Ch01.Address);
        Assert.Equal("199.9", first.Stage1.Ch01.Printed);
    }

    [Fact]
    public async Task All_1415_values_printed_for_LCRA_in_2024_25_are_the_ratio_rounded_half_up()
    {
        int printed = 0;
        foreach (RshReturn r in (await ReferenceData.Year2024()).Returns.Where(r => r.StockType == PublishedStockType.Lcra))
        {
            foreach (RshStageFigures stage in new[] { r.Stage1, r.Stage2 })
            {
                printed += Check(stage.Ch01, stage.Made, stage.Homes, 1000) + Check(stage.Ch02, stage.InTime, stage.Ch02Base, 100);
            }
        }

        Assert.Equal(1415, printed);

        static int Check(RshCell value, RshCell numerator, RshCell denominator, int per)
        {
            if (value.Number is not decimal published)
            {
                return 0;
            }

            decimal ratio = numerator.Number!.Value * per / denominator.Number!.Value;
            Assert.Equal(published, Math.Round(ratio, 1, MidpointRounding.AwayFromZero));
            return 1;
        }
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_with_what_and_where()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        await File.WriteAllTextAsync(path, "code,name\n00BK,City of Westminster Council\n");
        try
        {
            UserException refused = await Assert.ThrowsAsync<UserException>(() => RshWorkbook.ReadAsync(path, CancellationToken.None));
            Assert.Equal(path, refused.Where);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_packed_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        using (Stream entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open())
        {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 130; i++)
            {
                await entry.WriteAsync(zeros);
            }
        }

        try
        {
            UserException refused = await Assert.ThrowsAsync<UserException>(() => RshWorkbook.ReadAsync(path, CancellationToken.None));
            Assert.Contains("unpacks", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        await Assert.ThrowsAsync<UserException>(() => RshWorkbook.ReadAsync("no-such-workbook.xlsx", CancellationToken.None));
    }
}
