using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// Stage 2 comes after stage 1 whichever of them is loaded last: a stage 1 restated alone, to a day after its loaded stage 2, loaded
/// without a word, while the same two rows in one file are held back.
/// </summary>
public sealed class RestatedStageTests
{
    private const string Days =
        "SELECT stage, received_on FROM fact_stage WHERE recorded_to_load = 2147483647 AND case_reference = 'A' ORDER BY stage";

    private const string Both = "A,1,01/02/2024,,,,,4826,SEC\nA,2,01/03/2024,,,,,4826,SEC\n";

    [Theory]
    [InlineData("A,1,01/06/2024,,,,,4826,SEC\n", "2|stage2-before-stage1|2024-06-01", "1|2024-02-01", "2|2024-03-01")]
    [InlineData("A,1,01/06/2024,,,,,4826,SEC\nA,2,02/06/2024,,,,,4826,SEC\n", null, "1|2024-06-01", "2|2024-06-02")]
    [InlineData("A,1,01/03/2024,,,,,4826,SEC\n", null, "1|2024-03-01", "2|2024-03-01")]
    [InlineData(
        "A,1,01/06/2024,,,,,4826,SEC\nA,2,01/03/2024,,,,,4826,SEC\n", "3|stage2-before-stage1|2024-03-01", "1|2024-06-01", "2|2024-03-01")]
    public async Task A_stage_1_that_is_restated_alone_does_not_come_after_its_loaded_stage_2(
        string restated, string? heldBack, string first, string second)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, Both);

        FileOutcome outcome = (await LoadAsync(test, restated)).Files[1];

        Assert.Equal(heldBack is null ? 0 : 1, outcome.RowsQuarantined);
        Assert.Equal([first, second], await test.QueryAsync(Days));
        Assert.Equal(
            heldBack is null ? [] : [heldBack],
            await test.QueryAsync("SELECT line, rule_id, value FROM load_quarantine WHERE status = 'open'"));
    }

    [Fact]
    public async Task It_loads_once_its_stage_2_was_received_later_too_and_of_two_files_each_knows_the_others_stage()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, Both);
        await LoadAsync(test, "A,1,01/06/2024,,,,,4826,SEC\n");
        SmallSet.WriteLandlords(test);
        test.Write("first.csv", $"{SmallSet.Header}\nA,1,01/06/2024,,,,,4826,SEC\n");
        test.Write("second.csv", $"{SmallSet.Header}\nA,2,03/06/2024,,,,,4826,SEC\n");
        SmallSet.WriteManifest(test, ("first.csv", "stages.mapping.jsonc"), ("second.csv", "stages.mapping.jsonc"));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal([0L, 0L, 0L], outcome.Files.Select(file => file.RowsQuarantined));
        Assert.Equal(["1|2024-06-01", "2|2024-06-03"], await test.QueryAsync(Days));
        Assert.Equal(["replayed"], await test.QueryAsync("SELECT status FROM load_quarantine"));
    }

    private static Task<LoadOutcome> LoadAsync(TestWarehouse test, string rows)
    {
        SmallSet.Write(test, $"{SmallSet.Header}\n{rows}", SmallSet.StageMapping(mode: "incremental"));
        return test.LoadAsync();
    }
}
