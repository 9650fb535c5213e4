using Complaints.Domain.Errors;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>A load that would make figures wrong is refused until a person says that it is meant.</summary>
public sealed class LoadGuardTests
{
    private const string Current = "SELECT COUNT(*) FROM fact_stage WHERE recorded_to_load = 2147483647";

    [Fact]
    public async Task A_full_extract_that_was_cut_off_is_refused_unless_its_withdrawals_are_allowed()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 43);
        await test.LoadAsync();
        Write(test, 1);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Equal("The file would withdraw 42 of the 43 facts that 'CRM' gave before as 'stage'.", refused.What);
        Assert.EndsWith("stages.csv", refused.Where, StringComparison.Ordinal);
        Assert.Contains("--allow-withdrawals", refused.Fix, StringComparison.Ordinal);
        Assert.Equal(["43"], await test.QueryAsync(Current));

        LoadOutcome dry = await test.LoadAsync(Request(test, LoadAllowance.None) with { DryRun = true });
        Assert.Equal(42, dry.Plan.Withdrawn);
        Assert.StartsWith("This load would be refused. The file would withdraw 42 of the 43", Assert.Single(dry.Notices), StringComparison.Ordinal);

        LoadOutcome allowed = await test.LoadAsync(Request(test, LoadAllowance.Withdrawals));
        Assert.Equal((42L, 43L), (allowed.Plan.Withdrawn, allowed.Plan.CurrentBefore));
        Assert.Equal(["1"], await test.QueryAsync(Current));
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(15, 12)]
    [InlineData(105, 84)]
    public async Task A_full_extract_may_withdraw_one_fact_or_a_fifth_of_them(int before, int after)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, before);
        await test.LoadAsync();
        Write(test, after);

        Assert.Equal(before - after, (await test.LoadAsync()).Plan.Withdrawn);
    }

    [Theory]
    [InlineData(15, 1)]
    [InlineData(43, 23)]
    [InlineData(5, 3)]
    public async Task A_small_landlords_extract_that_was_cut_off_is_refused_too(int before, int after)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, before);
        await test.LoadAsync();
        Write(test, after);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains($"withdraw {before - after} of the {before} facts", refused.What, StringComparison.Ordinal);
        Assert.Equal([$"{before}"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task Cases_that_were_given_new_running_numbers_are_refused_like_a_mass_withdrawal()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 40);
        await test.LoadAsync();
        string[] rows = SmallSet.Rows(40).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> renumbered = rows.Skip(2).Select((row, i) => $"C{i + 1:D5}{row[6..]}");
        SmallSet.Write(test, $"{SmallSet.Header}\n{string.Join('\n', renumbered)}\n");

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.StartsWith("The file gives 38 of its 38 rows another day of receipt", refused.What, StringComparison.Ordinal);
        Assert.Contains("--allow-changes", refused.Fix, StringComparison.Ordinal);

        Assert.Equal(38, (await test.LoadAsync(Request(test, LoadAllowance.Changes))).Plan.Changed);
    }

    [Fact]
    public async Task Answers_that_come_in_between_two_extracts_are_no_mass_change()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string[] rows = SmallSet.Rows(40).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> open = rows.Select(row => row.Split(','))
            .Select(cells => $"{string.Join(',', cells[..5])},,,{cells[7]},{cells[8]}");
        SmallSet.Write(test, $"{SmallSet.Header}\n{string.Join('\n', open)}\n");
        await test.LoadAsync();
        Write(test, 40);

        Assert.Equal(40, (await test.LoadAsync()).Plan.Changed);
    }

    [Fact]
    public async Task Cases_under_new_references_are_withdrawals_of_all_the_old_ones()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 30);
        await test.LoadAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(60).Replace("C0", "N0", StringComparison.Ordinal));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("30 of the 30 facts", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_extract_does_not_undo_what_a_newer_one_said()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 3);
        await test.LoadAsync(Request(test, LoadAllowance.None) with { ExtractDate = new DateOnly(2025, 5, 20) });
        Assert.Equal(
            0, (await test.LoadAsync(Request(test, LoadAllowance.None) with { ExtractDate = new DateOnly(2025, 5, 20) })).Plan.Changed);
        string restated = SmallSet.Rows(2).Replace("Upheld", "Not upheld", StringComparison.Ordinal);
        SmallSet.Write(test, SmallSet.Header + "\n" + restated + SmallSet.Rows(1, 3));
        LoadRequest older = Request(test, LoadAllowance.None) with { ExtractDate = new DateOnly(2025, 5, 12) };

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync(older));

        Assert.Equal("The extract is of 2025-05-12, and one of 2025-05-20 was loaded of 'REG' as 'landlord'.", refused.What);
        Assert.Contains("--allow-older-extract", refused.Fix, StringComparison.Ordinal);
        LoadOutcome dry = await test.LoadAsync(older with { DryRun = true });
