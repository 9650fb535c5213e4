using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// A home that changes hands between the stages: the row-per-complaint shape gave stage 2 to the landlord of stage 1's day.
/// </summary>
public sealed class WholeRowAssignTests
{
    private const string Assigned = "SELECT case_reference, stage, landlord_code, stock_type FROM fact_stage ORDER BY case_reference, stage";

    [Fact]
    public async Task Each_stage_is_of_the_landlord_and_stock_type_on_its_own_day()
    {
        await using TestWarehouse test = await Set("A,31/12/2023,10/01/2024,MOVED\nB,02/01/2024,05/01/2024,MOVED\nC,30/12/2023,,MOVED");

        await test.LoadAsync();

        Assert.Equal(
            ["A|1|4826|LCRA", "A|2|00BK|LCHO", "B|1|00BK|LCHO", "B|2|00BK|LCHO", "C|1|4826|LCRA"], await test.QueryAsync(Assigned));
    }

    [Fact]
    public async Task A_row_whose_stage_2_has_no_landlord_is_held_back_for_its_first_landlord_too()
    {
        await using TestWarehouse test = await Set("A,31/12/2023,10/01/2024,ENDED");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Empty(await test.QueryAsync(Assigned));
        Assert.Equal(1, outcome.Worklist.Unmatched);
        Assert.Contains("4826", await test.QueryAsync("SELECT DISTINCT landlord_code FROM worklist_candidate"));
    }

    private static async Task<TestWarehouse> Set(string rows)
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", "ref,landlord,tenure,from,to\nP4,4826,SEC,,01/01/2024\nP5,00BK,SHO,01/01/2024,\nP6,4826,SEC,,01/01/2024\n");
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "landlord_code": "landlord", "tenure_code": "tenure", "valid_from": "from", "valid_to": "to" } }""");
        test.Write("refs.csv", "id,ref\nMOVED,P4\nMOVED,P5\nENDED,P6\n");
        test.Write("refs.mapping.jsonc", """{ "mapping": "refs", "source": { "system": "CRM" }, "target": "property_reference", "mode": "full", "columns": { "identifier": "id", "property_reference": "ref", "property_allocator": { "value": "HOUSING" } } }""");
        test.Write("cases.csv", "Case,R1,R2,Asset\n" + rows + "\n");
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "complaint", "mode": "full", "columns": { "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2" }, "landlord": { "through": "property_reference", "column": "Asset" } }""");
        SmallSet.WriteManifest(
            test, ("homes.csv", "homes.mapping.jsonc"), ("refs.csv", "refs.mapping.jsonc"), ("cases.csv", "cases.mapping.jsonc"));
        return test;
    }
}
