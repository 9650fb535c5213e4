using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// Landlords, homes at year end and published figures are nobody's alone. The last file that stated one won, whichever source it was of,
/// and a source that dropped its row took another's with it.
/// </summary>
public sealed class OtherSourceTests
{
    private const string Homes = "SELECT source_system, homes FROM fact_stock WHERE recorded_to_load = 2147483647 AND NOT withdrawn_by_source ORDER BY 1";

    private const string Names = "SELECT landlord_code, name FROM dim_landlord WHERE recorded_to_load = 2147483647 AND landlord_key <> 0 ORDER BY 1, valid_from";

    private const string Open = "SELECT source_system, rule_id FROM load_quarantine WHERE status = 'open' ORDER BY 1, line";

    private const string Published =
        "SELECT source_system, numerator::INTEGER FROM fact_published_measure WHERE recorded_to_load = 2147483647 AND NOT withdrawn_by_source ORDER BY 1, 2";

    [Theory]
    [InlineData("FIN", "HSG")]
    [InlineData("HSG", "FIN")]
    public async Task Two_sources_of_one_load_that_count_other_homes_are_both_held_back_whatever_their_order(string first, string second)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteStock(test, first, 1000);
        WriteStock(test, second, 500);
        SmallSet.WriteLandlords(test);
        Manifest(test, first, second);

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((1L, 1L), (outcome.Files[1].QuarantinedByRule["other-source"], outcome.Files[2].QuarantinedByRule["other-source"]));
        Assert.Empty(await test.QueryAsync(Homes));
        Assert.Contains(
            "what 'FIN' says of the same: homes",
            Assert.Single(await test.QueryAsync("SELECT expected FROM load_quarantine WHERE source_system = 'HSG'")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_count_the_same_homes_agree_whatever_their_columns_are_called()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteStock(test, "FIN", 1000);
        test.Write("HSG.csv", "n,at,kind\n1000,31/03/2025,LCRA\n");
        test.Write("HSG.mapping.jsonc", StockMapping("HSG", "kind", "at", "n"));
        SmallSet.WriteLandlords(test);
        Manifest(test, "FIN", "HSG");

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
        Assert.Equal(["FIN|1000"], await test.QueryAsync(Homes));
    }

    [Fact]
    public async Task A_later_load_of_another_source_contradicts_and_changes_nothing_until_it_agrees()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadStock(test, "FIN", 1000);

        LoadOutcome other = await LoadStock(test, "HSG", 500);

        Assert.Equal(1, other.Files[1].QuarantinedByRule["other-source"]);
        Assert.Equal(["FIN|1000"], await test.QueryAsync(Homes));
        Assert.Equal(["HSG|other-source"], await test.QueryAsync(Open));
        // The source that owns it may restate it, and withdraw it.
        Assert.Equal(1, (await LoadStock(test, "FIN", 500)).Plan.Changed);
        Assert.Equal(0, (await LoadStock(test, "HSG", 500)).RowsQuarantined);
        Assert.Equal(["FIN|500"], await test.QueryAsync(Homes));
        Assert.Empty(await test.QueryAsync(Open));
    }

    [Fact]
    public async Task A_source_that_takes_anothers_place_is_allowed_to()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadStock(test, "FIN", 1000);

        await LoadStock(test, "HSG", 500, LoadAllowance.OtherSource);

