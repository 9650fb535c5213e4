using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>A row per complaint states both stages, and so also that there is no second one.</summary>
public sealed class WholeCaseTests
{
    private const string Header = "Case,R1,R2,Landlord,Tenure\n";
    private const string Current = "SELECT case_reference, stage FROM fact_stage WHERE recorded_to_load = 2147483647 ORDER BY 1, 2";

    [Fact]
    public async Task An_incremental_row_without_its_stage_2_takes_it_back()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Header + "A,02/04/2024,02/05/2024,4826,SEC\nB,02/04/2024,03/05/2024,4826,SEC\nC,02/04/2024,,4826,SEC\n");
        await test.LoadAsync();
        Write(test, Header + "A,02/04/2024,,4826,SEC\nC,02/04/2024,,4826,SEC\n");

        FileOutcome file = (await test.LoadAsync()).Files[1];

        Assert.Equal((1L, 1L, 1L), (file.RowsLoaded, file.RowsUnchanged, file.Plan.Withdrawn));
        Assert.Equal(["A|1", "B|1", "B|2", "C|1"], await test.QueryAsync(Current));
        Assert.Equal(["A|2|2"], await test.QueryAsync("SELECT case_reference, stage, recorded_from_load FROM fact_stage WHERE withdrawn_by_source"));

        Write(test, Header + "A,02/04/2024,09/05/2024,4826,SEC\n");
        Assert.Equal(0, (await test.LoadAsync()).Plan.Withdrawn);
        Assert.Equal(["A|1", "A|2", "B|1", "B|2", "C|1"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task A_row_that_is_held_back_takes_nothing_back()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Header + "A,02/04/2024,02/05/2024,4826,SEC\n");
        await test.LoadAsync();
        Write(test, Header + "A,31/04/2024,,4826,SEC\n");

        Assert.Equal(0, (await test.LoadAsync()).Plan.Withdrawn);
        Assert.Equal(["A|1", "A|2"], await test.QueryAsync(Current));
    }

    private static void Write(TestWarehouse test, string rows) => SmallSet.Write(
        test,
        rows,
        SmallSet.StageMapping("""
            "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2", "tenure_code": "Tenure"
            """, mode: "incremental").Replace("\"target\": \"stage\"", "\"target\": \"complaint\"", StringComparison.Ordinal));
}
