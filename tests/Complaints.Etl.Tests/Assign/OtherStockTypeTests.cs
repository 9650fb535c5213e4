using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// An identifier and a UPRN that name two homes of one landlord: where their stock types differ, the row contradicts itself as if the
/// landlords did, for figures are of a stock type.
/// </summary>
public sealed class OtherStockTypeTests
{
    private const string Assigned = "SELECT case_reference, stage, stock_type, assignment FROM fact_stage ORDER BY case_reference, stage";

    // P1 rented, P2 of shared ownership, P3 neither, P4 rented; P5 rented until it was bought in part; P6 and P7 share a UPRN.
    private const string Homes =
        "ref,uprn,type,from,to\nP1,101,LCRA,,\nP2,102,LCHO,,\nP3,103,NEITHER,,\nP4,104,LCRA,,\nP5,105,LCRA,,01/01/2024\nP5,105,LCHO,01/01/2024,\nP6,106,LCRA,,\nP7,106,LCHO,,\n";

    [Theory]
    [InlineData("P1", "102")]
    [InlineData("P2", "101")]
    [InlineData("P1", "103")]
    [InlineData("P3", "104")]
    [InlineData("p-1", "102")]
    [InlineData("P1", "106")]
    public async Task A_row_is_held_back_with_both_homes_to_choose_from(string home, string uprn)
    {
        await using TestWarehouse test = await Stages($"A,1,02/04/2024,{home},{uprn}");

        await test.LoadAsync();

        Assert.Empty(await test.QueryAsync(Assigned));
        WorklistEntry entry = Assert.Single(await new WorklistStore(test.Warehouse).ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("landlord-ambiguous", entry.Row.RuleId);
        Assert.True(entry.Suggestions.Select(suggestion => suggestion.PropertyReference).Distinct().Count() >= 2);
        Assert.Contains("the UPRN", entry.Row.Hint, StringComparison.Ordinal);
        Assert.Contains("4826 (L", entry.Row.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Homes_of_one_stock_type_and_a_UPRN_that_its_own_home_shares_do_not_contradict()
    {
        await using TestWarehouse test = await Stages("A,1,02/04/2024,P1,104\nB,1,02/04/2024,P6,106\nC,1,02/04/2024,P7,106");

        await test.LoadAsync();

        Assert.Equal(["A|1|LCRA|exact", "B|1|LCRA|exact", "C|1|LCHO|exact"], await test.QueryAsync(Assigned));
    }

    [Fact]
    public async Task Each_stage_asks_for_the_stock_types_of_its_own_day()
    {
        await using TestWarehouse test = await Stages("A,1,20/12/2023,P1,105\nA,2,05/01/2024,P1,105\nB,1,05/01/2024,P2,105");

        await test.LoadAsync();

        Assert.Equal(["A|1|LCRA|exact", "B|1|LCHO|exact"], await test.QueryAsync(Assigned));
        Assert.Equal(["A/2|landlord-ambiguous"], await test.QueryAsync("SELECT row_key, rule_id FROM load_quarantine"));
    }

    [Fact]
    public async Task A_row_with_both_stages_is_held_back_where_one_of_them_contradicts_itself()
    {
        await using TestWarehouse test = await Set(
            "Case,R1,R2,Asset,UPRN\nA,20/12/2023,05/01/2024,P1,105\nB,20/12/2023,22/12/2023,P1,105\nC,20/12/2023,,P2,105\n",
            "complaint",
            "\"stage1.received_on\": \"R1\", \"stage2.received_on\": \"R2\"");

        await test.LoadAsync();

        Assert.Equal(["B|1|LCRA|exact", "B|2|LCRA|exact"], await test.QueryAsync(Assigned));
        Assert.Equal(
            ["A|landlord-ambiguous", "C|landlord-ambiguous"],
            await test.QueryAsync("SELECT row_key, rule_id FROM load_quarantine ORDER BY line"));
    }

    private static Task<TestWarehouse> Stages(string rows) =>
        Set("Case,Stage,Received,Asset,UPRN\n" + rows + "\n", "stage", "\"stage\": \"Stage\", \"received_on\": \"Received\"");

    private static async Task<TestWarehouse> Set(string cases, string target, string columns)
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", Homes);
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "CRM" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "uprn": "uprn", "landlord_code": { "value": "4826" }, "stock_type": "type", "valid_from": "from", "valid_to": "to" } }""");
        test.Write("cases.csv", cases);
        test.Write("cases.mapping.jsonc", $$"""{ "mapping": "cases", "source": { "system": "CRM" }, "target": "{{target}}", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", {{columns}} }, "landlord": { "through": "property_reference", "column": "Asset", "uprn_column": "UPRN" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"), ("cases.csv", "cases.mapping.jsonc"));
        return test;
    }
}
