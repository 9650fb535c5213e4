using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A resident's reference that a spreadsheet rounded or made a date was any resident's, or one more: complainants and those who complained
/// again were wrong, without a word.
/// </summary>
public sealed class ResidentReferenceTests
{
    private const string Mapping = """
        { "mapping": "stages", "source": { "system": "CRM" }, "target": "stage", "mode": "incremental", "date_order": "dmy",
          "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received", "resident_reference": "Resident", "stock_type": { "value": "LCRA" } },
          "landlord": { "value": "4826" } }
        """;

    [Theory]
    [InlineData("1.23457E+11")]
    [InlineData("4711.0")]
    [InlineData("\"80,423.00\"")]
    public async Task A_complaint_whose_resident_reference_lost_a_part_is_held_back_and_keeps_none_of_it(string resident)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        LoadOutcome outcome = await LoadAsync(test, $"K1,02/04/2024,{resident}", "K2,02/04/2024,R17", "K3,02/04/2024,");

        Assert.Equal((2L, 1L), (outcome.Files[1].RowsLoaded, outcome.Files[1].RowsQuarantined));

        Assert.Equal(["rounded-reference"], await test.QueryAsync("SELECT rule_id FROM load_quarantine"));
        Assert.Equal(["K2", "K3"], await test.QueryAsync("SELECT case_reference FROM fact_stage ORDER BY 1"));
        string kept = Assert.Single(await test.QueryAsync("SELECT CONCAT_WS('|', value, hint, raw) FROM load_quarantine"));
        Assert.DoesNotContain(resident.Trim('"'), kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resident_reference_that_a_spreadsheet_made_a_date_is_held_back()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        LoadOutcome outcome = await LoadAsync(test, "K1,02/04/2024,01-May", "K2,03/04/2024,1-5", "K3,03/04/2024,14-31");

        Assert.Equal(1, outcome.Files[1].QuarantinedByRule["rounded-reference"]);
    }

    [Theory]
    [InlineData("000123", "123")]
    [InlineData("R-17", "r17")]
    [InlineData("R 17", "R-017")]
    public async Task Two_references_that_may_be_one_resident_are_told_and_no_complaint_is_held_back(string one, string other)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        LoadOutcome outcome = await LoadAsync(test, $"K1,02/04/2024,{one}", $"K2,03/04/2024,{other}", $"K3,05/04/2024,{other}");

        Assert.Equal((3L, 1L), (outcome.Files[1].RowsLoaded, outcome.Files[1].ResidentsAlike));
        string notice = Assert.Single(
            outcome.Notices, notice => notice.Contains("references of residents differ", StringComparison.Ordinal));
        Assert.DoesNotContain(one, notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Residents_with_references_of_their_own_are_not_told()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        LoadOutcome outcome = await LoadAsync(test, "K1,02/04/2024,R17", "K2,03/04/2024,R18", "K3,05/04/2024,R17");

        Assert.Equal(0, outcome.Files[1].ResidentsAlike);
    }

    private static async Task<LoadOutcome> LoadAsync(TestWarehouse test, params string[] rows)
    {
        SmallSet.Write(test, $"Case,Received,Resident\n{string.Join('\n', rows)}\n", Mapping);
        return await test.LoadAsync();
    }
}
