using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Etl.Tests.Loading;

public sealed class LoadTests
{
    private const string Facts =
        "SELECT case_reference, stage, received_on, logged_on, acknowledged_on, responded_on, landlord_code, stock_type, tenure_code, code_rule_key, outcome_key, standard_due_on, in_time_basis FROM fact_stage WHERE recorded_to_load = 2147483647 AND NOT withdrawn_by_source ORDER BY case_reference, stage";

    [Fact]
    public async Task Both_shapes_of_the_same_cases_give_the_same_facts()
    {
        await using TestWarehouse narrow = await TestWarehouse.CreateAsync();
        await using TestWarehouse wide = await TestWarehouse.CreateAsync();
        SmallSet.Write(narrow, SmallSet.Header + "\nA,1,02/04/2024,02/04/2024,05/04/2024,12/04/2024,Upheld,4826,SEC\nA,2,02/05/2024,,03/05/2024,,,4826,SEC\nB,1,03/06/2024,,,,,00BK,SHO\n");
        SmallSet.Write(
            wide,
            "Case,R1,L1,A1,D1,O1,R2,A2,Landlord,Tenure\nA,02/04/2024,02/04/2024,05/04/2024,12/04/2024,Upheld,02/05/2024,03/05/2024,4826,SEC\nB,03/06/2024,,,,,,,00BK,SHO\n",
            SmallSet.StageMapping("""
                "case_reference": "Case", "stage1.received_on": "R1", "stage1.logged_on": "L1", "stage1.acknowledged_on": "A1", "stage1.responded_on": "D1",
                "stage1.outcome": "O1", "stage2.received_on": "R2", "stage2.acknowledged_on": "A2", "tenure_code": "Tenure"
                """).Replace("\"target\": \"stage\"", "\"target\": \"complaint\"", StringComparison.Ordinal));

        await narrow.LoadAsync();
        LoadOutcome outcome = await wide.LoadAsync();

        Assert.Equal(2, outcome.Files[1].RowsRead);
        Assert.Equal(2, outcome.Files[1].RowsLoaded);
        IReadOnlyList<string> facts = await narrow.QueryAsync(Facts);
        Assert.Equal(3, facts.Count);
        Assert.Equal(facts, await wide.QueryAsync(Facts));
    }

