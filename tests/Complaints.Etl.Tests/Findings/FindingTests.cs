using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Findings;

public sealed class FindingTests
{
    private const string Loaded =
        "SELECT ombudsman_reference, element, landlord_code, finding, determined_on, amended_on FROM fact_finding WHERE recorded_to_load = 2147483647 ORDER BY 1, 2";

    [Fact]
    public async Task A_case_has_a_finding_for_each_element_and_an_empty_element_is_one_too()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(
            test,
            """
            1,Westward,26 May 2025,Repairs,"Leaks, and damp",Severe Maladministration
            1,Westward,26 May 2025,Complaint Handling,,Service Failure
            2,WESTMINSTER,14/03/2025,Other,Leaks,reasonable redress
            """.Replace("2025", "2024", StringComparison.Ordinal));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.Equal(
            [
                "1||4826|service_failure|2024-05-26|", "1|Leaks, and damp|4826|severe_maladministration|2024-05-26|",
                "2|Leaks|00BK|reasonable_redress|2024-03-14|",
            ],
            await test.QueryAsync(Loaded));
        Assert.Equal(
            ["Complaint Handling|4826|Westward", "Repairs|4826|Westward", "Other|00BK|Westminster"],
            await test.QueryAsync("SELECT c.category, l.landlord_code, l.name FROM fact_finding AS f JOIN dim_category AS c USING (category_key) JOIN dim_landlord AS l USING (landlord_key) ORDER BY f.ombudsman_reference, f.element"));
    }

    [Fact]
    public async Task Every_row_is_loaded_unchanged_or_held_back_and_a_second_load_says_nothing_new()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string rows = $"{Rows(30)}1,Westward,soon,Repairs,E,Maladministration\n2,Westward,26 May 2024,Repairs,E,Sorted\n3,Nobody,26 May 2024,Repairs,E,Withdrawn\n,Westward,26 May 2024,Repairs,E,Withdrawn";
        FindingSet.Write(test, rows);

        LoadOutcome first = await test.LoadAsync();
        LoadOutcome second = await test.LoadAsync();

        Assert.Equal((34L, 30L, 0L, 4L), Fates(first));
        Assert.Equal((34L, 0L, 30L, 4L), Fates(second));
        Assert.Equal(
            ["|missing-key|Case", "1/E|bad-date|Decided", "2/E|unknown-code|Finding", "3/E|landlord-name|Landlord"],
            await test.QueryAsync("SELECT row_key, rule_id, column_name FROM load_quarantine ORDER BY row_key NULLS FIRST"));
    }

    // A spreadsheet dropped the zeros of a feed, and each finding stood twice.
    [Theory]
    [InlineData("0417", "417")]
    [InlineData("HO\u20111704", "HO-1704")]
    [InlineData("H\u041E-1704", "HO-1704")]
    public async Task A_finding_under_two_references_of_one_form_is_held_back(string known, string other)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, $"{known},Westward,26 May 2024,Repairs,E,Withdrawn", FindingSet.Mapping("incremental"));
        await test.LoadAsync();
        FindingSet.Write(
            test,
            $"9,Westward,26 May 2024,Repairs,E,Withdrawn\n{other},Westward,26 May 2024,Repairs,E,Service Failure",
            FindingSet.Mapping("incremental"));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(1, outcome.RowsQuarantined);
        Assert.Equal(
            [$"{other}/E|similar-reference"], await test.QueryAsync("SELECT row_key, rule_id FROM load_quarantine"));
    }

    [Theory]
    [InlineData("24 November 2024 and reissued on 3 March 2025", "2024-11-24", "2025-03-03")]
    [InlineData("24 October 2024 Updated 14 January 2025", "2024-10-24", "2025-01-14")]
    [InlineData("24/10/2024 (amended 14/01/2025)", "2024-10-24", "2025-01-14")]
    [InlineData("2024-10-24, re-issued on: 2025-01-14", "2024-10-24", "2025-01-14")]
    [InlineData("24 October 2024 (corrected on 24 October 2024)", "2024-10-24", "2024-10-24")]
    [InlineData("24 October 2024", "2024-10-24", "")]
    public async Task A_decision_issued_anew_keeps_both_its_days(string cell, string determined, string amended)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, $"1,Westward,\"{cell}\",Repairs,E,Maladministration");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal([$"1|E|4826|maladministration|{determined}|{amended}"], await test.QueryAsync(Loaded));
        Assert.Equal(amended.Length > 0, outcome.Files[1].CorrectedByRule.ContainsKey("amended-day"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("October 2024")]
    [InlineData("13 February 2025 (re-issued)")]
    [InlineData("13 February 2025 and 14 February 2025")]
    [InlineData("13 February 2025 (amended on 14 February 2025")]
    [InlineData("13 February 2025 amended in March 2025")]
    [InlineData("reissued on 3 March 2025")]
    [InlineData("13 February 2025 sent by post on 14 February 2025")]
    [InlineData("13 February 2025 amended 14 February 2025 and reissued on 15 February 2025")]
    public async Task Any_other_words_around_a_day_are_held_back_by_one_rule(string cell)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, $"1,Westward,\"{cell}\",Repairs,E,Maladministration\n2,Westward,1 May 2024,Repairs,E,Maladministration");

        await test.LoadAsync();

        Assert.Equal(["1/E|bad-date|Decided"], await test.QueryAsync("SELECT row_key, rule_id, column_name FROM load_quarantine"));
    }

    [Theory]
    [InlineData("24 October 2024 updated 14 January 2024", "impossible-date-order")]
    [InlineData("24 October 2024 updated 15 April 2025", "future-date")]
    [InlineData("15 April 2025", "future-date")]
    public async Task A_decision_is_not_amended_before_it_is_made_nor_after_the_extract(string cell, string rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, $"1,Westward,{cell},Repairs,E,Maladministration");

        await test.LoadAsync();

        Assert.Equal([rule], await test.QueryAsync("SELECT rule_id FROM load_quarantine"));
    }

    [Fact]
    public async Task Two_rows_of_one_case_and_element_that_differ_are_both_held_back_and_a_mended_row_settles_its_entry()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, "1,Westward,1 May 2024,Repairs,,Maladministration\n1,Westward,1 May 2024,Repairs,,Service Failure\n2,Westward,soon,Repairs,,Withdrawn");
        await test.LoadAsync();
        Assert.Equal(
            ["1/|duplicate-case", "1/|duplicate-case", "2/|bad-date"],
            await test.QueryAsync("SELECT row_key, rule_id FROM load_quarantine ORDER BY line"));

        FindingSet.Write(test, "1,Westward,1 May 2024,Repairs,,Service Failure\n2,Westward,2 May 2024,Repairs,,Withdrawn", FindingSet.Mapping("incremental"));
        await test.LoadAsync();

        Assert.Equal(["replayed", "replayed", "replayed"], await test.QueryAsync("SELECT status FROM load_quarantine"));
    }

    [Fact]
    public async Task A_full_file_withdraws_what_it_lacks_an_incremental_one_does_not_and_a_row_restates_its_finding()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, Rows(30));
        await test.LoadAsync();
        string restated = Rows(29).Replace(
            "1000,Westward,1 May 2024,Repairs,E,Maladministration",
            "1000,Westward,1 May 2024,Repairs,E,Service Failure",
            StringComparison.Ordinal);
        FindingSet.Write(test, restated, FindingSet.Mapping("incremental"));
        LoadOutcome part = await test.LoadAsync();
        Assert.Equal((1L, 0L), (part.Files[1].Plan.Changed, part.Files[1].Plan.Withdrawn));

        FindingSet.Write(test, Rows(29));
        LoadOutcome whole = await test.LoadAsync();

        Assert.Equal((1L, 1L), (whole.Files[1].Plan.Changed, whole.Files[1].Plan.Withdrawn));
        Assert.Equal(["29"], await test.QueryAsync("SELECT COUNT(*) FROM fact_finding WHERE recorded_to_load = 2147483647"));
        Assert.Equal(["1029"], await test.QueryAsync("SELECT ombudsman_reference FROM fact_finding WHERE withdrawn_by_source"));
    }

    [Fact]
    public async Task A_feed_that_gives_out_its_numbers_anew_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, Rows(30), FindingSet.Mapping("incremental"));
        await test.LoadAsync();
        int generation = await test.GenerationAsync();

        IEnumerable<string> renumbered = Rows(30).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((row, i) => row.Replace("1 May", i % 3 == 0 ? "2 May" : "1 May", StringComparison.Ordinal) + "\n");
        FindingSet.Write(test, string.Concat(renumbered), FindingSet.Mapping("incremental"));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith("The file gives 10 of its 30 rows another day of decision", refused.What, StringComparison.Ordinal);
        Assert.Equal(generation, await test.GenerationAsync());
    }

    [Theory]
    [InlineData(",Westward,", ",Westminster,", "another landlord")]
    [InlineData(",Maladministration", ",Service Failure", "another finding")]
    [InlineData(",E,", ",Another element,", "would withdraw 30 of the 30")]
    public async Task A_mass_change_under_one_key_is_refused_like_a_mass_withdrawal(string said, string says, string what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, Rows(30));
        await test.LoadAsync();

        FindingSet.Write(test, Rows(30).Replace(said, says, StringComparison.Ordinal));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains(what, refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_file_that_lost_one_landlord_is_refused_however_few_its_findings()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string few = string.Concat(Enumerable.Range(0, 4).Select(i => $"9{i},Westminster,1 May 2024,Repairs,E,Maladministration\n"));
        FindingSet.Write(test, Rows(60) + few);
        await test.LoadAsync();

        FindingSet.Write(test, Rows(60));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("4 of the 4 facts of landlord 00BK", refused.What, StringComparison.Ordinal);
    }

    private static (long Read, long Loaded, long Unchanged, long HeldBack) Fates(LoadOutcome outcome)
    {
        FileOutcome file = outcome.Files[1];
        Assert.True(file.Reconciles());
        return (file.RowsRead, file.RowsLoaded, file.RowsUnchanged, file.RowsQuarantined);
    }

    private static string Rows(int count) => string.Concat(
        Enumerable.Range(0, count).Select(i => $"{1000 + i},Westward,1 May 2024,Repairs,E,Maladministration\n"));
}
