using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Mapping;
using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Findings;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

public sealed class NameAssignTests
{
    private const string CodeAndName = """{ "column": "Code", "name_column": "Landlord" }""";

    [Fact]
    public async Task A_name_in_doubt_waits_on_the_worklist_until_a_person_decides_in_the_mapping()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        const string rows = "1,Westward Trust,1 May 2024,Repairs,E,Maladministration\n2,Nobody,1 May 2024,Repairs,E,Maladministration\n3,westward ltd,1 May 2024,Repairs,E,Maladministration";
        FindingSet.Write(test, rows);
        LoadOutcome first = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.HeldBack });
        Assert.Equal(2, first.Worklist.OfNames);
        Assert.Equal(1, first.Files[1].CorrectedByRule["name-normalised"]);

        var store = new WorklistStore(test.Warehouse);
        IReadOnlyList<WorklistEntry> entries = await store.ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Westward Trust", "Nobody"], entries.Select(entry => entry.Row.Value));
        Assert.Contains("perhaps 4826: 'Westward' has all words", entries[0].Row.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("perhaps", entries[1].Row.Hint, StringComparison.Ordinal);

        // It can be anybody's, so no landlord is named whose alone it could be.
        Assert.All(entries, entry => Assert.Empty(entry.Suggestions));
        using var review = new StringWriter();
        Assert.Equal(0, (await store.ExportAsync(review, TestContext.Current.CancellationToken)).Lines);

        FindingSet.Write(test, rows, FindingSet.Mapping(landlord: """{ "name_column": "Landlord", "names": { "Westward Trust": "4826" } }"""));
        LoadOutcome second = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.HeldBack });

        Assert.Equal((1L, 1L, 1L), (second.Files[1].RowsLoaded, second.Files[1].RowsUnchanged, second.Files[1].RowsQuarantined));
        Assert.Equal(["1|4826", "3|4826"], await test.QueryAsync("SELECT ombudsman_reference, landlord_code FROM fact_finding WHERE recorded_to_load = 2147483647 ORDER BY 1"));
    }

    [Fact]
    public async Task A_name_of_several_landlords_marks_theirs_and_no_others()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(test, "1,Orbit,1 May 2024,Repairs,E,Maladministration\n2,Westward,1 May 2024,Repairs,E,Maladministration");
        test.Write("landlords.csv", "code,name\n4826,Westward\nL4060,Orbit Group Limited\nL0032,Orbit Housing Association Limited\n");

        await test.LoadAsync();

        WorklistEntry entry = Assert.Single(await new WorklistStore(test.Warehouse).ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["L0032", "L4060"], entry.Suggestions.Select(suggestion => suggestion.Landlord.Value).Order(StringComparer.Ordinal));
        Assert.All(entry.Suggestions, suggestion => Assert.Equal(0.5m, suggestion.Score));
    }

    [Theory]
    [InlineData("4826", "", "4826", null)]
    [InlineData("4826", "Westward", "4826", null)]
    [InlineData("4826", "Something Else", "4826", null)]
    [InlineData("", "Westward", "4826", null)]
    [InlineData("4826", "Westminster", null, "landlord-name")]
    [InlineData("", "", null, "landlord-name")]
    [InlineData("LH9999", "", null, "unknown-landlord")]
    [InlineData("Westward", "", null, "unknown-landlord")]
    public async Task A_code_beside_the_name_decides_and_must_not_contradict_it(string code, string name, string? landlord, string? rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        FindingSet.Write(
            test,
            $"1,{code},{name},1 May 2024,Repairs,E,Maladministration",
            FindingSet.Mapping(landlord: CodeAndName),
            "Case,Code,Landlord,Decided,Category,Element,Finding");

        await test.LoadAsync();

        Assert.Equal(landlord is null ? [] : [landlord], await test.QueryAsync("SELECT landlord_code FROM fact_finding"));
        Assert.Equal(rule is null ? [] : [rule], await test.QueryAsync("SELECT rule_id FROM load_quarantine"));
    }

    [Fact]
    public async Task A_contact_and_a_stage_can_name_their_landlord_too()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("contacts.csv", "ref,received,landlord\nE1,01/06/2024,WESTWARD Ltd\n");
        test.Write("contacts.mapping.jsonc", """{ "mapping": "contacts", "source": { "system": "DESK" }, "target": "contact", "mode": "full", "date_order": "dmy", "columns": { "contact_reference": "ref", "kind": { "value": "mp_enquiry" }, "received_on": "received" }, "landlord": { "name_column": "landlord" } }""");
        test.Write("cases.csv", "Case,Received,Landlord\nC1,02/09/2024,The Westminster\n");
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received", "stock_type": { "value": "LCRA" } }, "landlord": { "name_column": "Landlord" } }""");
        SmallSet.WriteManifest(test, ("contacts.csv", "contacts.mapping.jsonc"), ("cases.csv", "cases.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(["4826"], await test.QueryAsync("SELECT landlord_code FROM fact_contact"));
        Assert.Equal(["00BK"], await test.QueryAsync("SELECT landlord_code FROM fact_stage"));
    }

    [Theory]
    [InlineData("""{ "name_column": "Landlord", "value": "4826" }""", "'name_column' stands beside 'value' or 'through'.")]
    [InlineData("""{ "column": "Landlord", "names": { "A": "4826" } }""", "'names' is for landlords told by their names.")]
    [InlineData("""{ "name_column": "Landlord", "names": { "A": "West ward!" } }""", "'West ward!' is not a landlord's code.")]
    [InlineData("""{ "name_column": "Landlord", "candidates": ["4826"] }""", "'allocator', 'uprn_column', 'address_column', 'postcode_column' and 'candidates' are for landlords found through the home.")]
    public async Task A_mapping_says_once_where_the_landlord_comes_from(string landlord, string what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string path = test.Write("findings.mapping.jsonc", FindingSet.Mapping(landlord: landlord));

        Assert.Equal(what, Assert.Throws<UserException>(() => MappingReader.Read(path)).What);
    }

    [Fact]
    public async Task A_register_cannot_name_its_landlords_in_place_of_their_codes()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string path = test.Write(
            "stock.mapping.jsonc",
            """{ "mapping": "stock", "source": { "system": "REG" }, "target": "stock", "mode": "full", "columns": { "stock_type": "T", "year_end": "Y", "homes": "N" }, "landlord": { "name_column": "Landlord" } }""");

        Assert.Equal(
            "The landlord of 'stock' cannot be told by its name.", Assert.Throws<UserException>(() => MappingReader.Read(path)).What);
    }
}