    [Fact]
    public async Task A_row_per_complaint_with_one_bad_stage_is_held_back_whole()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            "Case,R1,R2,Landlord,Tenure\nA,02/04/2024,01/04/2024,4826,SEC\nB,,02/05/2024,4826,SEC\nC,02/04/2024,,4826,SEC\n",
            SmallSet.StageMapping("""
                "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2", "tenure_code": "Tenure"
                """).Replace("\"target\": \"stage\"", "\"target\": \"complaint\"", StringComparison.Ordinal));

        await test.LoadAsync();

        Assert.Equal(
            ["2|stage2-before-stage1", "3|stage2-without-stage1"],
            await test.QueryAsync("SELECT line, rule_id FROM load_quarantine ORDER BY line"));
        Assert.Equal(["C|1"], await test.QueryAsync("SELECT case_reference, stage FROM fact_stage"));
    }

    [Fact]
    public async Task A_dry_run_shows_the_plan_and_changes_nothing()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(20));
        int before = await test.GenerationAsync();

        LoadOutcome dry = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, DryRun = true });
        int after = await test.GenerationAsync();
        LoadOutcome real = await test.LoadAsync();

        Assert.Equal(before, after);
        Assert.Null(dry.Published);
        Assert.Equal(real.Plan, dry.Plan);
        Assert.All(dry.Reconciliation, control => Assert.True(control.Passed));
    }

    [Fact]
    public async Task A_restated_file_changes_and_withdraws_rows_with_their_history()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string[] rows = SmallSet.Rows(10).TrimEnd().Split('\n');
        SmallSet.Write(test, SmallSet.Header + "\n" + string.Join('\n', rows) + "\n");
        await test.LoadAsync();
        SmallSet.Write(
            test,
            SmallSet.Header + "\n" + string.Join('\n', rows[1..])
                .Replace("C00002,1", "C00002,1", StringComparison.Ordinal)
                .Replace("Upheld,4826", "Upheld,4826", StringComparison.Ordinal)
                .Replace(rows[4], rows[4].Replace("Upheld", "Not upheld", StringComparison.Ordinal), StringComparison.Ordinal) + "\n");

        LoadOutcome second = await test.LoadAsync();

        FileOutcome file = second.Files[1];
        Assert.Equal((9, 1, 8), (file.RowsRead, file.RowsLoaded, file.RowsUnchanged));
        Assert.Equal(1, file.CorrectedByRule["restated-row"]);
        Assert.Equal((1L, 1L), (file.Plan.Changed, file.Plan.Withdrawn));
    }

    [Fact]
    public async Task An_incremental_stage_2_finds_its_stage_1_in_the_warehouse()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\nA,1,02/04/2024,,,,,4826,SEC\n");
        await test.LoadAsync();
        SmallSet.Write(test, SmallSet.Header + "\nA,2,02/05/2024,,,,,4826,SEC\nB,2,02/05/2024,,,,,4826,SEC\n", SmallSet.StageMapping(mode: "incremental"));

        await test.LoadAsync();

        Assert.Equal(["A|1", "A|2"], await test.QueryAsync("SELECT case_reference, stage FROM fact_stage ORDER BY stage"));
        Assert.Equal(["B/2|stage2-without-stage1"], await test.QueryAsync("SELECT row_key, rule_id FROM load_quarantine"));
    }

    [Fact]
    public async Task A_full_extract_without_the_stage_1_is_not_told_of_an_earlier_load()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\nA,1,02/04/2024,,,,,4826,SEC\n");
        await test.LoadAsync();
        SmallSet.Write(test, SmallSet.Header + "\nA,2,02/05/2024,,,,,4826,SEC\n");

        await test.LoadAsync();

        Assert.Equal(
            ["a stage 1 of the same complaint in the same extract, as a full extract states all stages"],
            await test.QueryAsync("SELECT expected FROM load_quarantine WHERE rule_id = 'stage2-without-stage1'"));
    }

    [Fact]
    public async Task A_quarantined_row_is_exported_corrected_and_replayed()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(3) + "\"Z,9\",1,31/02/2024,,,,,4826,SEC\n");
        await test.LoadAsync();
        string export = Path.Combine(test.Root, "export.csv");
        await using (FileStream file = File.Create(export))
        {
            Assert.Equal(
                1,
                await new QuarantineStore(test.Warehouse).ExportAsync(QuarantineFilter.Open, file, TestContext.Current.CancellationToken));
        }

        string text = await File.ReadAllTextAsync(export, TestContext.Current.CancellationToken);
        Assert.Contains(SmallSet.Header + ",_rule,_column,_value,_expected,_hint", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            export, text.Replace("31/02/2024", "28/02/2025", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        LoadOutcome outcome = await test.LoadAsync(new LoadRequest
        {
            Path = export,
            Mapping = Path.Combine(test.SetFolder, "stages.mapping.jsonc"),
            Replay = true,
            ExtractDate = new DateOnly(2025, 4, 14),
        });

        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.Equal(["4"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage WHERE recorded_to_load = 2147483647 AND NOT withdrawn_by_source"));
        Assert.Empty(await new QuarantineStore(test.Warehouse).ListAsync(QuarantineFilter.Open, TestContext.Current.CancellationToken));
        QuarantineEntry replayed = Assert.Single(
            await new QuarantineStore(test.Warehouse).ListAsync(
                new QuarantineFilter { Status = "replayed" }, TestContext.Current.CancellationToken));
        Assert.Equal(("Z,9/1", outcome.LoadId), (replayed.RowKey, replayed.ResolvedByLoad));
    }

    [Fact]
    public async Task Residents_are_stored_as_pseudonyms_in_facts_and_in_quarantine()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            "Who," + SmallSet.Header + "\nR-77,A,1,02/04/2024,,,,,4826,SEC\nR-77,B,1,31/02/2024,,,,,4826,SEC\n",
            SmallSet.StageMapping(SmallSet.StageColumns + ", \"resident_reference\": \"Who\""));

        await test.LoadAsync();

        string pseudonym = Assert.Single(await test.QueryAsync("SELECT pseudonym FROM dim_resident WHERE resident_key <> 0"));
        Assert.True(PseudonymKey.IsPseudonym(pseudonym));
        string raw = Assert.Single(await test.QueryAsync("SELECT raw FROM load_quarantine"));
        Assert.Contains(pseudonym, raw, StringComparison.Ordinal);
        Assert.DoesNotContain("R-77", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_column_named_twice_can_be_told_apart_by_its_number()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string header = SmallSet.Header.Replace("Logged", "Received", StringComparison.Ordinal);
        string columns = SmallSet.StageColumns.Replace(
            "\"Received\"", "\"Received#1\"", StringComparison.Ordinal).Replace("\"Logged\"", "\"Received#2\"", StringComparison.Ordinal);
        SmallSet.Write(test, header + "\n" + SmallSet.Rows(2), SmallSet.StageMapping(columns));
        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);

        SmallSet.Write(
            test,
            header + "\n" + SmallSet.Rows(2),
            SmallSet.StageMapping(columns.Replace("Received#1", "Received", StringComparison.Ordinal)));
        UserException e = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("positions 3 and 4", e.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_read_are_loaded_unchanged_or_quarantined_whatever_is_in_the_file()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string[] cells =
        [
            "A", "B", "C", "1", "2", "0", "02/04/2024", "31/02/2024", "02/04/2030", "45384", "", "Upheld", "x", "4826", "00BK", "9", "SEC",
            "QQ", " SEC ", "\"a\nb\"",
        ];
        Gen<string> row = Gen.Elements(cells).ArrayOf(9).Select(parts => string.Join(',', parts));
        Gen<string> sensible = Gen.Choose(1, 6).Select(n => SmallSet.Rows(1, n).TrimEnd());
        Gen<string> ragged = Gen.Elements(cells).ArrayOf().Select(parts => string.Join(',', parts));
        Gen<string> file = Gen.OneOf(row, sensible, ragged).NonEmptyListOf().Select(rows => string.Join('\n', rows) + "\n");
        Prop.ForAll(file.ToArbitrary(), text =>
        {
            SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(1, 99) + text);
            var request = new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.HeldBack | LoadAllowance.Withdrawals };
            LoadOutcome outcome = test.LoadAsync(request).GetAwaiter().GetResult();
            return outcome.Files.All(f => f.Reconciles())
                && outcome.Reconciliation.All(control => control.Passed)
                && outcome.Files.All(f => f.RowsQuarantined == f.QuarantinedByRule.Values.Sum());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }
}
