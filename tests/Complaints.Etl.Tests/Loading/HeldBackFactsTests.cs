using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;

namespace Complaints.Etl.Tests.Loading;

/// <summary>A row that is held back is in the file: what was loaded from it before is not missing.</summary>
public sealed class HeldBackFactsTests
{
    private const string Current =
        "SELECT case_reference, stage, COALESCE(CAST(responded_on AS VARCHAR), '-') FROM fact_stage WHERE recorded_to_load = 2147483647 ORDER BY case_reference, stage";

    private const string Sound = "\nA,1,02/04/2024,,05/04/2024,12/04/2024,Upheld,4826,SEC\nA,2,02/05/2024,,03/05/2024,,,4826,SEC\nB,1,03/06/2024,,,,,4826,SEC\nC,1,04/06/2024,,,,,4826,SEC\n";

    private static readonly string[] s_all = ["A|1|2024-04-12", "A|2|-", "B|1|-", "C|1|-"];

    [Theory]
    [InlineData("A,1,02/04/2024,,05/04/2024,12/04/2024,Upheld", "A,1,02/04/2024,,05/04/2024,31/02/2024,Upheld", "bad-date")]
    [InlineData("A,2,02/05/2024", "A,3,02/05/2024", "unknown-stage")]
    [InlineData("A,2,02/05/2024", "A,2,01/04/2024", "stage2-before-stage1")]
    [InlineData("B,1,03/06/2024,,,,,4826,SEC", "B,1,03/06/2024,,,,,4826", "missing-cells")]
    [InlineData("B,1,03/06/2024,,,,,4826,SEC", "B,1,03/06/2024,,,,,4826,SEC,x", "too-many-cells")]
    [InlineData("B,1,03/06/2024,,,,,4826,SEC", "B,1,03/06/2024,,,,,4826,QQ", "unknown-tenure")]
    [InlineData("B,1,03/06/2024,,,,,4826,SEC", "B,1,03/06/2024,,,,,9999,SEC", "unknown-landlord")]
    [InlineData("B,1,03/06/2024", "B,1,", "missing-received-date")]
    [InlineData("C,1,04/06/2024,,,,,4826,SEC", "C,1,04/06/2024,,,,,4826,SEC\nC,1,05/06/2024,,,,,4826,SEC", "duplicate-case")]
    public async Task A_full_extract_does_not_withdraw_the_fact_of_a_row_that_it_holds_back(string sound, string faulty, string rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + Sound);
        await test.LoadAsync();
        SmallSet.Write(test, SmallSet.Header + Sound.Replace(sound, faulty, StringComparison.Ordinal));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Contains(rule, outcome.Files[1].QuarantinedByRule.Keys);
        Assert.Equal(0, outcome.Plan.Withdrawn);
        Assert.Equal(s_all, await test.QueryAsync(Current));
        Assert.NotEqual(["0"], await test.QueryAsync("SELECT COUNT(*) FROM load_quarantine WHERE status = 'open'"));
    }

    [Fact]
    public async Task The_copy_of_a_row_that_was_taken_keeps_no_other_stage_of_its_case_which_the_extract_lacks()
    {
        const string first = "A,1,02/04/2024,,05/04/2024,12/04/2024,Upheld,4826,SEC\n";
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + Sound);
        await test.LoadAsync();
        string lacking = Sound.Replace(first, first + first, StringComparison.Ordinal);
        lacking = lacking.Replace("A,2,02/05/2024,,03/05/2024,,,4826,SEC\n", "", StringComparison.Ordinal);
        SmallSet.Write(test, SmallSet.Header + lacking);

        LoadOutcome outcome = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.Withdrawals });

        Assert.Equal(["duplicate-row"], outcome.Files[1].QuarantinedByRule.Keys);
        Assert.Equal(1, outcome.Plan.Withdrawn);
        Assert.Equal(["A|1|2024-04-12", "B|1|-", "C|1|-"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task A_row_per_complaint_that_is_held_back_keeps_both_stages()
    {
        const string columns = """
            "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2", "tenure_code": "Tenure"
            """;
        string mapping = SmallSet.StageMapping(columns).Replace(
            "\"target\": \"stage\"", "\"target\": \"complaint\"", StringComparison.Ordinal);
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, "Case,R1,R2,Landlord,Tenure\nA,02/04/2024,02/05/2024,4826,SEC\nB,02/04/2024,,4826,SEC\n", mapping);
        await test.LoadAsync();
        SmallSet.Write(test, "Case,R1,R2,Landlord,Tenure\nA,02/04/2024,31/04/2024,4826,SEC\nB,02/04/2024,,4826,SEC\n", mapping);

        await test.LoadAsync();

        Assert.Equal(["A|1|-", "A|2|-", "B|1|-"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task An_unreadable_stage_is_settled_by_itself_and_not_by_the_stage_beside_it()
    {
        string mapping = SmallSet.StageMapping(mode: "incremental");
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\nA,1,02/04/2024,,,,,4826,SEC\nA,Review,09/05/2024,,,,,4826,SEC\n", mapping);
        await test.LoadAsync();

        SmallSet.Write(test, SmallSet.Header + "\nA,1,02/04/2024,,,12/04/2024,Upheld,4826,SEC\n", mapping);
        await test.LoadAsync();
        Assert.Equal(["open"], await test.QueryAsync("SELECT status FROM load_quarantine"));

        SmallSet.Write(test, SmallSet.Header + "\nA,2,09/05/2024,,,,,4826,SEC\n", mapping);
        await test.LoadAsync();
        Assert.Equal(["replayed"], await test.QueryAsync("SELECT status FROM load_quarantine"));
    }

    [Fact]
    public async Task A_row_that_the_file_no_longer_has_is_still_withdrawn()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + Sound);
        await test.LoadAsync();
        SmallSet.Write(test, SmallSet.Header + Sound.Replace("B,1,03/06/2024,,,,,4826,SEC\n", "", StringComparison.Ordinal));

        Assert.Equal(1, (await test.LoadAsync()).Plan.Withdrawn);
        Assert.Equal(["A|1|2024-04-12", "A|2|-", "C|1|-"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task A_home_whose_row_is_held_back_stays_on_the_register()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "landlord_code": "landlord", "tenure_code": "tenure" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
        test.Write("homes.csv", "ref,landlord,tenure\nH1,4826,SEC\nH2,4826,SEC\nH3,4826,SEC\n");
        await test.LoadAsync();
        test.Write("homes.csv", "ref,landlord,tenure\nH1,4826,SEC\nH2,4826,QQ\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((1, 1), (outcome.RowsQuarantined, outcome.Plan.Withdrawn));
        Assert.Equal(
            ["H1|9999-12-31", "H2|9999-12-31", "H3|2025-04-14"],
            await test.QueryAsync("SELECT property_reference, valid_to FROM dim_property WHERE recorded_to_load = 2147483647 AND property_id <> 0 ORDER BY 1"));
    }

    [Fact]
    public async Task A_row_without_a_readable_key_cannot_keep_its_fact_and_the_load_says_so()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + Sound);
        await test.LoadAsync();
        SmallSet.Write(test, SmallSet.Header + Sound.Replace("B,1,", ",1,", StringComparison.Ordinal));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(1, outcome.Plan.Withdrawn);
        Assert.Contains("rows held back whose key could not be read: 1. Of the facts withdrawn (1)", Assert.Single(outcome.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_mended_here_stands_when_the_next_extract_brings_the_same_fault_again()
    {
        const string faulty = "D,1,31/02/2025,,,,,4826,SEC\n";
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + Sound + faulty);
        await test.LoadAsync();
        string mended = Path.Combine(test.Root, "mended.csv");
        await File.WriteAllTextAsync(
            mended,
            SmallSet.Header + "\n" + faulty.Replace("31/02/2025", "28/02/2025", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var replay = new LoadRequest
        {
            Path = mended,
            Mapping = Path.Combine(test.SetFolder, "stages.mapping.jsonc"),
            Replay = true,
            ExtractDate = new DateOnly(2025, 4, 14),
        };
        await test.LoadAsync(replay);

        for (int night = 0; night < 2; night++)
        {
            LoadOutcome outcome = await test.LoadAsync();
            Assert.Equal((1, 0), (outcome.Files[1].RowsStanding, outcome.Plan.Withdrawn));
            Assert.Contains(
                "mended after an earlier load; what was mended stands", Assert.Single(outcome.Notices), StringComparison.Ordinal);
            Assert.Equal([.. s_all, "D|1|-"], await test.QueryAsync(Current));
            Assert.Equal(["replayed|2"], await test.QueryAsync("SELECT status, resolved_by_load FROM load_quarantine"));
        }

        SmallSet.Write(test, SmallSet.Header + Sound + faulty.Replace("31/02", "30/02", StringComparison.Ordinal));
        await test.LoadAsync();
        Assert.Single(await new QuarantineStore(test.Warehouse).ListAsync(QuarantineFilter.Open, TestContext.Current.CancellationToken));
        Assert.Equal([.. s_all, "D|1|-"], await test.QueryAsync(Current));
    }
}
