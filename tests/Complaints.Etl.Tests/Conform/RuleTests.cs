using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

public sealed class RuleTests
{
    private const string Sound = "K1,1,02/04/2024,02/04/2024,05/04/2024,12/04/2024,Upheld,4826,SEC";

    [Theory]
    [InlineData("missing-key", ",1,02/04/2024,,,,,4826,SEC", "Case")]
    [InlineData("missing-received-date", "A,1,,,,,,4826,SEC", "Received")]
    [InlineData("missing-received-date", "A,1,N/A,,,,,4826,SEC", "Received")]
    [InlineData("bad-date", "A,1,02/04/2024,soon,,,,4826,SEC", "Logged")]
    [InlineData("bad-date", "A,1,02/04/2009,,,,,4826,SEC", "Received")]
    [InlineData("ambiguous-date", "A,1,04/25/2024,,,,,4826,SEC", "Received")]
    [InlineData("impossible-date-order", "A,1,02/04/2024,,,01/04/2024,,4826,SEC", "Responded")]
    [InlineData("impossible-date-order", "A,1,02/04/2024,,28/03/2024,,,4826,SEC", "Ack")]
    [InlineData("impossible-date-order", "A,1,02/04/2024,01/04/2024,,,,4826,SEC", "Logged")]
    [InlineData("future-date", "A,1,02/04/2024,,,15/04/2025,,4826,SEC", "Responded")]
    [InlineData("unknown-stage", "A,0,02/04/2024,,,,,4826,SEC", "Stage")]
    [InlineData("missing-key", "A,,02/04/2024,,,,,4826,SEC", "Stage")]
    [InlineData("unknown-code", "A,1,02/04/2024,,,,Sorted,4826,SEC", "Outcome")]
    [InlineData("unknown-tenure", "A,1,02/04/2024,,,,,4826,QQQ", "Tenure")]
    [InlineData("unknown-tenure", "A,1,02/04/2024,,,,,4826,", "Tenure")]
    [InlineData("unknown-landlord", "A,1,02/04/2024,,,,,9999,SEC", "Landlord")]
    [InlineData("unknown-landlord", "A,1,02/04/2024,,,,,,SEC", "Landlord")]
    [InlineData("stage2-without-stage1", "A,2,02/04/2024,,,,,4826,SEC", "Case")]
    [InlineData("stage2-before-stage1", "K1,2,01/04/2024,,,,,4826,SEC", "Received")]
    [InlineData("duplicate-row", Sound, null)]
    [InlineData("missing-cells", "A,1,02/04/2024,,,,4826", null)]
    [InlineData("too-many-cells", "A,1,02/04/2024,,,,,4826,SEC,x", null)]
    [InlineData("total-row", "Grand Total,1,02/04/2024,,,,Upheld,4826,SEC", null)]
    [InlineData("mojibake", "A\uFFFDB,1,02/04/2024,,,,,4826,SEC", "Case")]
    public async Task A_row_with_one_fault_is_quarantined_under_its_rule_with_column_expectation_and_hint(
        string rule, string row, string? column)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Sound}\n{row}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.NotEqual(0, outcome.RowsQuarantined);
        Assert.Equal([$"3|{rule}|{column}|true"], (await test.QueryAsync(
            "SELECT line, rule_id, column_name, expected <> '' AND hint <> '' FROM load_quarantine")).Select(found => found.Replace("True", "true")));
        Assert.Equal(["K1|1"], await test.QueryAsync("SELECT case_reference, stage FROM fact_stage"));
    }

    [Fact]
    public async Task All_faults_of_a_row_are_listed_and_the_first_in_rule_order_names_it()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Sound}\nA,0,31/02/2024,,,,Sorted,4826,QQQ\n");

        await test.LoadAsync();

        string entry = Assert.Single(await test.QueryAsync("SELECT rule_id, hint FROM load_quarantine"));
        Assert.StartsWith("unknown-stage|", entry);
        Assert.Contains("bad-date in 'Received' ('31/02/2024')", entry);
        Assert.Contains("unknown-code in 'Outcome' ('Sorted')", entry);
        Assert.Contains("unknown-tenure in 'Tenure' ('QQQ')", entry);
    }

    [Fact]
    public async Task Of_rows_that_share_a_key_and_differ_every_one_is_held_back_and_further_copies_are_copies()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string other = Sound.Replace("Upheld", "Not upheld", StringComparison.Ordinal);
        SmallSet.Write(test, $"{SmallSet.Header}\n{Sound}\n{other}\n{Sound}\n{Sound}\n{SmallSet.Rows(2)}");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(
            ["2|duplicate-case", "3|duplicate-case", "4|duplicate-row", "5|duplicate-row"],
            await test.QueryAsync("SELECT line, rule_id FROM load_quarantine ORDER BY line"));
        Assert.All(outcome.Files, file => Assert.True(file.Reconciles()));
    }

    [Theory]
    [InlineData("trim-padding", "  K2   ,1,02/04/2024,,,,,4826,SEC")]
    [InlineData("null-word", "K2,1,02/04/2024,n/a,,,,4826,SEC")]
    [InlineData("repair-mojibake", "KÃ©2,1,02/04/2024,,,,,4826,SEC")]
    [InlineData("excel-serial-date", "K2,1,45384,,,,,4826,SEC")]
    public async Task A_row_that_a_rule_can_put_right_loads_and_is_counted(string rule, string row)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Sound}\n{row}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(0, outcome.RowsQuarantined);
        FileOutcome file = outcome.Files[1];
        Assert.Equal([rule], file.CorrectedByRule.Keys);
        Assert.Equal([3L], file.CorrectedLines[rule]);
    }

    [Theory]
    [InlineData("impossible-date-order", "K1,P1,promise,03/04/2024,02/04/2024,", "Due")]
    [InlineData("impossible-date-order", "K1,P1,promise,03/04/2024,10/04/2024,02/04/2024", "Done")]
    [InlineData("future-date", "K1,P1,promise,15/04/2025,,", "Made")]
    [InlineData("bad-date", "K1,P1,promise,soon,,", "Made")]
    public async Task A_promise_cannot_be_made_after_it_was_due_or_done_or_after_the_extract(string rule, string row, string column)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteActions(test, row, "K1,P2,promise,03/04/2024,03/04/2024,03/04/2024", "K1,P3,promise,,10/04/2024,");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.NotEqual(0, outcome.RowsQuarantined);
        Assert.Equal(
            [$"{rule}|{column}|true"],
            (await test.QueryAsync("SELECT rule_id, column_name, expected <> '' AND hint <> '' FROM load_quarantine")).Select(found => found.Replace("True", "true")));
        Assert.Equal(
            ["P2|2024-04-03|2024-04-03", "P3||2024-04-10"],
            await test.QueryAsync("SELECT action_reference, COALESCE(CAST(made_on AS VARCHAR), ''), CAST(due_on AS VARCHAR) FROM fact_action ORDER BY 1"));
    }

    [Fact]
    public void Every_rule_has_a_kebab_case_id_of_its_own()
    {
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(RuleCatalogue.All, rule => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", rule.Id));
    }

    private static void WriteActions(TestWarehouse test, params string[] rows)
    {
        SmallSet.Write(test, $"{SmallSet.Header}\n{Sound}\n");
        test.Write("actions.csv", $"Case,Action,Type,Made,Due,Done\n{string.Join('\n', rows)}\n");
        test.Write(
            "actions.mapping.jsonc",
            """
            { "mapping": "actions", "source": { "system": "CRM" }, "target": "action", "mode": "full", "date_order": "dmy",
              "columns": { "case_reference": "Case", "action_reference": "Action", "kind": "Type", "made_on": "Made", "due_on": "Due", "done_on": "Done" } }
            """);
        SmallSet.WriteManifest(test, ("stages.csv", "stages.mapping.jsonc"), ("actions.csv", "actions.mapping.jsonc"));
    }
}
