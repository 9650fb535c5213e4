using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// What a register adds can lead a complaint elsewhere: loaded alone it left the complaint with its landlord, without a word, until the
/// same complaints were loaded again.
/// </summary>
public sealed class AddedHomeTests
{
    private const string Home = "P-7,4826,LCRA,100023336956\n";

    private const string Marked =
        """
        SELECT row_key, STRING_AGG(DISTINCT landlord_code, ',' ORDER BY landlord_code)
        FROM load_quarantine
        LEFT JOIN worklist_candidate USING (quarantine_id)
        WHERE rule_id = 'home-restated' AND status = 'open'
        GROUP BY row_key
        """;

    [Theory]
    [InlineData("P7,", "P7,00BK,LCRA,\n", "A/1|00BK,4826")] // the identifier as it stands, which had to be normalised
    [InlineData("P7,", "P7,4826,LCHO,\n", "A/1|4826")]
    [InlineData("P7,", "P7,4826,LCRA,\n", null)]
    [InlineData("P7,", "P77,00BK,LCRA,\n", null)]
    [InlineData("K1,100023336956", "K1,00BK,LCRA,\n", "A/1|00BK,4826")] // an identifier that nobody knew
    [InlineData("K1,100023336956", "K2,00BK,LCRA,\n", null)]
    [InlineData("P-7,200000000009", "X,00BK,LCRA,200000000009\n", "A/1|00BK,4826")] // a UPRN that nobody knew
    [InlineData("P-7,200000000009", "X,4826,LCRA,200000000009\n", null)]
    [InlineData(",100023336956", "P8,4826,LCHO,100023336956\n", "A/1|4826")] // a UPRN of two stock types
    [InlineData("P-7,100023336956", "P8,4826,LCHO,100023336956\n", null)]
    public async Task A_complaint_is_in_doubt_where_an_added_home_is_what_its_row_names(string named, string added, string? marked)
    {
        await using TestWarehouse test = await LoadedAsync(named);

        Register(test, Home + added);
        await test.LoadAsync();

        Assert.Equal(marked is null ? [] : [marked], await test.QueryAsync(Marked));
        await SameAsNewAsync(test, named, marked is not null);
    }

    [Theory]
    [InlineData("K1,100023336956", "K1,P9", "A/1|00BK,4826")] // an identifier that nobody knew
    [InlineData("P-7,", "P-7,P9", "A/1|00BK,4826")] // an identifier that stands for two homes now
    [InlineData("P7,", "P7,P9", "A/1|00BK,4826")]
    [InlineData("K1,100023336956", "K1,P-7", null)]
    [InlineData("K1,100023336956", "K9,P9", null)]
    public async Task A_complaint_is_in_doubt_where_an_added_reference_leads_from_what_its_row_names(
        string named, string added, string? marked)
    {
        await using TestWarehouse test = await LoadedAsync(named, Home + "P9,00BK,LCRA,\n");

        test.Write("refs.csv", $"id,ref\n{added}\n");
        test.Write("refs.mapping.jsonc", """{ "mapping": "refs", "source": { "system": "HOUSING" }, "target": "property_reference", "mode": "full", "columns": { "identifier": "id", "property_reference": "ref", "property_allocator": { "value": "HOUSING" } } }""");
        SmallSet.WriteManifest(test, ("refs.csv", "refs.mapping.jsonc"));
        await test.LoadAsync();

        Assert.Equal(marked is null ? [] : [marked], await test.QueryAsync(Marked));
        await SameAsNewAsync(test, named, marked is not null);
    }

    // What is in doubt is decided by the next load of the complaints; what is not stands as it did.
    private static async Task SameAsNewAsync(TestWarehouse test, string named, bool inDoubt)
    {
        const string Owner = "SELECT landlord_code, stock_type FROM fact_stage WHERE recorded_to_load = 2147483647 AND NOT withdrawn_by_source";
        IReadOnlyList<string> before = await test.QueryAsync(Owner);
        Cases(test, named);
        await test.LoadAsync();

        Assert.Empty(await test.QueryAsync(Marked));
        IReadOnlyList<string> after = await test.QueryAsync(Owner);
        IReadOnlyList<string> held = await test.QueryAsync("SELECT rule_id FROM load_quarantine WHERE status = 'open'");
        Assert.Equal(inDoubt, held.Count > 0 || !after.SequenceEqual(before));
    }

    private static async Task<TestWarehouse> LoadedAsync(string named, string homes = Home)
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        Register(test, homes);
        await test.LoadAsync();
        Cases(test, named);
        await test.LoadAsync();
        return test;
    }

    private static void Register(TestWarehouse test, string homes)
    {
        test.Write("homes.csv", $"ref,landlord,type,uprn\n{homes}");
        test.Write(
            "homes.mapping.jsonc",
            """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": "type", "uprn": "uprn" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
    }

    private static void Cases(TestWarehouse test, string named)
    {
        test.Write("cases.csv", $"Case,Received,Home,UPRN\nA,02/04/2024,{named}\n");
        test.Write(
            "cases.mapping.jsonc",
            """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "uprn_column": "UPRN", "allocator": "HOUSING" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
    }
}
