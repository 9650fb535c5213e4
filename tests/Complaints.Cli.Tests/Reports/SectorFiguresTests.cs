using Complaints.Cli.Tests.Running;
using Complaints.Cli.Tests.Sector;

namespace Complaints.Cli.Tests.Reports;

/// <summary>What reports give as the sector's, held against what landlords published.</summary>
public sealed class SectorFiguresTests
{
    // Medians: 40 of all five, 45 of the four that are not 0. Means 38 and 47.5; one rate over all 90.
    private static readonly (string Code, int Complaints, int Homes)[] s_landlords =
        [("A001", 0, 1_000), ("A002", 30, 1_000), ("A003", 40, 1_000), ("A004", 50, 1_000), ("A005", 700, 10_000)];

    [Fact]
    public async Task Medians_means_and_what_was_done_with_values_of_0_are_told_apart()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder);
        await new PrintedTable("sector")
            .Add("ch01_stage1", "40.0", "as_defined")
            .Add("CH01_stage1", "45.0", "zeros_dropped")
            .Add("ch01_stage1", "38.0", "mean")
            .Add("ch01_stage1", "47.5", "zeros_dropped+mean")
            .Add("ch01_stage1", "58.5", "truncated+pooled")
            .Add("ch01_stage1", "99.9", "unexplained, off by 41.3")
            .Add("ch01_stage1", "40.0", "only_lcra", stock: "LCHO")
            .Add("ch02_stage1", "40.0", "nothing_to_compare")
            .Add("ch01_stage1", "40.0", "year_before", period: "2024/25")
            .HoldAsync(folder);
    }

    [Fact]
    public async Task A_benchmark_of_half_a_year_beside_figures_of_a_year_is_told()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder);
        await new PrintedTable("sector")
            .Add("ch01_stage1", "40.0", "as_defined", set: "benchmarks")
            .Add("ch01_stage1", "19.4", "nothing_to_compare", period: "2023/24 H1", set: "benchmarks")
            .HoldAsync(
                folder,
                "benchmarks: mixed_periods: sector ch01_stage1 40.0 of 366 days (line 2); sector ch01_stage1 19.4 of 183 days (line 3)");
    }

    [Fact]
    public async Task The_averages_that_Westward_prints_are_medians_without_landlords_of_0()
    {
        string workbook = SectorWorkbook.Path(2024);
        using TemporaryFolder folder = new();
        (await CommandLineRun.ComplaintsAsync(folder.Path, "load", workbook, "--mapping", "builtin:rsh-tsm")).Expect(0);
        await new PrintedTable("sector")
            .Add("CH01_stage1", "42.5", "as_defined")
            .Add("CH01_stage2", "5.7", "zeros_dropped")
            .Add("CH02_stage1", "82.3%", "as_defined")
            .Add("CH02_stage2", "83.6%", "zeros_dropped")
            .HoldAsync(folder);
    }

    private static async Task LoadAsync(TemporaryFolder folder)
    {
        string set = Directory.CreateDirectory(folder["published"]).FullName;
        string rows = string.Concat(s_landlords.Select(one => $"{one.Code},Landlord {one.Code},LCRA,2023/24,ch01_stage1,{one.Complaints},{one.Homes},RSH\n"));
        (string Name, string Text)[] files =
        [
            ("published.csv", "code,name,type,year,measure,above,below,publisher\n" + rows),
            ("published.mapping.jsonc", """{ "mapping": "published", "source": { "system": "RSH" }, "target": "published_measure", "mode": "full", "columns": { "landlord_code": "code", "landlord_name": "name", "stock_type": "type", "reporting_year": "year", "measure_id": "measure", "numerator": "above", "denominator": "below", "publisher": "publisher" } }"""),
            ("landlords.csv", "code,name\n" + string.Concat(s_landlords.Select(one => $"{one.Code},Landlord {one.Code}\n"))),
            ("landlords.mapping.jsonc", """{ "mapping": "landlords", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }"""),
            ("load.jsonc", """{ "load_set": "published", "extract_date": "2024-11-30", "files": [ { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" }, { "file": "published.csv", "mapping": "published.mapping.jsonc" } ] }"""),
        ];
        foreach ((string name, string text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(set, name), text, TestContext.Current.CancellationToken);
        }

        (await CommandLineRun.ComplaintsAsync(folder.Path, "load", "published")).Expect(0);
    }
}
