using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Risk;

/// <summary>The risk commands against a running service over HTTP/2 say what they say of the warehouse itself.</summary>
[Collection(typeof(RiskTests))]
public sealed class RiskServiceTests(RiskWarehouse risk)
{
    [Fact]
    public async Task The_list_the_explanation_and_the_card_of_a_service_are_those_of_the_warehouse()
    {
        using ServiceRun service = await ServiceRun.StartAsync(risk.Sample, risk.Warehouse);
        JsonElement[] cases = Items((await risk.RiskAsync("list", "--format", "json")).Expect(0));
        JsonElement answered = cases.First(c => c.GetProperty("responded_on").ValueKind != JsonValueKind.Null);
        string[][] commands =
        [
            ["list", "--format", "json"],
            ["list", "--top", "200", "--landlord", "00BK", "--area", "repairs", "--as-of", "2025-06-16", "--format", "json"],
            ["list", "--top", "5"],
            ["explain", cases[0].GetProperty("reference").GetString()!, "--format", "json"],
            [
                "explain",
                answered.GetProperty("reference").GetString()!,
                "--source",
                answered.GetProperty("source_system").GetString()!,
                "--format",
                "json",
            ],
            ["explain", cases[0].GetProperty("reference").GetString()!],
            ["card"],
        ];
        foreach (string[] command in commands)
        {
            string direct = (await risk.RiskAsync(command)).Expect(0).Output;
            Assert.NotEmpty(direct);
            Assert.Equal(direct, (await risk.OverServiceAsync(service.Address, command)).Expect(0).Output);
        }
    }

    [Fact]
    public async Task What_the_warehouse_refuses_the_service_refuses_in_the_same_words()
    {
        using ServiceRun service = await ServiceRun.StartAsync(risk.Sample, risk.Warehouse);
        string[][] commands =
        [
            ["list", "--as-of", "2025-01-01"],
            ["list", "--top", "0"],
            ["list", "--top", "1001"],
            ["explain", "no-such-case"],
            ["explain", new string('x', 201), "--as-of", "2025-06-30"],
            ["feedback", "no-such-case", "--action", "called"],
            ["feedback", "--list", "--top", "0"],
        ];
        foreach (string[] command in commands)
        {
            string direct = (await risk.RiskAsync(command)).Expect(3).Messages;
            Assert.Contains("fix:", direct, StringComparison.Ordinal);
            Assert.Equal(direct, (await risk.OverServiceAsync(service.Address, command)).Expect(3).Messages);
        }
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_the_users_to_mend()
    {
        string[][] commands = [["list"], ["explain", "C1"], ["card"], ["feedback", "--list"], ["feedback", "C1", "--action", "called"]];
        foreach (string[] command in commands)
        {
            ProcessResult none = (await risk.OverServiceAsync("http://127.0.0.1:1", command)).Expect(3);
            Assert.Contains("No service answers", none.Messages, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("list", "--model", "m1")]
    [InlineData("card", "--details", "card.json")]
    [InlineData("list", "--service", "http://")]
    public async Task What_a_service_cannot_follow_is_2(string command, string option, string value) =>
        (await risk.OverServiceAsync("http://127.0.0.1:1", command, option, value)).Expect(2);

    [Fact]
    public async Task Feedback_by_either_way_is_kept_in_one_place_and_read_back_alike()
    {
        using ServiceRun service = await ServiceRun.StartAsync(risk.Sample, risk.Warehouse);
        JsonElement[] cases = Items((await risk.RiskAsync("list", "--top", "2", "--format", "json")).Expect(0));
        (string first, string second) = (cases[0].GetProperty("reference").GetString()!, cases[1].GetProperty("reference").GetString()!);

        ProcessResult here = (await risk.RiskAsync(
            "feedback",
            first,
            "--action",
            "remedy_brought_forward",
            "--outcome",
            "resolved",
            "--note",
            "Repair moved to Monday\n\"early\" – good",
            "--as-of",
            "2025-06-30",
            "--format",
            "json")).Expect(0);
        ProcessResult there = (await risk.OverServiceAsync(
            service.Address,
            "feedback",
            second,
            "--action",
            "called",
            "--source",
            cases[1].GetProperty("source_system").GetString()!,
            "--format",
            "json")).Expect(0);
        JsonElement kept = JsonDocument.Parse(here.Output).RootElement;
        Assert.Equal(Environment.UserName, kept.GetProperty("recorded_by").GetString());
        Assert.Equal(cases[0].GetProperty("source_system").GetString(), kept.GetProperty("source_system").GetString());
        Assert.Equal(risk.Version, kept.GetProperty("model_version").GetString());
        Assert.Equal("not_known", JsonDocument.Parse(there.Output).RootElement.GetProperty("outcome").GetString());

        string all = (await risk.RiskAsync("feedback", "--list", "--format", "json")).Expect(0).Output;
        Assert.Equal(all, (await risk.OverServiceAsync(service.Address, "feedback", "--list", "--format", "json")).Expect(0).Output);
        string[] records = [.. JsonDocument.Parse(all).RootElement.EnumerateArray().Take(2).Select(r => JsonSerializer.Serialize(r))];
        Assert.Equal([Compact(there), Compact(here)], records);

        ProcessResult one = (await risk.OverServiceAsync(service.Address, "feedback", "--list", first, "--top", "1")).Expect(0);
        Assert.Contains("remedy brought forward", one.Output, StringComparison.Ordinal);
        Assert.Contains("1 of ", one.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(second, one.Output, StringComparison.Ordinal);
        ProcessResult words = (await risk.RiskAsync("feedback", first, "--action", "none")).Expect(0);
        Assert.Empty(words.Output);
        Assert.Contains("none, not known", words.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_too_long_is_refused_and_nothing_is_kept()
    {
        using ServiceRun service = await ServiceRun.StartAsync(risk.Sample, risk.Warehouse);
        string reference = Items((await risk.RiskAsync("list", "--top", "1", "--format", "json")).Expect(0))[0]
            .GetProperty("reference")
            .GetString()!;
        string before = (await risk.RiskAsync("feedback", "--list", "--top", "1000", "--format", "json")).Expect(0).Output;
        string[] tooLong = ["feedback", reference, "--action", "called", "--note", new string('x', 501)];
        Assert.Equal(
            (await risk.RiskAsync(tooLong)).Expect(3).Messages, (await risk.OverServiceAsync(service.Address, tooLong)).Expect(3).Messages);
        Assert.Equal(before, (await risk.RiskAsync("feedback", "--list", "--top", "1000", "--format", "json")).Expect(0).Output);
    }

    [Theory]
    [InlineData("feedback")]
    [InlineData("feedback", "C1")]
    [InlineData("feedback", "C1", "--action", "shouted")]
    [InlineData("feedback", "C1", "--action", "called", "--outcome", "0")]
    [InlineData("feedback", "C1", "--action", "called", "--as-of", "yesterday")]
    [InlineData("feedback", "--list", "--action", "called")]
    [InlineData("feedback", "--list", "--format", "csv")]
    public async Task Feedback_that_says_too_little_or_two_things_at_once_is_2(params string[] arguments) =>
        (await risk.RiskAsync(arguments)).Expect(2);

    private static JsonElement[] Items(ProcessResult result) => [.. JsonDocument.Parse(result.Output).RootElement.EnumerateArray()];

    private static string Compact(ProcessResult result) => JsonSerializer.Serialize(JsonDocument.Parse(result.Output).RootElement);
}
