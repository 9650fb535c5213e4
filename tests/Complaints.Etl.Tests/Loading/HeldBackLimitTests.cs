using System.IO.Compression;
using System.Text;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Conform;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

public sealed class HeldBackLimitTests
{
    private const int Rows = (int)Limits.QuarantineGraceRows + 5_000;

    [Fact]
    public async Task A_file_of_one_line_repeated_is_refused_before_anything_is_conformed()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, "");
        string path = Path.Combine(test.SetFolder, "stages.csv");
        await using (var zip = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest), Encoding.UTF8))
        {
            await zip.WriteLineAsync(SmallSet.Header);
            for (int i = 0; i < Rows; i++)
            {
                await zip.WriteLineAsync("A,1,02/04/2024,,,,,4826,SEC");
            }
        }

        UserException refused = await RefusedAsync(test);

        Assert.Contains("an earlier row has the same key", refused.What, StringComparison.Ordinal);
        Assert.Contains("the first on line 3", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_keys_is_refused_before_anything_is_conformed()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + string.Concat(Enumerable.Repeat(",1,02/04/2024,,,,,4826,SEC\n", Rows)));

        UserException refused = await RefusedAsync(test);

        Assert.Contains("'missing-key'", refused.What, StringComparison.Ordinal);
        Assert.Contains("the first on line 2", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_whose_rows_mostly_break_a_rule_is_refused_whole_and_the_error_names_the_rule()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test, SmallSet.Header + "\n" + SmallSet.Rows(3) + SmallSet.Rows(Rows, 4).Replace(",4826,", ",9999,", StringComparison.Ordinal));

        UserException refused = await RefusedAsync(test);

        Assert.Contains("most often by 'unknown-landlord'", refused.What, StringComparison.Ordinal);
        Assert.Contains("the first on line 5, column 'Landlord': expected a landlord that was loaded", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landlords_file_whose_rows_mostly_break_a_rule_is_refused_unless_that_is_allowed()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(40).Replace(",4826,", ",9999,", StringComparison.Ordinal));

        UserException refused = await RefusedAsync(test);
        LoadOutcome dry = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, DryRun = true });
        LoadOutcome allowed = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.HeldBack });

        Assert.StartsWith("Of 40 rows, 40 would be held back, most often by 'unknown-landlord'", refused.What, StringComparison.Ordinal);
        Assert.Contains("--allow-held-back", refused.Fix, StringComparison.Ordinal);
        Assert.Contains("would be refused. " + refused.What, Assert.Single(dry.Notices), StringComparison.Ordinal);
        Assert.Equal((40, 40), (dry.RowsQuarantined, allowed.RowsQuarantined));
    }

    [Fact]
    public async Task A_file_of_a_dozen_rows_is_held_back_row_by_row()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(12).Replace(",4826,", ",9999,", StringComparison.Ordinal));

        Assert.Equal(12, (await test.LoadAsync()).RowsQuarantined);
    }

    [Theory]
    [InlineData(99_999, 99_999, false)]
    [InlineData(100_000, 50_000, false)]
    [InlineData(100_000, 50_001, true)]
    [InlineData(50_000_000, 1_000_000, false)]
    [InlineData(50_000_000, 1_000_001, true)]
    public void A_file_is_refused_beyond_half_of_its_rows_or_a_million(long read, long heldBack, bool isPassed) =>
        Assert.Equal(isPassed, HeldBackLimit.IsPassed(read, heldBack));

    [Theory]
    [InlineData(19, 19, false)]
    [InlineData(20, 10, false)]
    [InlineData(20, 11, true)]
    [InlineData(99_999, 50_000, true)]
    public void A_whole_file_is_refused_beyond_half_of_its_rows(long read, long heldBack, bool isPassed) =>
        Assert.Equal(isPassed, HeldBackLimit.IsPassedAtEnd(read, heldBack));

    private static async Task<UserException> RefusedAsync(TestWarehouse test)
    {
        int generation = await test.GenerationAsync();
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.EndsWith("stages.csv", refused.Where, StringComparison.Ordinal);
        Assert.NotNull(refused.Expected);
        Assert.NotNull(refused.Fix);
        Assert.Equal(generation, await test.GenerationAsync());
        Assert.Equal(["0"], await test.QueryAsync("SELECT COUNT(*) FROM load_quarantine"));
        return refused;
    }
}
