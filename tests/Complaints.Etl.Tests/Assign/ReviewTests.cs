using Complaints.Domain.Errors;
using Complaints.Etl.Assign;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

public sealed class ReviewTests
{
    private const string Header = "allocator,identifier,property_reference,property_allocator,valid_from,accepted_by,accepted_on\n";

    private const string Standing =
        "SELECT case_reference, landlord_code, stock_type, assignment FROM fact_stage WHERE recorded_to_load = 2147483647 ORDER BY case_reference";

    [Fact]
    public async Task An_accepted_identifier_that_contradicts_the_UPRN_of_the_row_is_ambiguous_until_the_UPRN_is_decided_on_too()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,NOPE,100023336956\nB,1,02/04/2024,NOPE,");

        await AcceptAsync(test, "CRM,NOPE,P2,HOUSING,,J. Smith,2025-04-01\n");

        Assert.Equal(["B|00BK|LCHO|reviewed"], await test.QueryAsync(AssignTests.Assigned));
        WorklistEntry entry = Assert.Single(await new WorklistStore(test.Warehouse).ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("landlord-ambiguous", entry.Row.RuleId);
        Assert.Contains("the accepted identifier stands for a home of 00BK, the UPRN 100023336956 for one of 4826", entry.Row.Hint, StringComparison.Ordinal);
        Assert.Equal(
            ["the row's UPRN stands for this home, which contradicts the accepted identifier", "the accepted identifier stands for this home, which contradicts the row's UPRN"],
            entry.Suggestions.Select(suggestion => suggestion.Why));

        await AcceptAsync(test, "CRM,100023336956,P2,HOUSING,,J. Smith,2025-04-02\n");

        Assert.Equal(["A|00BK|LCHO|reviewed", "B|00BK|LCHO|reviewed"], await test.QueryAsync(AssignTests.Assigned));
    }

    [Fact]
    public async Task A_load_says_of_every_line_of_a_reviewed_file_whether_it_had_an_effect_and_why_not()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,X1,\nB,1,02/04/2024,X2,\nC,1,02/04/2024,X3,\nD,1,02/04/2024,,999");

        LoadOutcome outcome = await AcceptAsync(
            test,
            "CRM,X1,P9,HOUSING,,J. Smith,2025-04-01\nCRM,X2,P4,HOUSING,,J. Smith,01/04/2025\nCRM,X3,P1,HOUSING,,,\nCRM,999,P1,HOUSING,,J. Smith,2025-04-01\nCRM,X7,P1,HOUSING,,J. Smith,2025-04-01\nCRM,X3,P1,HOUSING,,J. Smith,\n");

