using Complaints.Domain.Errors;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A system that was moved writes the same words before or behind all of its references: an incremental extract of it brought every case
/// again, and each counted twice.
/// </summary>
public sealed class RenamedReferenceTests
{
    private const string Cases = "SELECT COUNT(DISTINCT case_reference) FROM fact_stage WHERE recorded_to_load = 2147483647";

    private static readonly string s_incremental = SmallSet.StageMapping(mode: "incremental");

    [Theory]
    [InlineData("CRM-{0}", "{0}")] // words before
    [InlineData("{0}", "OLD-{0}")] // without them
    [InlineData("WB-{0}", "CX-{0}")] // others
    [InlineData("{0}", "{0}/S1")] // behind
    [InlineData("{0}", "X-{0}-Z")] // at both ends
    [InlineData("X-{0}-Z", "{0}")]
    [InlineData("H{0}-6733F9", "N/H{0}-6733F9")]
    public async Task References_that_differ_by_the_same_words_all_over_are_refused(string before, string after)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, before, s_incremental, 12);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, after, s_incremental, 12));

        Assert.Contains(" of 12 ", refused.What, StringComparison.Ordinal);
        Assert.Equal(["12"], await test.QueryAsync(Cases));
    }

    [Fact]
    public async Task The_refusal_names_both_and_how_to_go_on_and_a_person_may_say_that_they_are_other_cases()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "{0}", s_incremental, 6);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, "M-{0}", s_incremental, 6));

        Assert.StartsWith("6 of 6 new references of 'CRM' differ from those that 'CRM' gave before", refused.What, StringComparison.Ordinal);
        Assert.Contains("'M-1001' from '1001'", refused.What, StringComparison.Ordinal);
        Assert.Contains("--allow-similar-references", refused.Fix, StringComparison.Ordinal);
        await LoadAsync(test, "M-{0}", s_incremental, 6, LoadAllowance.SimilarReferences);
        Assert.Equal(["12"], await test.QueryAsync(Cases));
    }

    [Fact]
    public async Task A_system_in_another_ones_place_that_writes_references_otherwise_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "{0}", SmallSet.StageMapping(), 8);
        string mapping = SmallSet.StageMapping().Replace("CRM", "NEW-CRM", StringComparison.Ordinal);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, "N{0}", mapping, 8));

        Assert.Contains("write the references as they were and 'CRM' as the mapping's source system", refused.Fix, StringComparison.Ordinal);
        await LoadAsync(test, "N{0}", mapping, 8, LoadAllowance.OtherSource);
    }

    [Fact]
    public async Task Contacts_are_told_in_the_same_way()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadContactsAsync(test, "");

        await Assert.ThrowsAsync<UserException>(() => LoadContactsAsync(test, "Q-"));
    }

    [Fact]
    public async Task Findings_are_told_in_the_same_way()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadFindingsAsync(test, "");

        await Assert.ThrowsAsync<UserException>(() => LoadFindingsAsync(test, "HO-"));
    }

    [Fact]
    public async Task Actions_are_told_in_the_same_way()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "{0}", s_incremental, 7);
        await LoadActionsAsync(test, "P{0}");

        await Assert.ThrowsAsync<UserException>(() => LoadActionsAsync(test, "P{0}/X"));
        await LoadActionsAsync(test, "Q{0}1");
    }

    [Fact]
    public async Task A_few_are_loaded_and_told()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "{0}", s_incremental, 4);

        LoadOutcome outcome = await LoadAsync(test, "M-{0}", s_incremental, 4);

        Assert.Contains(
            "4 of 4 new references differ from those that 'CRM' gave before by the same words all over",
            Assert.Single(outcome.Notices),
            StringComparison.Ordinal);
    }

    // Cases of the same days: of the next number, of other words each, and a full extract that takes the place of the earlier one.
    [Theory]
    [InlineData("{0}", "{0}{0}")]
    [InlineData("{0}", "{1}-{0}")]
    [InlineData("{0}", "2{0}")]
    [InlineData("A-{0}-{1}", "B-{1}")]
    [InlineData("{0}-1", "{0}-2")] // the next of the day
    [InlineData("S1/{0}", "S2/{0}")]
    public async Task Other_references_load(string before, string after)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, before, s_incremental, 12);

        LoadOutcome outcome = await LoadAsync(test, after, s_incremental, 12);

        Assert.Equal(12, outcome.Plan.Added);
    }

    [Fact]
    public async Task Numbers_that_go_on_on_the_same_days_load()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "24/{0}", s_incremental, 20);
        SmallSet.Write(test, $"{SmallSet.Header}\n{Rows("24/{0}", 20, 1021)}", s_incremental);

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(20, outcome.Plan.Added);
    }

    [Fact]
    public async Task A_full_extract_with_new_references_takes_the_place_of_the_old_one_where_a_person_allows_it()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "{0}", SmallSet.StageMapping(), 12);

        await LoadAsync(test, "M-{0}", SmallSet.StageMapping(), 12, LoadAllowance.Withdrawals);

        Assert.Equal(["12"], await test.QueryAsync(Cases));
    }

    private static async Task<LoadOutcome> LoadAsync(
        TestWarehouse test, string form, string mapping, int rows, LoadAllowance allow = LoadAllowance.None)
    {
        SmallSet.Write(test, $"{SmallSet.Header}\n{Rows(form, rows)}", mapping);
        return await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = allow });
    }

    private static async Task LoadContactsAsync(TestWarehouse test, string words)
    {
        string rows = string.Join('\n', Enumerable.Range(0, 7).Select(i => $"{words}{1001 + i},{2 + i:00}/04/2024"));
        SmallSet.Write(test, $"Contact,Received\n{rows}\n", """
            {
              "mapping": "contacts", "version": 1, "source": { "system": "CRM" },
              "target": "contact", "mode": "incremental", "date_order": "dmy",
              "columns": {
                "contact_reference": "Contact", "received_on": "Received",
                "kind": { "value": "service_request" }, "landlord_code": { "value": "4826" }
              }
            }
            """);
        await test.LoadAsync();
    }

    private static async Task LoadFindingsAsync(TestWarehouse test, string words)
    {
        string rows = string.Join('\n', Enumerable.Range(0, 7).Select(i => $"{words}{2_024_001 + i},{2 + i:00}/04/2024"));
        SmallSet.Write(test, $"Reference,Decided\n{rows}\n", """
            {
              "mapping": "findings", "version": 1, "source": { "system": "HO" },
              "target": "finding", "mode": "incremental", "date_order": "dmy",
              "columns": {
                "ombudsman_reference": "Reference", "determined_on": "Decided",
                "finding": { "value": "service_failure" }, "landlord_code": { "value": "4826" }
              }
            }
            """);
        await test.LoadAsync();
    }

    private static async Task LoadActionsAsync(TestWarehouse test, string form)
    {
        string rows = string.Join('\n', Enumerable.Range(0, 7).Select(i => FormattableString.Invariant($"{1001 + i},")
            + string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i + 1) + ",10/05/2024"));
        SmallSet.Write(test, $"Case,Action,Due\n{rows}\n", """
            {
              "mapping": "actions", "version": 1, "source": { "system": "CRM" },
              "target": "action", "mode": "incremental", "date_order": "dmy",
              "columns": { "case_reference": "Case", "action_reference": "Action", "kind": { "value": "promise" }, "due_on": "Due" }
            }
            """);
        await test.LoadAsync();
    }

    // Three cases a day, each with a number of its own and a word of its own.
    private static string Rows(string form, int rows, int first = 1001) => string.Concat(Enumerable.Range(0, rows).Select(i =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, form, first + i, $"W{(char)('A' + i)}")
        + FormattableString.Invariant($",1,{2 + (i / 3):00}/04/2024,,,,,4826,SEC\n")));
}
