using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>What a row's status and its outcome say of the same thing must agree; the status was believed without a word.</summary>
public sealed class ContradictionTests
{
    private const string Columns = SmallSet.StageColumns + """, "status": "Status" """;

    [Theory]
    [InlineData("accepted", "refused")]
    [InlineData("accepted", "withdrawn")]
    [InlineData("refused", "upheld")]
    [InlineData("refused", "withdrawn")]
    [InlineData("withdrawn", "not upheld")]
    [InlineData("withdrawn", "partially upheld")]
    [InlineData("withdrawn", "refused")]
    public async Task A_status_that_the_outcome_contradicts_holds_the_row_back(string status, string outcome)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, $"K1,1,02/04/2024,,,,upheld,4826,SEC,accepted\nK2,1,03/04/2024,,,,{outcome},4826,SEC,{status}\n");

        await test.LoadAsync();

        string entry = Assert.Single(await test.QueryAsync("SELECT rule_id, column_name, hint FROM load_quarantine"));
        Assert.StartsWith("status-against-outcome|Status|", entry, StringComparison.Ordinal);
        Assert.Contains("'Outcome'", entry, StringComparison.Ordinal);
        Assert.Equal(["K1"], await test.QueryAsync("SELECT case_reference FROM fact_stage"));
    }

    [Theory]
    [InlineData("refused", "refused", "refused")]
    [InlineData("withdrawn", "withdrawn", "withdrawn")]
    [InlineData("withdrawn", "", "withdrawn")]
    [InlineData("withdrawn", "resolved otherwise", "withdrawn")]
    [InlineData("accepted", "resolved otherwise", "accepted")]
    [InlineData("", "refused", "refused")]
    [InlineData("accepted", "upheld", "accepted")]
    public async Task A_status_and_an_outcome_that_agree_load(string status, string outcome, string expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, $"K2,1,03/04/2024,,,,{outcome},4826,SEC,{status}\n");

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
        Assert.Equal([expected], await test.QueryAsync("SELECT LOWER(CAST(status AS VARCHAR)) FROM fact_stage"));
    }

    [Fact]
    public async Task Both_stages_of_a_row_per_complaint_are_looked_at()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("cases.csv", "ref,one,two,s1,o1,s2,o2\nK1,02/04/2024,06/05/2024,accepted,upheld,accepted,withdrawn\nK2,02/04/2024,06/05/2024,accepted,upheld,withdrawn,withdrawn\n");
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "complaint", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "ref", "stock_type": { "value": "LCRA" }, "stage1.received_on": "one", "stage2.received_on": "two", "stage1.status": "s1", "stage1.outcome": "o1", "stage2.status": "s2", "stage2.outcome": "o2" }, "landlord": { "value": "4826" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(["status-against-outcome|s2"], await test.QueryAsync("SELECT rule_id, column_name FROM load_quarantine"));
        Assert.Equal(["K2|1", "K2|2"], await test.QueryAsync("SELECT case_reference, stage FROM fact_stage ORDER BY stage"));
    }

    private static void Write(TestWarehouse test, string rows) =>
        SmallSet.Write(test, $"{SmallSet.Header},Status\n{rows}", SmallSet.StageMapping(Columns));
}
