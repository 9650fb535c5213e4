using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>A register that is loaded alone: complaints kept the landlord of the home as it was known before, without a word.</summary>
public sealed class RestatedHomeTests
{
    private const string Marked =
        """
        SELECT row_key, STRING_AGG(DISTINCT landlord_code, ',' ORDER BY landlord_code)
        FROM load_quarantine
        LEFT JOIN worklist_candidate USING (quarantine_id)
        WHERE rule_id = 'home-restated' AND status = 'open'
        GROUP BY row_key
        ORDER BY row_key
        """;

    private const string Homes = "P1,4826,SEC,01/01/2000,,100023336956\nP2,4826,SEC,01/01/2000,,\n";

    [Theory]
    [InlineData("P1,4826,SEC,01/01/2000,,100023336956\nP2,00BK,SEC,01/01/2000,,\n", "B/1|00BK,4826")]
    [InlineData("P1,4826,SHO,01/01/2000,,100023336956\nP2,4826,SEC,01/01/2000,,\n", "A/1|4826")]
    [InlineData("P1,4826,SEC,01/01/2000,01/04/2024,100023336956\nP2,4826,SEC,01/01/2000,,\n", "A/1|")]
    [InlineData("P1,4826,SEC,01/01/2000,01/05/2024,100023336956\nP2,4826,SEC,01/01/2000,,\n", null)]
    public async Task Complaints_that_lean_on_a_restated_home_are_marked_for_all_whose_they_can_be(string homes, string? marked)
    {
        await using TestWarehouse test = await Loaded();
        Register(test, homes);

        await test.LoadAsync();

        Assert.Equal(marked is null ? [] : [marked], await test.QueryAsync(Marked));
    }

