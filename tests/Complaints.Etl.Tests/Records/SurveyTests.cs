using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Records;

/// <summary>Surveys that were sent after a complaint, answered or not, and published counts of answers.</summary>
public sealed class SurveyTests
{
    private const string Header = "Survey,Question,Case,Sent,Answered,Answer,Score";

    private const string Columns =
        """
        "survey_reference": "Survey", "question": "Question", "case_reference": "Case", "sent_on": "Sent", "answered_on": "Answered",
        "answer": { "column": "Answer", "codes": { "Happy": "fairly_satisfied", "Unhappy": "very_dissatisfied", "Don't know": "" } },
        "score": "Score"
        """;

    private const string Faults = "SELECT row_key, rule_id, column_name FROM load_quarantine ORDER BY line";

    [Fact]
    public async Task A_survey_loads_whether_it_was_answered_or_not_and_the_mapping_says_what_its_words_mean()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(
            test,
            """
            S1,Overall,C00001,01/06/2024,05/06/2024,Happy,4.5
            S1,Staff,C00001,01/06/2024,05/06/2024,Don't know,
            S2,Overall,C00002,01/06/2024,,,
            S3,Overall,,,05/06/2024,Unhappy,0
            """);

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((4L, 4L, 0L, 0L), RecordSet.Fates(outcome));
        Assert.Equal(
            [
                "CRM S1|Overall|4826|C00001|2024-06-01|2024-06-05|fairly_satisfied|4.50|1", "CRM S1|Staff|4826|C00001|2024-06-01|2024-06-05|||1",
                "CRM S2|Overall|4826|C00002|2024-06-01||||1", "CRM S3|Overall|4826|||2024-06-05|very_dissatisfied|0.00|1",
            ],
            await test.QueryAsync("SELECT survey, question, l.landlord_code, case_reference, sent_on, answered_on, answer, score, CAST(answers AS INTEGER) FROM fact_survey JOIN dim_landlord AS l USING (landlord_key) ORDER BY 1, 2"));
    }

    [Theory]
    [InlineData("S1,Q,C1,,,,", "missing-day", "Sent")]
    [InlineData("S1,Q,C1,01/06/2024,,Happy,", "missing-day", "Answered")]
    [InlineData("S1,Q,C1,01/06/2024,,,3", "missing-day", "Answered")]
    [InlineData("S1,Q,C1,05/06/2024,01/06/2024,Happy,", "impossible-date-order", "Answered")]
    [InlineData("S1,Q,C1,15/04/2025,,,", "future-date", "Sent")]
    [InlineData("S1,Q,C1,01/06/2024,05/06/2024,Glad,", "unknown-code", "Answer")]
    [InlineData("S1,Q,C1,01/06/2024,05/06/2024,,-1", "bad-number", "Score")]
    [InlineData("S1,Q,C1,01/06/2024,05/06/2024,,101", "bad-number", "Score")]
    [InlineData("S1,Q,C1,01/06/2024,05/06/2024,,1.2345", "bad-number", "Score")]
    [InlineData("S1,Q,C1,01/06/2024,05/06/2024,,four", "bad-number", "Score")]
    public async Task A_survey_with_a_bad_cell_is_held_back_by_the_rule_of_that_cell(string row, string rule, string column)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, row);

        Assert.Equal((1L, 0L, 0L, 1L), RecordSet.Fates(await test.LoadAsync()));

        Assert.Equal([$"S1/Q|{rule}|{column}"], await test.QueryAsync(Faults));
    }

    [Fact]
    public async Task Published_counts_of_answers_load_in_fractions_by_stock_type()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        RecordSet.Write(
            test,
            RecordSet.Mapping("survey", """
                "survey_reference": "Id", "question": { "value": "TP09" }, "answered_on": { "value": "2024-03-31" }, "answer": "Answer",
                "answers": "Count", "stock_type": { "value": "LCRA" }
                """, landlord: """, "landlord": { "value": "4826" }"""),
            "Id,Answer,Count",
            "1,Very satisfied,20.7\n2,Fairly satisfied,31.5\n3,Neither,\n4,Neither,-1\n5,Very dissatisfied,0");

        Assert.Equal((5L, 3L, 0L, 2L), RecordSet.Fates(await test.LoadAsync()));

        Assert.Equal(
            ["LCRA|TP09|52.2"], await test.QueryAsync("SELECT stock_type, question, SUM(answers) FROM fact_survey GROUP BY ALL"));
        Assert.Equal(["0"], await test.QueryAsync("SELECT COUNT(survey) FROM fact_survey"));
        Assert.Equal(["3/TP09|bad-number|Count", "4/TP09|bad-number|Count"], await test.QueryAsync(Faults));
    }

    [Fact]
    public async Task A_score_is_one_persons_and_a_count_of_answers_has_none()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        RecordSet.Write(
            test,
            RecordSet.Mapping("survey", """
                "survey_reference": "Id", "question": "Q", "answered_on": { "value": "2024-03-31" }, "score": "Score", "answers": "Count"
                """, landlord: """, "landlord": { "value": "4826" }"""),
            "Id,Q,Score,Count",
            "1,Q,,1\n2,Q,5,1.5\n3,Q,5,1");

        await test.LoadAsync();

        Assert.Equal(["2/Q|bad-number|Count", "3/Q|bad-number|Count"], await test.QueryAsync(Faults));
    }

    [Fact]
    public async Task A_second_load_says_nothing_new_an_answer_that_comes_later_restates_and_a_full_one_withdraws_what_it_lacks()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Rows(30));
        Assert.Equal((30L, 30L, 0L, 0L), RecordSet.Fates(await test.LoadAsync()));
        Assert.Equal((30L, 0L, 30L, 0L), RecordSet.Fates(await test.LoadAsync()));

        const string sent = "S1001,Overall,C1,01/06/2024,";
        Write(test, $"{sent}09/06/2024,Unhappy,1", "incremental");
        Assert.Equal((0L, 1L, 0L), Plan(await test.LoadAsync()));
        Write(test, Rows(29).Replace($"{sent},,", $"{sent}09/06/2024,Unhappy,1", StringComparison.Ordinal));
        Assert.Equal((0L, 0L, 1L), Plan(await test.LoadAsync()));

        Assert.Equal(["S1029"], await test.QueryAsync("SELECT survey_reference FROM fact_survey WHERE withdrawn_by_source"));
    }

    [Theory]
    [InlineData(",01/06/2024,", ",02/06/2024,", "another day it was sent")]
    [InlineData(",05/06/2024,Happy,4", ",,,", "another day of answer")]
    [InlineData(",05/06/2024,", ",06/06/2024,", "another day of answer")]
    [InlineData(",Happy,", ",Unhappy,", "another answer or score")]
    [InlineData(",Overall,", ",Staff,", "would withdraw 30 of the 30")]
    public async Task A_mass_change_under_the_same_references_is_refused_like_a_mass_withdrawal(string said, string says, string what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Rows(30));
        await test.LoadAsync();

        Write(test, Rows(30).Replace(said, says, StringComparison.Ordinal));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains(what, refused.What, StringComparison.Ordinal);
    }

    private static (long Added, long Changed, long Withdrawn) Plan(LoadOutcome outcome) =>
        (outcome.Files[2].Plan.Added, outcome.Files[2].Plan.Changed, outcome.Files[2].Plan.Withdrawn);

    private static void Write(TestWarehouse test, string rows, string mode = "full") =>
        RecordSet.Write(
            test, RecordSet.Mapping("survey", Columns, mode, """, "landlord": { "value": "4826" }"""), Header, rows);

    // Every second one was answered.
    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"S{1000 + i},Overall,C1,01/06/2024,{(i % 2 == 0 ? "05/06/2024,Happy,4" : ",,")}\n")));
}
