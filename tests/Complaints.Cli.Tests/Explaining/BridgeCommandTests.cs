using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Explaining;

/// <summary>The way from what a system holds to the return, on the command line.</summary>
public sealed class BridgeCommandTests
{
    [Fact]
    public async Task What_the_return_leaves_out_of_what_was_loaded_is_told_step_by_step()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages + "C9,1,2023-13-02,,accepted,4826,GN\n", "2024-05-31");
        string[] query = ["bridge", "--year", "2023/24", "--where", "landlord=4826", "--where", "stock_type=LCRA"];
        string text = (await CommandLineRun.ComplaintsAsync(folder.Path, query)).Expect(0).Output;
        Assert.Contains("          6  held by CRM: 0 contacts, 5 stages of complaints, 1 row held back", text, StringComparison.Ordinal);
        Assert.Contains("         -1  not_accepted: ", text, StringComparison.Ordinal);
        Assert.Contains("        = 2  the numerator of ch01_stage1", text, StringComparison.Ordinal);

        string json = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "--format", "json"])).Expect(0).Output;
        using var document = JsonDocument.Parse(json);
        Assert.Equal(6, document.RootElement.GetProperty("all").GetInt64());
        Assert.Equal(
            4, document.RootElement.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("left_out").GetInt64()));
    }

    [Fact]
    public async Task A_stage_that_is_none_is_a_wrong_command_line()
    {
        using TemporaryFolder folder = new();
        (await CommandLineRun.ComplaintsAsync(folder.Path, "bridge", "--stage", "3")).Expect(2);
    }
}
