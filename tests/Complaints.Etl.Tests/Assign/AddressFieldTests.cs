using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>What a register says of its homes' addresses, and what the first register with addresses changes.</summary>
public sealed class AddressFieldTests
{
    private const string Homes = "SELECT property_reference, landlord_code, address, postcode FROM dim_property WHERE property_id <> 0 AND recorded_to_load = 2147483647 AND valid_to = DATE '9999-12-31' ORDER BY property_reference";

    [Fact]
    public async Task A_home_keeps_its_address_as_the_register_writes_it()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Register(test, "P1,4826,\"Flat 3, 12 High St.\",W99 1AA\nP2,00BK,,\n");

        await test.LoadAsync();

        Assert.Equal(["P1|4826|Flat 3, 12 High St.|W99 1AA", "P2|00BK||"], await test.QueryAsync(Homes));
    }

    [Fact]
    public async Task A_register_that_gains_addresses_changes_no_landlord_and_puts_no_complaint_in_doubt()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Register(test, "P1,4826,,\nP2,00BK,,\n");
        await test.LoadAsync();
        test.Write("cases.csv", "Case,Received,Home\nA,02/04/2024,P1\n");
        test.Write(
            "cases.mapping.jsonc",
            """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "allocator": "HOUSING" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
        await test.LoadAsync();

        Register(test, "P1,4826,1 High Street,\nP2,00BK,,\n");
        LoadOutcome gained = await test.LoadAsync();
        LoadOutcome again = await test.LoadAsync();

        Assert.Equal(1, gained.Files.Single(file => file.Target == "property").RowsLoaded);
        Assert.Equal(0, again.Files.Single(file => file.Target == "property").RowsLoaded);
        Assert.Empty(await test.QueryAsync("SELECT rule_id FROM load_quarantine"));
        Assert.Equal(["A|4826"], await test.QueryAsync("SELECT case_reference, landlord_code FROM fact_stage WHERE recorded_to_load = 2147483647"));
        Assert.Equal(["P1|4826|1 High Street|", "P2|00BK||"], await test.QueryAsync(Homes));
    }

    private static void Register(TestWarehouse test, string rows)
    {
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", $"ref,landlord,where,code\n{rows}");
        test.Write(
            "homes.mapping.jsonc",
            """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": { "value": "LCRA" }, "address": "where", "postcode": "code" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
    }
}
