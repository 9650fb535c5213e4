using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Etl.Rsh;
using Complaints.Measures.Comparators;
using Complaints.Measures.Tests.Support;

namespace Complaints.Service.Tests.Reporting;

/// <summary>
/// The regulator's 2023/24 workbook, loaded as published measures, gives the sector's medians under both zero rules (docs/domain.md §5.2).
/// </summary>
public sealed class RegulatorTests
{
    [Fact]
    public async Task The_medians_of_2023_24_are_those_of_a_published_sector_average_without_zeros()
    {
        string workbook = Path.Combine(ReferenceData(), "rsh_tsm", "2024_TSM_Full_Data_v1.1_FINAL.xlsx");
        Assert.SkipUnless(File.Exists(workbook), $"The regulator's workbook is not at {workbook}.");
        RshPublication publication = await RshPublishedMeasures.ReadAsync(workbook, TestContext.Current.CancellationToken);
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(
            new DateOnly(2024, 11, 1),
            new TestRows { Landlords = publication.Landlords, Published = publication.Measures });

        Assert.Equal(["42.5", "5.7", "82.3", "83.6"], await Medians(store, ZeroRule.Drop));
        Assert.Equal(["42.5", "5.6", "82.3", "83.3"], await Medians(store, ZeroRule.Keep));
        IReadOnlyList<Comparator> london = await Ask(
            store, new ComparatorQuery { Year = s_year, Measures = ["ch01_stage1"], Region = "London" });
        Assert.Equal("70.3", Assert.Single(london).Median.Display);
    }

    [Fact]
    public async Task The_shipped_comparators_are_those_that_the_workbooks_give()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await using TestWarehouse empty = await TestWarehouse.CreateAsync();
        foreach (string file in (string[])["2024_TSM_Full_Data_v1.1_FINAL.xlsx", "2025_TSM_Full_Data_v1.0_FINAL.xlsx"])
        {
            string workbook = Path.Combine(ReferenceData(), "rsh_tsm", file);
            Assert.SkipUnless(File.Exists(workbook), $"The regulator's workbook is not at {workbook}.");
            RshPublication publication = await RshPublishedMeasures.ReadAsync(workbook, TestContext.Current.CancellationToken);
            await store.LoadAsync(
                new DateOnly(2025, 11, 4), new TestRows { Landlords = publication.Landlords, Published = publication.Measures });
            foreach (ZeroRule rule in Enum.GetValues<ZeroRule>())
            {
                foreach (string stockType in (string[])["LCRA", "LCHO"])
                {
                    var query = new ComparatorQuery
                    {
                        Year = publication.Year,
                        ZeroRule = rule,
                        StockType = Complaints.Domain.Homes.StockTypes.ParsePublished(stockType),
                    };
                    Assert.Equal((await Ask(store, query)).Select(Words), (await Ask(empty, query)).Select(Words));
                }
            }
        }
    }

    private static readonly ReportingYear s_year = ReportingYear.Parse("2023/24");

    private static string Words(Comparator found) =>
        $"{found.Measure} {found.Q1.Display} {found.Median.Display} {found.Q3.Display} {found.Landlords} {found.ZerosDropped} {found.Undefined} "
        + $"{found.Population} {found.ZeroRule} {found.Method}";

    private static async Task<string[]> Medians(TestWarehouse store, ZeroRule rule) =>
        [.. (await Ask(store, new ComparatorQuery { Year = s_year, ZeroRule = rule })).Select(comparator => comparator.Median.Display)];

    private static Task<IReadOnlyList<Comparator>> Ask(TestWarehouse store, ComparatorQuery query) =>
        new ComparatorEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);

    private static string ReferenceData([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Environment.GetEnvironmentVariable("COMPLAINTS_REFERENCE_DATA")
            ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "..", "shared", "data"));
}
