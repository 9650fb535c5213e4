using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Records;

/// <summary>
/// An incremental file that wrote the references of actions, payments, orders or surveys otherwise than before had each counted twice,
/// without a word.
/// </summary>
public sealed class SimilarRecordTests
{
    // A record's reference and that of its case or the Ombudsman's case stand for {0} and {1}; its first day for {2}.
    private static readonly Dictionary<string, (string Table, string Header, string Columns, string Row)> s_records = new()
    {
        ["action"] = (
            "fact_action", "Case,No,Made",
            """ "case_reference": "Case", "action_reference": "No", "kind": { "value": "remedy" }, "made_on": "Made" """,
            "{1},{0},{2}"),
        ["compensation"] = (
            "fact_compensation", "Case,No,Offered,Paid",
            """ "case_reference": "Case", "payment_reference": "No", "kind": { "value": "goodwill" }, "ordered_by": { "value": "landlord" }, "amount": { "value": "50" }, "offered_on": "Offered", "paid_on": "Paid" """,
            "{1},{0},{2},20/02/2025"),
        ["order"] = (
            "fact_order", "Case,No,Due",
            """ "ombudsman_reference": "Case", "order_reference": "No", "kind": { "value": "order" }, "due_on": "Due", "landlord_code": { "value": "4826" } """,
            "{1},{0},{2}"),
        ["survey"] = (
            "fact_survey", "No,Case,Sent,Answered",
            """ "survey_reference": "No", "question": { "value": "handling" }, "case_reference": "Case", "sent_on": "Sent", "answered_on": "Answered", "score": { "value": "3" }, "landlord_code": { "value": "4826" } """,
            "{0},{1},{2},20/02/2025"),
    };

    public static TheoryData<string, string, string, string, string> OneUnderTwo { get; } = Pairs(
        ("N007", "N7"), ("7", "007"), ("N-7", "N7"), ("n7", "N7"), ("N\u20117", "N-7"), ("N7", "\u039D7"));

