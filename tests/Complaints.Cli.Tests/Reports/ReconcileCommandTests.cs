using Complaints.Cli.Tests.Explaining;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>What the command refuses, and how it answers what it cannot find.</summary>
public sealed class ReconcileCommandTests
{
    private const string Header = "landlord_code,measure,period,value_as_printed\n";

    [Fact]
    public async Task Somebody_who_sees_no_cases_is_refused()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder, Header + "4826,stage1_made,2023/24,2\n");
        ProcessResult run = await ReconcileAsync(folder, "--role", "viewer", "--scope", "4826");
        Assert.Contains("the role 'viewer' sees figures alone", run.Expect(3).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_landlord_that_may_not_be_seen_there_is_nothing_to_compare()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder, Header + "4826,stage1_made,2023/24,2\n");
        ProcessResult seen = await ReconcileAsync(folder, "--role", "analyst", "--scope", "4826", "--format", "csv");
        Assert.Contains("as_defined", seen.Expect(0).Output, StringComparison.Ordinal);
        ProcessResult other = await ReconcileAsync(folder, "--role", "analyst", "--scope", "00BK", "--format", "csv");
        Assert.Contains("nothing_to_compare,,,,", other.Expect(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("landlord_code,measure,period\n4826,stage1_made,2023/24\n", "no column 'value_as_printed'")]
    [InlineData(Header + "4826,stage1_made,2023,2\n", "'2023' is not a period")]
    [InlineData(Header + "4826,stage1_made,2023/24,about 2\n", "'about 2' is not a printed number")]
    [InlineData(Header + "48-26,stage1_made,2023/24,2\n", "'48-26' is not a landlord's code")]
    [InlineData(Header, "no figures")]
    public async Task A_file_that_holds_no_such_figures_is_refused_with_the_place(string file, string what)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["printed.csv"], file, TestContext.Current.CancellationToken);
        ProcessResult run = await ReconcileAsync(folder);
        Assert.Contains(what, run.Expect(3).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_nothing_gives_is_told_with_how_far_off_the_nearest_is_and_one_without_a_measure_by_its_name()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder, Header + "4826,stage1_made,2023/24,9\n4826,ch02_stage9,2023/24,9%\n");
        string text = (await ReconcileAsync(folder)).Expect(0).Output;
        Assert.Contains("no way that was tried gives it; nearest is 3 (3; ", text, StringComparison.Ordinal);
        Assert.Contains("The catalogue has no measure 'ch02_stage9': did you mean ch02_stage1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_finds_what_the_command_line_finds_and_a_viewer_of_it_is_refused()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder, Header + "4826,stage1_made,2023/24,9\n4826,ch02_stage1,2023/24,33%\n4826,ch02_stage9,2023/24,9%\n");
        foreach (string format in (string[])["json", "csv", "table"])
        {
            string here = (await ReconcileAsync(folder, "--format", format)).Expect(0).Output;
            using ServiceRun service = await ServiceRun.StartAsync(folder.Path, folder["warehouse"]);
            string there = (await ReconcileAsync(folder, "--format", format, "--service", service.Address)).Expect(0).Output;
            Assert.Equal(here, there);
        }

        using ServiceRun strict = await ServiceRun.StartAsync(folder.Path, folder["warehouse"], "--role", "viewer");
        ProcessResult refused = await ReconcileAsync(folder, "--service", strict.Address);
        Assert.Contains("the role 'viewer' sees figures alone", refused.Expect(3).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_figure_that_is_printed_with_two_values_is_told_where_no_way_gives_one_of_them()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder, Header + "4826,stage1_made,2023/24,2\n4826,STAGE1_MADE,2023/24,9\n4826,stage1_made,2023/24 Q1,9\n");
        string text = (await ReconcileAsync(folder, "--format", "json")).Expect(0).Output;
        Assert.Contains("printed_twice", text, StringComparison.Ordinal);
        Assert.Contains("2 (line 2), which is counted and 9 (line 3), which no way gives", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(line 4)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_of_other_records_is_counted_as_theirs_and_a_dimension_that_they_lack_is_told()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(
            folder,
            "landlord_code,measure,period,value_as_printed,filters\n4826,findings,2023/24,31,\n4826,findings,2023/24,31,theme=Damp\n");
        string text = (await ReconcileAsync(folder)).Expect(0).Output;
        Assert.Contains("no way that was tried gives it; nearest is 0 (0; as defined), off by 31", text, StringComparison.Ordinal);
        Assert.Contains("The findings that 'findings' counts have no theme.", text, StringComparison.Ordinal);
    }

    private static async Task LoadAsync(TemporaryFolder folder, string printed)
    {
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        await File.WriteAllTextAsync(folder["printed.csv"], printed, TestContext.Current.CancellationToken);
    }

    private static Task<ProcessResult> ReconcileAsync(TemporaryFolder folder, params string[] options) =>
        CommandLineRun.ComplaintsAsync(folder.Path, ["reconcile", "--published", "printed.csv", .. options]);
}
