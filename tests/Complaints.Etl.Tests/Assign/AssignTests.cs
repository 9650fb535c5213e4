using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

public sealed class AssignTests
{
    internal const string Assigned = "SELECT case_reference, landlord_code, stock_type, assignment FROM fact_stage ORDER BY case_reference";

    [Theory]
    [InlineData("000123", "", "4826|LCRA|exact")]
    [InlineData("123", "", "4826|LCRA|normalised")]
    [InlineData("wh-77 ", "", "00BK|LCHO|exact")]
    [InlineData("nothing", "100023336956", "4826|LCRA|uprn")]
    [InlineData("", "000100023336956", "4826|LCRA|uprn")]
    [InlineData("000123", "12345678901234", "4826|LCRA|exact")]
    public async Task The_home_is_found_as_it_stands_then_normalised_then_by_UPRN(string reference, string uprn, string expected)
    {
        await using TestWarehouse test = await Set($"A,1,02/04/2024,{reference},{uprn}");

        await test.LoadAsync();

        Assert.Equal([$"A|{expected}"], await test.QueryAsync(Assigned));
    }

    [Theory]
    [InlineData("000124", "", "landlord-unmatched")]
    [InlineData("", "", "landlord-unmatched")]
    [InlineData("BOTH", "", "landlord-ambiguous")]
    [InlineData("000123", "200", "landlord-ambiguous")]
    [InlineData("", "1.00023E+11", "uprn-scientific")]
    [InlineData("", "1234567890123", "bad-uprn")]
    public async Task What_matches_no_landlord_or_several_goes_to_the_worklist_and_never_to_a_default(
        string reference, string uprn, string rule)
    {
        await using TestWarehouse test = await Set($"A,1,02/04/2024,{reference},{uprn}");

        await test.LoadAsync();

        Assert.Empty(await test.QueryAsync(Assigned));
        Assert.Equal([rule], await test.QueryAsync("SELECT rule_id FROM load_quarantine"));
    }

    [Fact]
    public async Task The_landlord_is_that_of_the_day_of_the_complaint()
    {
        await using TestWarehouse test = await Set("A,1,31/12/2023,MOVED,\nB,1,01/01/2024,MOVED,");

        await test.LoadAsync();

        Assert.Equal(["A|4826|LCRA|exact", "B|00BK|LCRA|exact"], await test.QueryAsync(Assigned));
    }

    [Fact]
    public async Task An_unmatched_row_counts_for_all_whose_it_can_be_and_only_a_reviewed_file_gives_it_a_home()
    {
        await using TestWarehouse test = await Set("A,1,02/04/2024,000132,");
        LoadOutcome first = await test.LoadAsync();

        Assert.Equal(1, first.Worklist.Unmatched);
        Assert.Equal(1, first.Worklist.ByLandlord["4826"]);
        Assert.Equal(1, first.Worklist.ByLandlord["00BK"]);
        // 000123 is two swapped digits away, and as likely the home beside it.
        Assert.Equal(
            ["00BK||its complaints can be in this file", "4826||its complaints can be in this file"],
            await test.QueryAsync("SELECT landlord_code, property_reference, why FROM worklist_candidate ORDER BY landlord_code"));

        string reviewed = test.Write("reviewed.csv", "allocator,identifier,property_reference,property_allocator,valid_from,accepted_by,accepted_on\nCRM,000132,P1,HOUSING,,J. Smith,2025-04-01\n");
        LoadOutcome second = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, AcceptedReferences = reviewed });

        Assert.Equal(0, second.RowsQuarantined);
        Assert.Equal(0, second.Worklist.Unmatched);
        Assert.Equal(["A|4826|LCRA|reviewed"], await test.QueryAsync(Assigned));
        Assert.Equal([$"replayed|{second.LoadId}"], await test.QueryAsync("SELECT status, resolved_by_load FROM load_quarantine"));
    }

    /// <summary>
    /// Five homes of two landlords, other identifiers of some, and the complaints given: case, stage, received, identifier, UPRN.
    /// </summary>
    internal static async Task<TestWarehouse> Set(string rows)
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", "ref,uprn,landlord,tenure,from,to\nP1,100023336956,4826,SEC,,\nP2,200,00BK,SHO,,\nP3,,00BK,SHO,,\nP4,,4826,SEC,,01/01/2024\nP5,,00BK,SEC,01/01/2024,\n");
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "uprn": "uprn", "landlord_code": "landlord", "tenure_code": "tenure", "valid_from": "from", "valid_to": "to" } }""");
        test.Write("refs.csv", "id,ref\n000123,P1\nwh-77,P3\nBOTH,P1\nBOTH,P2\nMOVED,P4\nMOVED,P5\n");
        test.Write("refs.mapping.jsonc", """{ "mapping": "refs", "source": { "system": "CRM" }, "target": "property_reference", "mode": "full", "columns": { "identifier": "id", "property_reference": "ref", "property_allocator": { "value": "HOUSING" } } }""");
        test.Write("stages.csv", "Case,Stage,Received,Asset,UPRN\n" + rows + "\n");
        test.Write("stages.mapping.jsonc", """{ "mapping": "stages", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Asset", "uprn_column": "UPRN" } }""");
        SmallSet.WriteManifest(
            test, ("homes.csv", "homes.mapping.jsonc"), ("refs.csv", "refs.mapping.jsonc"), ("stages.csv", "stages.mapping.jsonc"));
        return test;
    }
}