    // A register alone holds no row back, and the load said nothing of the figures that it put in doubt.
    [Fact]
    public async Task The_load_tells_how_many_stages_of_which_source_it_put_in_doubt()
    {
        await using TestWarehouse test = await Loaded();
        Register(test, "P1,00BK,SEC,01/01/2000,,100023336956\nP2,00BK,SEC,01/01/2000,,\n");

        LoadOutcome dry = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, DryRun = true });
        LoadOutcome first = await test.LoadAsync();
        LoadOutcome again = await test.LoadAsync();

        Assert.StartsWith("2 complaint stages of 'CRM' lean on homes that this load restated", Assert.Single(first.Notices), StringComparison.Ordinal);
        Assert.Equal(first.Notices, dry.Notices);
        Assert.Empty(again.Notices);
    }

    /// <summary>A complaint that homes of a block tell together leans on no one home, and was never in doubt.</summary>
    [Theory]
    [InlineData("F1,00BK,SEC,01/01/2000,,200000000012\nF2,4826,SEC,01/01/2000,,200000000012\n", 1)]
    [InlineData("F1,00BK,SEC,01/01/2000,,200000000012\nF2,00BK,SEC,01/01/2000,,200000000012\n", 1)]
    [InlineData("F1,4826,SHO,01/01/2000,,200000000012\nF2,4826,SHO,01/01/2000,,200000000012\n", 1)]
    [InlineData("F1,4826,SEC,01/01/2000,,\nF2,4826,SEC,01/01/2000,,\n", 1)]
    [InlineData("F1,4826,SEC,01/01/2000,,200000000012\nF2,4826,SEC,01/01/2000,,200000000012\nF3,00BK,SEC,01/01/2000,,200000000012\n", 1)]
    [InlineData("F1,4826,SEC,01/01/2000,,200000000012\nF2,4826,SEC,01/01/2000,,200000000012\nF3,4826,SEC,01/01/2000,,200000000012\n", 0)]
    [InlineData("F1,00BK,SEC,01/01/2025,,200000000012\nF2,4826,SEC,01/01/2000,,200000000012\n", 0)]
    public async Task A_complaint_of_a_block_is_marked_when_its_homes_are_no_longer_of_one_landlord(string homes, int marked)
    {
        await using TestWarehouse test = await Loaded();
        Register(test, Homes + "F1,4826,SEC,01/01/2000,,200000000012\nF2,4826,SEC,01/01/2000,,200000000012\n");
        await test.LoadAsync();
        test.Write("block.csv", "Case,Received,Home,UPRN\nX,02/04/2024,,200000000012\n");
        test.Write("block.mapping.jsonc", """{ "mapping": "block", "source": { "system": "BLOCK" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "uprn_column": "UPRN", "allocator": "HOUSING" } }""");
        SmallSet.WriteManifest(test, ("block.csv", "block.mapping.jsonc"));
        await test.LoadAsync();
        Assert.Equal(["0|4826"], await test.QueryAsync("SELECT property_id, landlord_code FROM fact_stage WHERE case_reference = 'X'"));
        Register(test, Homes + homes);

        await test.LoadAsync();

        Assert.Equal([$"{marked}"], await test.QueryAsync("SELECT COUNT(*) FROM load_quarantine WHERE rule_id = 'home-restated' AND source_system = 'BLOCK'"));
    }

    [Fact]
    public async Task Loading_the_complaints_again_takes_the_mark_off_and_gives_them_to_their_landlord()
    {
        await using TestWarehouse test = await Loaded();
        Register(test, "P1,4826,SEC,01/01/2000,,100023336956\nP2,00BK,SEC,01/01/2000,,\n");
        await test.LoadAsync();

        Cases(test);
        await test.LoadAsync();

        Assert.Empty(await test.QueryAsync(Marked));
        Assert.Equal(
            ["A|4826", "B|00BK"],
            await test.QueryAsync("SELECT case_reference, landlord_code FROM fact_stage WHERE recorded_to_load = 2147483647 ORDER BY 1"));
    }

    [Fact]
    public async Task Homes_that_share_a_UPRN_are_told()
    {
        await using TestWarehouse test = await Loaded();
        Register(test, "P1,4826,SEC,,,100023336956\nP2,4826,SEC,,,100023336956\nP3,4826,SEC,,,200\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(2, outcome.Files[1].SharedUprns!.Homes);
        Assert.Contains(outcome.Notices, notice => notice.Contains("100023336956", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_register_that_is_put_back_takes_the_mark_off()
    {
        await using TestWarehouse test = await Loaded();
        Register(test, "P1,4826,SEC,01/01/2000,,100023336956\nP2,00BK,SEC,01/01/2000,,\n");
        await test.LoadAsync();
        Register(test, Homes);

        await test.LoadAsync();

        Assert.Empty(await test.QueryAsync(Marked));
    }

    [Fact]
    public async Task A_home_of_another_register_with_the_same_UPRN_puts_the_complaints_in_doubt()
    {
        await using TestWarehouse test = await Loaded();
        test.Write("other.csv", "ref,landlord,tenure,from,to,uprn\nX1,00BK,SEC,,,100023336956\n");
        test.Write(
            "other.mapping.jsonc",
            Mapping("OTHER").Replace("\"tenure_code\"", "\"uprn\": \"uprn\", \"tenure_code\"", StringComparison.Ordinal));
        SmallSet.WriteManifest(test, ("other.csv", "other.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(["A/1|00BK,4826"], await test.QueryAsync(Marked));
    }

    // The identifier led to the home of a third landlord now, whose figures were called complete.
    [Theory]
    [InlineData("X1,P2", "A/1|00BK,4826")]
    [InlineData("X9,P1", "A/1|")]
    public async Task A_complaint_whose_identifier_leads_elsewhere_could_be_of_whoever_owns_that_home(string references, string marked)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        Register(test, "P1,4826,SEC,01/01/2000,,\nP2,00BK,SEC,01/01/2000,,\n");
        await test.LoadAsync();
        References(test, "X1,P1");
        await test.LoadAsync();
        test.Write("cases.csv", "Case,Stage,Received,Home\nA,1,02/04/2024,X1\n");
        test.Write("cases.mapping.jsonc", CasesOf("CRM"));
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
        await test.LoadAsync();
        References(test, references);

        await test.LoadAsync();

        Assert.Equal([marked], await test.QueryAsync(Marked));
    }

    private static void References(TestWarehouse test, string rows)
    {
        test.Write("refs.csv", $"id,ref\n{rows}\n");
        test.Write("refs.mapping.jsonc", """{ "mapping": "refs", "source": { "system": "CRM" }, "target": "property_reference", "mode": "full", "columns": { "identifier": "id", "property_reference": "ref", "property_allocator": { "value": "HOUSING" } } }""");
        SmallSet.WriteManifest(test, ("refs.csv", "refs.mapping.jsonc"));
    }

    private static string CasesOf(string allocator) =>
        $$"""{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "allocator": "{{allocator}}" } }""";

    private static async Task<TestWarehouse> Loaded()
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        Register(test, Homes);
        await test.LoadAsync();
        Cases(test);
        await test.LoadAsync();
        return test;
    }

    private static string Mapping(string system) =>
        $$"""{ "mapping": "homes", "source": { "system": "{{system}}" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "landlord_code": "landlord", "tenure_code": "tenure", "valid_from": "from", "valid_to": "to" } }""";

    private static void Register(TestWarehouse test, string homes)
    {
        test.Write("homes.csv", "ref,landlord,tenure,from,to,uprn\n" + homes);
        test.Write(
            "homes.mapping.jsonc",
            Mapping("HOUSING").Replace("\"tenure_code\"", "\"uprn\": \"uprn\", \"tenure_code\"", StringComparison.Ordinal));
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
    }

    private static void Cases(TestWarehouse test)
    {
        test.Write("cases.csv", "Case,Stage,Received,Home\nA,1,02/04/2024,P1\nB,1,02/04/2024,P2\n");
        test.Write("cases.mapping.jsonc", CasesOf("HOUSING"));
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
    }
}
