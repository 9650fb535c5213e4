using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Explaining;

/// <summary>Figures beside other days, on the command line.</summary>
public sealed class CompareCommandTests
{
    [Fact]
    public async Task A_figure_stands_beside_the_year_before_with_the_change_for_people_and_machines()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(
            folder, SmallSet.Stages + "C5,1,2024-05-02,2024-05-09,accepted,4826,GN\n", "2024-05-31");
        string[] query = ["compare", "-m", "stage1_made,ch02_stage1", "--from", "2024-04-01", "--with", "prior_year,year_to_date"];

        string text = (await CommandLineRun.ComplaintsAsync(folder.Path, query)).Expect(0).Output;
        string json = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "--format", "json"])).Expect(0).Output;
        string csv = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "--format", "csv"])).Expect(0).Output;

        Assert.Contains("prior year: 2023-04-01 to 2023-05-31, as at 2024-05-31.", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        JsonElement made = document.RootElement[0];
        Assert.Equal(("1", "2", "-1"), (made.GetProperty("display").GetString(), Prior(made, "display"), Prior(made, "change_display")));
        Assert.Equal("+50.0", Prior(document.RootElement[1], "change_display"));
        Assert.Equal(5, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_comparison_that_is_none_is_a_wrong_command_line_with_those_that_are()
    {
        using TemporaryFolder folder = new();
        ProcessResult run = await CommandLineRun.ComplaintsAsync(folder.Path, "compare", "-m", "stage1_made", "--with", "last_year");
        Assert.Contains("same_period_last_year", run.Expect(2).Messages, StringComparison.Ordinal);
    }

    private static string? Prior(JsonElement figure, string property) =>
        figure.GetProperty("compared")[0].GetProperty(property).GetString();
}
