using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>Full extracts that each lack up to a fifth shrank a source to a half, and nobody was told.</summary>
public sealed class ShrinkingSourceTests
{
    [Fact]
    public async Task A_source_that_shrinks_bit_by_bit_is_told_with_its_sizes()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Assert.Empty((await LoadAsync(test, 40)).Notices);
        Assert.Empty((await LoadAsync(test, 50)).Notices);
        Assert.Empty((await LoadAsync(test, 40)).Notices);

        Assert.Contains("50 → 40 → 32 rows", Assert.Single((await LoadAsync(test, 32)).Notices), StringComparison.Ordinal);
        Assert.Contains("50 → 40 → 32 → 26 rows", Assert.Single((await LoadAsync(test, 26)).Notices), StringComparison.Ordinal);
        // It is told by the load that takes away.
        Assert.Empty((await LoadAsync(test, 26)).Notices);
        Assert.Empty((await LoadAsync(test, 30)).Notices);
    }

    [Fact]
    public async Task A_source_that_loses_a_few_rows_now_and_then_shrinks_by_no_fifth()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        foreach (int rows in (int[])[50, 48, 46, 44, 42, 40])
        {
            Assert.Empty((await LoadAsync(test, rows)).Notices);
        }
    }

    private static Task<LoadOutcome> LoadAsync(TestWarehouse test, int rows)
    {
        SmallSet.Write(test, $"{SmallSet.Header}\n{SmallSet.Rows(rows)}");
        return test.LoadAsync();
    }
}
