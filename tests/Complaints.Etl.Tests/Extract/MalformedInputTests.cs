using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Extract;

[CollectionDefinition(nameof(MalformedInputTests), DisableParallelization = true)]
public sealed class AloneInTheProcess;

[Collection(nameof(MalformedInputTests))]
public sealed class MalformedInputTests(ITestOutputHelper output)
{
    private const long MostAllocated = 160L << 20;

    [Fact]
    public async Task Two_hundred_malformed_inputs_are_refused_with_a_clear_error_and_change_nothing_in_bounded_memory()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(5));
        await test.LoadAsync();
        int generation = await test.GenerationAsync();
        MalformedCase[] cases = [.. MalformedCorpus.All(await ParquetAsync())];
        var failures = new List<string>();
        long most = 0;
        foreach (MalformedCase bad in cases)
        {
            (string? failure, long allocated) = await RefusedAsync(test, bad);
            most = Math.Max(most, allocated);
            if (failure is not null)
            {
                failures.Add($"{bad.Name}: {failure}");
            }
        }

        output.WriteLine($"{cases.Length} inputs; most allocated by one: {most / 1024 / 1024} MB");
        Assert.True(cases.Length >= 200, $"{cases.Length} cases");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.Equal(generation, await test.GenerationAsync());
        Assert.Equal(["5"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage"));
    }

    private static async Task<(string? Failure, long Allocated)> RefusedAsync(TestWarehouse test, MalformedCase bad)
    {
        string folder = Path.Combine(test.Root, "bad");
        Directory.CreateDirectory(folder);
        string data = Path.Combine(folder, bad.File);
        string mapping = Path.Combine(folder, "bad.mapping.jsonc");
        bad.Make(data);
        await File.WriteAllTextAsync(mapping, bad.Mapping ?? SmallSet.StageMapping(), TestContext.Current.CancellationToken);
        GC.Collect();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        string? failure;
        try
        {
            LoadOutcome outcome = await test.LoadAsync(
                new LoadRequest { Path = data, Mapping = mapping, ExtractDate = new DateOnly(2025, 4, 14) });
            failure = $"was loaded: {outcome.RowsRead} rows, {outcome.RowsQuarantined} in quarantine";
        }
        catch (UserException e)
        {
            failure = new[] { e.What, e.Where, e.Expected, e.Fix }.Any(string.IsNullOrWhiteSpace) ? $"lacks a part: {e.Message}" : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = $"{e.GetType().Name}: {e.Message}";
        }

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Directory.Delete(folder, recursive: true);
        return (failure ?? (allocated > MostAllocated ? $"took {allocated / 1024 / 1024} MB" : null), allocated);
    }

    // The engine's bulk writer cuts a text at a NUL: "C1\0lost" became the case C1.
    [Fact]
    public async Task A_NUL_in_a_text_of_a_Parquet_file_is_refused_and_not_cut_off()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(5));
        await test.LoadAsync();
        MalformedCase nul = MalformedCase.Of("NUL in a text", "stages.parquet", await ParquetAsync("\0lost"));

        (string? failure, _) = await RefusedAsync(test, nul);

        Assert.Null(failure);
        Assert.Equal(["5"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage"));
    }

    private static Task<byte[]> ParquetAsync(string behind = "") => TestParquet.OfTextAsync(
        SmallSet.Header.Split(','),
        Enumerable.Range(0, 500).Select(i => new[] { $"C{i}{behind}", "1", "2024-05-01", null, null, null, "Upheld", "4826", "SEC" }));
}