        Assert.Equal(["HSG|500"], await test.QueryAsync(Homes));
        Assert.Equal(0, (await LoadStock(test, "HSG", 510)).RowsQuarantined);
        Assert.Equal(["HSG|510"], await test.QueryAsync(Homes));
    }

    [Fact]
    public async Task The_regulators_figure_stays_when_another_source_states_it_otherwise_and_drops_it_again()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        await LoadPublished(test, "REGULATOR", "4826,30,1000", "00BK,50,1000");

        LoadOutcome own = await LoadPublished(test, "OWN", "4826,777,1000", "00BK,50,1000");
        Assert.Equal(1, own.Files[1].QuarantinedByRule["other-source"]);
        LoadOutcome dropped = await LoadPublished(test, "OWN", "00BK,50,1000");
        Assert.Equal(0, dropped.Plan.Withdrawn);

        Assert.Equal(["REGULATOR|30", "REGULATOR|50"], await test.QueryAsync(Published));
        LoadOutcome restated = await LoadPublished(test, "REGULATOR", "4826,31,1000", "00BK,50,1000");
        Assert.Equal((1L, 0L), (restated.Plan.Changed, restated.RowsQuarantined));
        Assert.Equal(["REGULATOR|31", "REGULATOR|50"], await test.QueryAsync(Published));
    }

    [Fact]
    public async Task A_register_of_another_source_does_not_rename_a_landlord()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadLandlords(test, "REG", "4826,Westward", "00BK,Westminster");

        LoadOutcome other = await LoadLandlords(test, "CRM", "4826,Eastward", "00BK,Westminster", "4808,One");

        Assert.Equal(1, other.Files[0].QuarantinedByRule["other-source"]);
        Assert.Equal(["00BK|Westminster", "4808|One", "4826|Westward"], await test.QueryAsync(Names));
        // Its own landlords a source renames, here from the day of the extract on.
        await LoadLandlords(test, "CRM", "00BK,Westminster", "4808,One Manchester");
        await LoadLandlords(test, "REG", "4826,Westward Housing", "00BK,Westminster");
        Assert.Equal(
            ["00BK|Westminster", "4808|One", "4808|One Manchester", "4826|Westward", "4826|Westward Housing"],
            await test.QueryAsync(Names));
        Assert.Empty(await test.QueryAsync(Open));
    }

    private static Task<LoadOutcome> LoadStock(TestWarehouse test, string source, int homes, LoadAllowance allow = LoadAllowance.None)
    {
        SmallSet.WriteLandlords(test);
        WriteStock(test, source, homes);
        Manifest(test, source);
        return test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = allow | LoadAllowance.OlderExtract });
    }

    private static void WriteStock(TestWarehouse test, string source, int homes)
    {
        test.Write($"{source}.csv", FormattableString.Invariant($"type,year end,homes\nLCRA,31/03/2025,{homes}\n"));
        test.Write($"{source}.mapping.jsonc", StockMapping(source, "type", "year end", "homes"));
    }

    private static string StockMapping(string source, string type, string day, string homes) =>
        $$"""{ "mapping": "stock", "source": { "system": "{{source}}" }, "target": "stock", "mode": "full", "date_order": "dmy", "columns": { "stock_type": "{{type}}", "year_end": "{{day}}", "homes": "{{homes}}" }, "landlord": { "value": "4826" } }""";

    private static void Manifest(TestWarehouse test, params string[] sources) =>
        SmallSet.WriteManifest(test, [.. sources.Select(source => ($"{source}.csv", $"{source}.mapping.jsonc"))]);

    private static Task<LoadOutcome> LoadPublished(TestWarehouse test, string source, params string[] rows)
    {
        test.Write($"{source}.csv", "code,num,den\n" + string.Join('\n', rows) + "\n");
        test.Write($"{source}.mapping.jsonc", $$"""{ "mapping": "pub", "source": { "system": "{{source}}" }, "target": "published_measure", "mode": "full", "columns": { "landlord_code": "code", "landlord_name": "code", "measure_id": { "value": "ch01_stage1" }, "stock_type": { "value": "LCRA" }, "reporting_year": { "value": "2024/25" }, "numerator": "num", "denominator": "den", "publisher": { "value": "RSH" } } }""");
        Manifest(test, source);
        return test.LoadAsync();
    }

    private static Task<LoadOutcome> LoadLandlords(TestWarehouse test, string source, params string[] rows) =>
        test.LoadAsync(new LoadRequest
    {
        Path = test.Write($"{source}-landlords.csv", "code,name\n" + string.Join('\n', rows) + "\n"),
        Mapping = test.Write(
            $"{source}-landlords.mapping.jsonc", SmallSet.LandlordMapping.Replace("REG", source, StringComparison.Ordinal)),
    });
}