        Assert.Equal(["D|4826|LCRA|reviewed"], await test.QueryAsync(AssignTests.Assigned));
        ReviewOutcome review = outcome.Review!;
        Assert.Equal((1, 1), (review.Used, review.Undecided));
        Assert.Equal(
            [
                "2 X1: no register holds the home 'P9' of 'HOUSING'",
                "3 X2: line 3: the home 'P4' is not valid on 2024-04-02 (valid to 2024-01-01, that day not included)",
                "6 X7: no row of this load has this identifier of 'CRM'",
                "7 X3: 'accepted_on' is empty",
            ],
            review.NotUsed.Select(line => $"{line.Line} {line.Identifier}: {line.Why}"));
        Assert.Contains("reviewed.csv: 1 lines used, 1 undecided, 4 without effect in this load.", outcome.Notices);
    }

    [Fact]
    public async Task A_decision_that_matches_one_row_and_not_another_says_so()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,31/12/2023,X1,\nB,1,01/01/2024,X1,");

        LoadOutcome outcome = await AcceptAsync(test, "CRM,X1,P4,HOUSING,,J. Smith,2025-04-01\n");

        ReviewedLine line = Assert.Single(outcome.Review!.UsedInPart);
        Assert.Equal("line 3: the home 'P4' is not valid on 2024-01-01 (valid to 2024-01-01, that day not included)", line.Why);
        Assert.Equal((1, 0), (outcome.Review.Used, outcome.Review.NotUsed.Count));
    }

    [Fact]
    public async Task A_day_that_is_none_refuses_the_reviewed_file()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,X1,");

        UserException e = await Assert.ThrowsAsync<UserException>(() => AcceptAsync(test, "CRM,X1,P1,HOUSING,,J. Smith,22/22/2025\n"));

        Assert.Contains("'accepted_on' is '22/22/2025'", e.What, StringComparison.Ordinal);
        Assert.EndsWith("reviewed.csv:2", e.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_identifier_and_UPRN_is_left_out_of_the_review_and_counted()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,X1,\nB,1,02/04/2024,,\nC,1,03/04/2024,X1,");
        await test.LoadAsync();
        using var text = new StringWriter();

        WorklistExport export = await new WorklistStore(test.Warehouse).ExportAsync(text, TestContext.Current.CancellationToken);

        Assert.Equal(new WorklistExport(1, 1), export);
        Assert.Equal(2, text.ToString().TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task A_home_that_is_known_and_not_valid_on_the_day_is_suggested_with_its_dates()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,01/01/2024,OLD,");
        test.Write("refs.csv", "id,ref\nOLD,P4\nOLE,P1\n");

        await test.LoadAsync();

        Assert.Equal(
            "4826|P4|'OLD' is known, but not valid on 2024-01-01 (valid to 2024-01-01, that day not included)",
            (await test.QueryAsync("SELECT landlord_code, property_reference, why FROM worklist_candidate ORDER BY score DESC"))[0]);
    }

    [Fact]
    public async Task A_register_that_gives_the_last_day_says_so_in_its_mapping()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,01/01/2024,OLD,\nB,1,02/01/2024,OLD,");
        test.Write("refs.csv", "id,ref\nOLD,P4\n");
        string mapping = await File.ReadAllTextAsync(
            Path.Combine(test.SetFolder, "homes.mapping.jsonc"), TestContext.Current.CancellationToken);
        test.Write("homes.mapping.jsonc", mapping.Replace("\"mode\"", "\"valid_to\": \"inclusive\", \"mode\"", StringComparison.Ordinal));

        await test.LoadAsync();

        Assert.Equal(["A|4826|LCRA|exact"], await test.QueryAsync(AssignTests.Assigned));
        Assert.Equal(["2024-01-02"], await test.QueryAsync("SELECT valid_to FROM dim_property WHERE property_reference = 'P4'"));
    }

    [Theory]
    [InlineData("01/02/2024,31/01/2024", "a day after 2024-02-01, the first day on which the row is valid")]
    [InlineData("01/02/2024,01/02/2024", "a day after 2024-02-01, the first day on which the row is valid")]
    public async Task A_home_that_ends_before_it_begins_is_told_in_the_words_of_a_register(string period, string expected)
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,01/01/2024,000123,");
        test.Write("homes.csv", $"ref,uprn,landlord,tenure,from,to\nP1,,4826,SEC,,\nP2,,4826,SEC,{period}\n");

        await test.LoadAsync();

        Assert.Equal([$"impossible-date-order|{expected}"], await test.QueryAsync("SELECT rule_id, expected FROM load_quarantine WHERE target = 'property'"));
    }

    [Fact]
    public async Task A_UPRN_of_zero_in_a_register_is_counted_as_left_out()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,01/01/2024,000123,");
        test.Write("homes.csv", "ref,uprn,landlord,tenure,from,to\nP1,0,4826,SEC,,\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(1, outcome.Files.Single(file => file.Target == "property").CorrectedByRule["bad-uprn"]);
    }

    // The export named the extract's own system, or the only one of the cross-references: the decision had no effect.
    [Theory]
    [InlineData(", \"allocator\": \"REG\"", "CRM", "REG")]
    [InlineData(", \"allocator\": \"REG\"", "OTHER", "REG")]
    [InlineData("", "OTHER", "CRM")]
    [InlineData("", "CRM", "CRM")]
    public async Task An_export_that_a_person_fills_in_resolves_its_rows(string mapping, string crossReference, string expected)
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,X1,\nB,1,02/04/2024,,999\nC,1,02/04/2024,000124,100023336956\nD,1,02/04/2024,000123,200");
        Change(test, "stages.mapping.jsonc", "\"column\": \"Asset\"", "\"column\": \"Asset\"" + mapping);
        Change(test, "refs.mapping.jsonc", "\"system\": \"CRM\"", $"\"system\": \"{crossReference}\"");
        await test.LoadAsync();
        using var text = new StringWriter();

        await new WorklistStore(test.Warehouse).ExportAsync(text, TestContext.Current.CancellationToken);

        string[][] lines = [.. text.ToString().TrimEnd().Split('\n').Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(expected, line[0]));
        await AcceptAsync(test, string.Concat(lines.Select(line => $"{line[0]},{line[1]},P1,HOUSING,,J. Smith,2025-04-01\n")));
        Assert.Contains("A|4826|LCRA|reviewed", await test.QueryAsync(AssignTests.Assigned));
        Assert.Contains("B|4826|LCRA|reviewed", await test.QueryAsync(AssignTests.Assigned));
    }

    [Fact]
    public async Task A_decision_can_be_put_right_by_a_later_one_and_that_by_another()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,X1,\nB,1,02/04/2024,,999");
        string first = "CRM,X1,P1,HOUSING,,J. Smith,2025-04-01\nCRM,999,P1,HOUSING,,J. Smith,2025-04-01\n";
        string second = "CRM,X1,P2,HOUSING,,J. Smith,2025-04-02\nCRM,999,P2,HOUSING,,J. Smith,2025-04-02\n";
        string[] mistaken = ["A|4826|LCRA|reviewed", "B|4826|LCRA|reviewed"];
        string[] right = ["A|00BK|LCHO|reviewed", "B|00BK|LCHO|reviewed"];

        await AcceptAsync(test, first);
        Assert.Equal(mistaken, await test.QueryAsync(Standing));
        await AcceptAsync(test, second);
        Assert.Equal(right, await test.QueryAsync(Standing));

        // The file of the first decisions once more says nothing new.
        LoadOutcome again = await AcceptAsync(test, first);
        Assert.Equal(right, await test.QueryAsync(Standing));
        Assert.Equal("line 2: a later decision on the identifier stands in its place", again.Review!.NotUsed[0].Why);

        // One file that was added to, line by line.
        LoadOutcome both = await AcceptAsync(test, first + second + "CRM,X1,P1,HOUSING,,J. Smith,2025-04-03\nCRM,999,P1,HOUSING,,J. Smith,2025-04-03\n");
        Assert.Equal(mistaken, await test.QueryAsync(Standing));
        Assert.Equal((2, 4), (both.Review!.Used, both.Review.NotUsed.Count));
        Assert.Equal("line 6 decides on it later", both.Review.NotUsed[0].Why);
    }

    [Fact]
    public async Task A_later_decision_replaces_an_earlier_one_for_the_days_that_it_covers()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,X1,\nB,1,02/06/2024,X1,");
        await AcceptAsync(test, "CRM,X1,P1,HOUSING,,J. Smith,2025-04-01\n");

        await AcceptAsync(test, "CRM,X1,P2,HOUSING,2024-05-01,J. Smith,2025-04-02\n");

        Assert.Equal(["A|4826|LCRA|reviewed", "B|00BK|LCHO|reviewed"], await test.QueryAsync(Standing));
    }

    private static void Change(TestWarehouse test, string file, string from, string to)
    {
        string text = File.ReadAllText(Path.Combine(test.SetFolder, file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        test.Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static Task<LoadOutcome> AcceptAsync(TestWarehouse test, string lines) =>
        test.LoadAsync(new LoadRequest { Path = test.SetFolder, AcceptedReferences = test.Write("reviewed.csv", Header + lines) });
}
