using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>Whose figures a row that is held back could belong to.</summary>
public sealed class HeldBackLandlordTests
{
    private const string Candidates =
        "SELECT q.row_key, q.rule_id, q.event_date, c.landlord_code FROM load_quarantine AS q LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id ORDER BY q.line, c.landlord_code";

    [Fact]
    public async Task A_row_that_names_its_landlord_is_that_landlords_whatever_holds_it_back()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            SmallSet.Header + "\nA,1,02/04/2024,,,,Nonsense,4826,SEC\nB,1,31/02/2024,,,,,00BK,SEC\nC,1,02/04/2024,,,,,9999,SEC\nD,1,02/04/2024\n");

        await test.LoadAsync();

        Assert.Equal(
            ["A/1|unknown-code|2024-04-02|4826", "B/1|bad-date||00BK", "C/1|unknown-landlord|2024-04-02|", "D/?|missing-cells||"],
            await test.QueryAsync(Candidates));
    }

    [Fact]
    public async Task A_row_without_a_day_could_be_of_whoever_owned_its_home_and_one_that_was_not_read_of_the_mappings_landlords()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", "ref,landlord,from,to\nP1,4826,,\nP4,4826,,01/01/2024\nP4,00BK,01/01/2024,\n");
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "CRM" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": { "value": "LCRA" }, "valid_from": "from", "valid_to": "to" } }""");
        test.Write("stages.csv", "Case,Stage,Received,Asset\nA,1,31/02/2024,P1\nB,1,31/02/2024,p-4\nC,1,31/02/2024,X9\nD,1\n");
        test.Write("stages.mapping.jsonc", """{ "mapping": "stages", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Asset", "allocator": "CRM", "candidates": ["00BK"] } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"), ("stages.csv", "stages.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(
            ["A/1|bad-date||4826", "B/1|bad-date||00BK", "B/1|bad-date||4826", "C/1|bad-date||00BK", "D/?|missing-cells||00BK"],
            await test.QueryAsync(Candidates));
    }

    [Fact]
    public async Task A_row_per_complaint_whose_stages_lie_in_two_years_has_no_day_that_decides()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            "Case,R1,R2,O1,Landlord,Tenure\nA,20/03/2024,10/04/2024,Nonsense,4826,SEC\nB,10/04/2024,20/04/2024,Nonsense,4826,SEC\nC,31/02/2024,20/04/2024,,4826,SEC\n",
            SmallSet.StageMapping("""
                "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2", "stage1.outcome": "O1", "tenure_code": "Tenure"
                """).Replace("\"target\": \"stage\"", "\"target\": \"complaint\"", StringComparison.Ordinal));

        await test.LoadAsync();

        Assert.Equal(["A|unknown-code||4826", "B|unknown-code|2024-04-10|4826", "C|bad-date||4826"], await test.QueryAsync(Candidates));
    }
}
