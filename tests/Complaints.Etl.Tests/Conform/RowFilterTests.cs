using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>Rows that are no rows of the extract are left out for good where the mapping says so, by column and value.</summary>
public sealed class RowFilterTests
{
    private const string Sound = "K1,1,02/04/2024,,,,,4826,SEC";
    private const string Footers = "Grand Totals (1),,,,,,,,\n" + SmallSet.Header + "\nPrinted by A N Other on 4 June\n";

    [Fact]
    public async Task Rows_that_the_mapping_skips_are_left_out_and_counted()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Sound}\n{Footers}", SmallSet.StageMapping(more: """, "rows": { "skip": { "Case": ["grand totals*", "Case", "Printed by*"] } }"""));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((0L, 1L), (outcome.RowsQuarantined, outcome.Files[1].RowsRead));
        Assert.Equal(3, outcome.Files[1].RowsLeftOut.Values.Sum());
        Assert.StartsWith("stages.csv: 3 rows left out by the mapping's 'rows': skip 'Case': 'grand totals*' (1)", Assert.Single(outcome.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_rows_of_several_kinds_the_mapping_keeps_some()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"{SmallSet.Header}\n{Sound}\nX1,1,02/04/2024,,,,,4826,GAR\nX2,1,02/04/2024,,,,,,\n",
            SmallSet.StageMapping(more: """, "rows": { "only": { "Tenure": ["SEC", "AST"] }, "skip": { "Landlord": "" } }"""));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(["K1"], await test.QueryAsync("SELECT case_reference FROM fact_stage"));
        Assert.Equal(2, outcome.Files[1].RowsLeftOut.Values.Sum());
    }
}
