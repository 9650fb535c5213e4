using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>Whose figures a row that is held back could belong to.</summary>
public sealed class HeldBackLandlordTests
{
    private const string Candidates =
        "SELECT q.row_key, q.rule_id, q.event_date, c.landlord_code FROM load_quarantine AS q LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id ORDER BY q.line, c.landlord_code";

    private const string ThroughHomes =
        """{ "mapping": "stages", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received", "responded_on": "Answered" }, "landlord": { "through": "property_reference", "column": "Asset", "uprn_column": "Uprn", "allocator": "CRM" } }""";

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

    // The home as it stands on the wrong day told whose the row is: 00BK's from 2024 on, and 4826's figures were called complete.
    [Theory]
    [InlineData("A,1,01/06/2026,,P4,", "future-date")]
    [InlineData("A,1,05/06/2024,01/06/2023,P4,", "impossible-date-order")]
    [InlineData("A,1,01/06/2026,,,100023336956", "future-date")]
    public async Task A_row_whose_day_is_in_doubt_could_be_of_whoever_owned_its_home_on_any_day(string row, string rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteThroughHomes(test, "Case,Stage,Received,Answered,Asset,Uprn\n" + row + "\n");

        await test.LoadAsync();

        Assert.Equal([$"A/1|{rule}||00BK", $"A/1|{rule}||4826"], await test.QueryAsync(Candidates));
    }

    // Held back for a code, the row was its first stage's landlord's alone.
    [Fact]
    public async Task A_row_with_both_stages_could_be_of_the_owner_on_either_day()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteThroughHomes(test, "Case,R1,R2,O1,Asset\nA,20/12/2023,10/01/2024,Nonsense,P4\n");
        test.Write("stages.mapping.jsonc", """{ "mapping": "stages", "source": { "system": "CRM" }, "target": "complaint", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2", "stage1.outcome": "O1" }, "landlord": { "through": "property_reference", "column": "Asset", "allocator": "CRM" } }""");

        await test.LoadAsync();

        Assert.Equal(["A|unknown-code|2023-12-20|00BK", "A|unknown-code|2023-12-20|4826"], await test.QueryAsync(Candidates));
    }

    // The worklist shows five homes, and the landlord of a sixth was called complete.
    [Theory]
    [InlineData("", "landlord-ambiguous")]
    [InlineData("01/01/2030", "landlord-unmatched")]
    public async Task A_row_that_stands_for_many_homes_could_be_any_of_their_landlords(string from, string rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        test.Write("landlords.csv", "code,name\n" + string.Concat(Enumerable.Range(1, 8).Select(n => $"LH000{n},Landlord {n}\n")));
        test.Write("landlords.mapping.jsonc", SmallSet.LandlordMapping);
        test.Write(
            "homes.csv",
            "ref,landlord,from,uprn\n" + string.Concat(Enumerable.Range(1, 8).Select(n => $"P{n},LH000{n},{from},100023336956\n")));
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": { "value": "LCRA" }, "valid_from": "from", "uprn": "uprn" } }""");
        test.Write("stages.csv", "Case,Stage,Received,Answered,Asset,Uprn\nA,1,05/06/2024,,,100023336956\n");
        test.Write(
            "stages.mapping.jsonc",
            ThroughHomes.Replace("\"allocator\"", "\"candidates\": [\"LH0001\"], \"allocator\"", StringComparison.Ordinal));
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"), ("stages.csv", "stages.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"A/1|{rule}|2024-06-05|LH000{n}"), await test.QueryAsync(Candidates));
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

    private static void WriteThroughHomes(TestWarehouse test, string stages)
    {
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", "ref,landlord,from,to,uprn\nP4,4826,,01/01/2024,100023336956\nP4,00BK,01/01/2024,,100023336956\n");
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "CRM" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": { "value": "LCRA" }, "valid_from": "from", "valid_to": "to", "uprn": "uprn" } }""");
        test.Write("stages.csv", stages);
        test.Write("stages.mapping.jsonc", ThroughHomes);
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"), ("stages.csv", "stages.mapping.jsonc"));
    }
}