Assert.StartsWith("This load would be refused. " + refused.What, Assert.Single(dry.Notices), StringComparison.Ordinal);
        Assert.Equal(2, (await test.LoadAsync(older with { Allow = LoadAllowance.OlderExtract })).Plan.Changed);
    }

    [Fact]
    public async Task An_extract_of_another_source_may_be_of_an_earlier_day()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 3);
        await test.LoadAsync(Request(test, LoadAllowance.None) with { ExtractDate = new DateOnly(2025, 5, 20) });
        string mapping = test.Write("other.mapping.jsonc", SmallSet.StageMapping().Replace("CRM", "OTHER", StringComparison.Ordinal));
        string file = test.Write("other.csv", SmallSet.Header + "\n" + SmallSet.Rows(2, 50));

        await test.LoadAsync(new LoadRequest { Path = file, Mapping = mapping, ExtractDate = new DateOnly(2025, 5, 12) });

        Assert.Equal(["5"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task Mended_rows_are_of_the_day_of_their_own_sources_newest_extract()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 3);
        await test.LoadAsync(Request(test, LoadAllowance.None) with { ExtractDate = new DateOnly(2025, 5, 12) });
        string mapping = test.Write("other.mapping.jsonc", SmallSet.StageMapping().Replace("CRM", "OTHER", StringComparison.Ordinal));
        string file = test.Write("other.csv", SmallSet.Header + "\n" + SmallSet.Rows(2, 50));
        await test.LoadAsync(new LoadRequest { Path = file, Mapping = mapping, ExtractDate = new DateOnly(2025, 6, 30) });

        LoadOutcome replay = await test.LoadAsync(
            new LoadRequest { Path = file, Mapping = Path.Combine(test.SetFolder, "stages.mapping.jsonc"), Replay = true });

        Assert.Equal(new DateOnly(2025, 5, 12), replay.ExtractDate);
    }

    [Fact]
    public async Task A_renamed_source_system_does_not_double_the_figures()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 12);
        await test.LoadAsync();
        SmallSet.Write(
            test, SmallSet.Header + "\n" + SmallSet.Rows(12), SmallSet.StageMapping().Replace("CRM", "NEW-CRM", StringComparison.Ordinal));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.StartsWith("12 of 12 rows of 'NEW-CRM' are complaints that 'CRM' gave before", refused.What, StringComparison.Ordinal);
        Assert.Contains("has the source system been renamed?", refused.Fix, StringComparison.Ordinal);
        Assert.Equal(["12"], await test.QueryAsync(Current));

        await test.LoadAsync(Request(test, LoadAllowance.OtherSource));
        LoadOutcome again = await test.LoadAsync();
        Assert.Equal((12L, "CRM"), (again.Files[1].StagesKnownElsewhere, again.Files[1].OtherSource));
        Assert.Contains("12 complaint stages of its source system are given by 'CRM' too", Assert.Single(again.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_cases_that_two_systems_share_are_loaded_and_told()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, 12);
        await test.LoadAsync();
        SmallSet.Write(
            test, SmallSet.Header + "\n" + SmallSet.Rows(30, 4), SmallSet.StageMapping().Replace("CRM", "OTHER", StringComparison.Ordinal));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(9, outcome.Files[1].StagesKnownElsewhere);
        Assert.Contains(
            "figures count them twice if they are the same complaints", Assert.Single(outcome.Notices), StringComparison.Ordinal);
        Assert.Equal(["42"], await test.QueryAsync(Current));
    }

    private static void Write(TestWarehouse test, int rows) => SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(rows));

    private static LoadRequest Request(TestWarehouse test, LoadAllowance allow) => new() { Path = test.SetFolder, Allow = allow };
}