    [Theory]
    [MemberData(nameof(OneUnderTwo))]
    public async Task One_record_under_two_references_is_held_back_in_the_next_extract(
        string target, string known, string other, string knownDay, string otherDay)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, target, Row(target, known, day: knownDay));

        LoadOutcome outcome = await LoadAsync(test, target, Row(target, other, day: otherDay), Row(target, "X99"));

        Assert.Equal(1, outcome.Files[2].QuarantinedByRule["similar-reference"]);
        Assert.Equal(["2"], await test.QueryAsync(Count(target)));
        Assert.Contains($"'{known}'", Assert.Single(await test.QueryAsync("SELECT hint FROM load_quarantine")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action")]
    [InlineData("compensation")]
    [InlineData("order")]
    [InlineData("survey")]
    public async Task Two_references_of_one_record_in_one_file_are_both_held_back(string target)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        LoadOutcome outcome = await LoadAsync(test, target, Row(target, "A-5"), Row(target, "a5"), Row(target, "A6"));

        Assert.Equal(2, outcome.Files[2].QuarantinedByRule["similar-reference"]);
        Assert.Equal(["1"], await test.QueryAsync(Count(target)));
    }

    [Theory]
    [InlineData("action")]
    [InlineData("compensation")]
    [InlineData("order")]
    public async Task The_same_reference_within_another_case_is_another_record(string target)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, target, Row(target, "07"), Row(target, "7", within: "C00002"));

        Assert.Equal(["2"], await test.QueryAsync(Count(target)));
    }

    [Theory]
    [InlineData("action")]
    [InlineData("compensation")]
    [InlineData("survey")]
    public async Task References_that_are_only_alike_and_have_two_days_are_two_records(string target)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, target, Row(target, "N7"));

        await LoadAsync(test, target, Row(target, "N-7", day: "11/05/2024"));

        Assert.Equal(["2"], await test.QueryAsync(Count(target)));
    }

    [Theory]
    [InlineData("202300007", "0202300007")]
    [InlineData("HO-7", "HO7")]
    public async Task An_order_of_an_Ombudsmans_case_under_another_reference_is_held_back(string known, string other)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "order", Row("order", "1", within: known));

        await LoadAsync(test, "order", Row("order", "1", within: other));

        Assert.Equal(["1"], await test.QueryAsync(Count("order")));
        Assert.Contains(
            $"'1' of '{known}', which was loaded before",
            Assert.Single(await test.QueryAsync("SELECT hint FROM load_quarantine")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action")]
    [InlineData("compensation")]
    [InlineData("order")]
    [InlineData("survey")]
    public async Task A_full_extract_that_writes_a_reference_otherwise_does_not_withdraw_its_record(string target)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, target, "full", Row(target, "0417"), Row(target, "X9"));

        LoadOutcome outcome = await LoadAsync(test, target, "full", Row(target, "417"), Row(target, "X9"));

        Assert.Equal((0L, 1L), (outcome.Plan.Withdrawn, outcome.RowsQuarantined));
        Assert.Equal(["2"], await test.QueryAsync(Count(target)));
    }

    [Theory]
    [InlineData("compensation", "P{0}", "CMP-{0}")]
    [InlineData("order", "{0}", "ORD/{0}")]
    [InlineData("survey", "{0}", "S-{0}")]
    public async Task References_that_differ_by_the_same_words_all_over_are_refused(string target, string before, string now)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, target, Rows(target, before));

        await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, target, Rows(target, now)));

        Assert.Equal(["6"], await test.QueryAsync(Count(target)));
    }

    [Fact]
    public async Task Orders_of_Ombudsmans_cases_under_new_words_are_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "order", [.. Enumerable.Range(1, 6).Select(i => Row("order", "1", within: $"20230{i}"))]);

        await Assert.ThrowsAsync<UserException>(() =>
            LoadAsync(test, "order", [.. Enumerable.Range(1, 6).Select(i => Row("order", "1", within: $"HO-20230{i}"))]));
    }

    [Theory]
    [InlineData("action")]
    [InlineData("compensation")]
    [InlineData("order")]
    [InlineData("survey")]
    public async Task The_next_numbers_load(string target)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, target, Rows(target, "N{0}"));

        LoadOutcome outcome = await LoadAsync(test, target, [.. Enumerable.Range(7, 6).Select(i => Row(target, $"N{i}"))]);

        Assert.Equal((6L, 0L), (outcome.Plan.Added, outcome.RowsQuarantined));
    }

    [Theory]
    [InlineData("Handling of repairs", "handling of Repairs")]
    [InlineData("Handling of repairs", "Handling of repairs.")]
    [InlineData("The landlord\u2019s handling", "The landlord's handling")]
    [InlineData("Damp & mould", "Damp  & mould")]
    public async Task An_element_or_a_question_in_other_letters_is_held_back(string known, string other)
    {
        foreach ((string target, string rest) in new[] { ("finding", "determined_on"), ("survey", "sent_on") })
        {
            await using TestWarehouse test = await TestWarehouse.CreateAsync();
            string columns = target is "finding"
                ? """ "ombudsman_reference": "No", "element": "Part", "finding": { "value": "service_failure" }, "determined_on": "Day", "landlord_code": { "value": "4826" } """
                : """ "survey_reference": "No", "question": "Part", "sent_on": "Day", "answered_on": "Day", "score": { "value": "3" }, "landlord_code": { "value": "4826" } """;
            string mapping = RecordSet.Mapping(target, columns, "incremental");
            RecordSet.Write(test, mapping, "No,Part,Day", $"202300417,{known},10/05/2024");
            await test.LoadAsync();
            RecordSet.Write(test, mapping, "No,Part,Day", $"202300417,{other},10/05/2024\n202300417,Rent,10/05/2024");

            LoadOutcome outcome = await test.LoadAsync();

            Assert.True(outcome.Files[2].QuarantinedByRule.GetValueOrDefault("similar-reference") == 1, $"{target} ({rest})");
            Assert.Equal(["2"], await test.QueryAsync($"SELECT COUNT(*) FROM fact_{target} WHERE recorded_to_load = 2147483647"));
        }
    }

    [Theory]
    [InlineData("Sum")]
    [InlineData("C00001 Total")]
    [InlineData("Total for C00001")]
    [InlineData("Sub-total of May")]
    public async Task A_sum_with_its_days_filled_is_no_payment(string reference)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        LoadOutcome outcome = await LoadAsync(test, "compensation", Row("compensation", "P1"), Row("compensation", reference));

        Assert.Equal(1, outcome.Files[2].QuarantinedByRule["total-row"]);
        Assert.Equal(["1"], await test.QueryAsync(Count("compensation")));
    }

    [Theory]
    [InlineData("Totaliser-7")]
    [InlineData("SUM-7")]
    public async Task A_reference_that_only_begins_like_a_sum_is_a_payment(string reference)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        await LoadAsync(test, "compensation", Row("compensation", reference));

        Assert.Equal(["1"], await test.QueryAsync(Count("compensation")));
    }

    [Fact]
    public async Task What_is_called_not_recorded_is_not_recorded_in_whatever_letters()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string mapping = RecordSet.Mapping(
            "finding",
            """ "ombudsman_reference": "No", "category": "Category", "finding": { "value": "service_failure" }, "determined_on": "Day", "landlord_code": { "value": "4826" } """);
        RecordSet.Write(
            test, mapping, "No,Category,Day", "1,Not recorded,10/05/2024\n2,not recorded,10/05/2024\n3,NOT RECORDED,10/05/2024\n4,,10/05/2024");

        await test.LoadAsync();

        Assert.Equal(["0|4"], await test.QueryAsync("SELECT category_key, COUNT(*) FROM fact_finding GROUP BY category_key"));
    }

    [Fact]
    public async Task A_file_of_findings_that_lost_its_elements_does_not_count_them_again()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string mapping = RecordSet.Mapping(
            "finding",
            """ "ombudsman_reference": "No", "element": "Part", "finding": { "value": "service_failure" }, "determined_on": "Day", "landlord_code": { "value": "4826" } """,
            "incremental");
        RecordSet.Write(test, mapping, "No,Part,Day", "202300417,Repairs,10/05/2024\n202300418,,10/05/2024");
        await test.LoadAsync();
        RecordSet.Write(test, mapping, "No,Part,Day", "202300417,,10/05/2024\n202300418,Rent,10/05/2024\n202300419,Rent,10/05/2024");

        Assert.Equal(2, (await test.LoadAsync()).Files[2].QuarantinedByRule["similar-reference"]);
        Assert.Equal(["3"], await test.QueryAsync("SELECT COUNT(*) FROM fact_finding WHERE recorded_to_load = 2147483647"));
    }

    [Theory]
    [InlineData("compensation")]
    [InlineData("order")]
    [InlineData("survey")]
    [InlineData("action")]
    public async Task A_renamed_source_system_does_not_double_its_records(string target)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, target, Rows(target, "N{0}"));
        (_, string header, string columns, _) = s_records[target];
        string mapping = RecordSet.Mapping(target, columns, "incremental").Replace("CRM", "CRM2", StringComparison.Ordinal);
        RecordSet.Write(test, mapping, header, string.Join('\n', Rows(target, "N{0}")));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("are those that 'CRM' gave before", refused.What, StringComparison.Ordinal);
        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.OtherSource });
    }

    [Theory]
    [InlineData("finding", "ombudsman_reference", "finding", "service_failure", "determined_on")]
    [InlineData("action", "action_reference", "kind", "promise", "made_on")]
    public async Task References_that_were_made_dates_are_told_by_those_that_are_loaded(
        string target, string field, string coded, string code, string day)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string owner = target is "finding" ? """ "landlord_code": { "value": "4826" } """ : """ "case_reference": { "value": "C00001" } """;
        string mapping = RecordSet.Mapping(
            target, $$""" "{{field}}": "No", "{{coded}}": { "value": "{{code}}" }, "{{day}}": "Day", {{owner}} """, "incremental");
        RecordSet.Write(test, mapping, "No,Day", "14-31,10/05/2024\n2-24,10/05/2024");
        await test.LoadAsync();
        RecordSet.Write(test, mapping, "No,Day", "01-May,12/05/2024\n14-32,12/05/2024");

        Assert.Equal(1, (await test.LoadAsync()).Files[2].QuarantinedByRule["rounded-reference"]);
    }

    [Fact]
    public async Task A_full_extract_of_actions_without_one_kind_or_with_other_days_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string mapping = RecordSet.Mapping(
            "action", """ "case_reference": "Case", "action_reference": "No", "kind": "Kind", "made_on": "Made" """);
        string[] rows =
        [
            .. Enumerable.Range(1, 30).Select(i => $"C00001,{i},promise,{i % 9 + 1}/05/2024"),
            .. Enumerable.Range(31, 4).Select(i => $"C00002,{i},lesson,{i % 9 + 1}/05/2024"),
        ];
        RecordSet.Write(test, mapping, "Case,No,Kind,Made", string.Join('\n', rows));
        await test.LoadAsync();

        RecordSet.Write(test, mapping, "Case,No,Kind,Made", string.Join('\n', rows[..30]));
        UserException without = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("of kind lesson", without.What, StringComparison.Ordinal);
        RecordSet.Write(test, mapping, "Case,No,Kind,Made", string.Join('\n', rows).Replace("/05/", "/06/", StringComparison.Ordinal));
        UserException moved = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("day it was made", moved.What, StringComparison.Ordinal);
    }

    // A record's day is in its row, or in neither row, or in one of the two alone.
    private static TheoryData<string, string, string, string, string> Pairs(params (string Known, string Other)[] pairs)
    {
        var data = new TheoryData<string, string, string, string, string>();
        (string, string)[] days = [("10/05/2024", "10/05/2024"), ("", ""), ("10/05/2024", ""), ("", "10/05/2024")];
        foreach ((string target, int i) in s_records.Keys.Select((target, i) => (target, i)))
        {
            for (int pair = 0; pair < pairs.Length; pair++)
            {
                (string known, string other) = days[(pair + i) % days.Length];
                data.Add(target, pairs[pair].Known, pairs[pair].Other, known, other);
            }
        }

        return data;
    }

    private static string[] Rows(string target, string form) =>
    [
        .. Enumerable.Range(1, 6).Select(i => Row(target, string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i))),
    ];

    private static string Row(string target, string reference, string within = "C00001", string day = "10/05/2024") =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, s_records[target].Row, reference, within, day);

    private static string Count(string target) => $"SELECT COUNT(*) FROM {s_records[target].Table} WHERE recorded_to_load = 2147483647";

    private static Task<LoadOutcome> LoadAsync(TestWarehouse test, string target, params string[] rows) =>
        LoadAsync(test, target, rows[0] is "full" ? "full" : "incremental", rows[0] is "full" ? rows[1..] : rows);

    private static async Task<LoadOutcome> LoadAsync(TestWarehouse test, string target, string mode, string[] rows)
    {
        (_, string header, string columns, _) = s_records[target];
        RecordSet.Write(test, RecordSet.Mapping(target, columns, mode), header, string.Join('\n', rows));
        return await test.LoadAsync();
    }
}
