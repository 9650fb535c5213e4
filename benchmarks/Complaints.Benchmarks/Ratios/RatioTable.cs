using System.Globalization;

namespace Complaints.Benchmarks.Ratios;

/// <summary>Runs ours and the peer in turn several times and prints medians and the ratio; asserts nothing.</summary>
internal static class RatioTable
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Compares; where both sides note what they counted, they must have counted the same.</summary>
    public static async Task CompareAsync(
        string title, string aim, int runs, Func<Task<ChildRun>> ours, Func<Task<ChildRun>> peer,
        bool sameNotes = false)
    {
        List<ChildRun> a = [];
        List<ChildRun> b = [];
        for (int run = 0; run < runs; run++)
        {
            a.Add(await ours().ConfigureAwait(false));
            b.Add(await peer().ConfigureAwait(false));
        }

        Print($"\n{title} (median of {runs}, in turn)");
        Row("ours", a);
        Row("peer", b);
        if (sameNotes && a.Concat(b).Select(run => run.Note).Distinct().Count() > 1)
        {
            throw new InvalidOperationException($"Not the same answer: ours is '{a[0].Note}', the peer's '{b[0].Note}'.");
        }

        double[] ratios = [.. a.Zip(b, (x, y) => x.Seconds / y.Seconds).Order()];
        Print(string.Create(CultureInfo.InvariantCulture,
            $"  ratio ours ÷ peer: time {ratios[ratios.Length / 2]:0.00} [{ratios[0]:0.00}–{ratios[^1]:0.00}], peak memory "
                + $"{Median(a, r => r.PeakBytes) / Median(b, r => r.PeakBytes):0.00}   (aim {aim})"));
    }

    public static void Print(string line) => Console.WriteLine(line);

    private static void Row(string name, List<ChildRun> runs) => Print(string.Create(CultureInfo.InvariantCulture,
        $"  {name,-5} {Median(runs, run => run.Seconds),10:0.0000} s   peak {Median(runs, run => run.PeakBytes) / Megabyte,8:0} MiB   "
            + $"{runs[0].Note}"));

    private static double Median(List<ChildRun> runs, Func<ChildRun, double> value)
    {
        double[] sorted = [.. runs.Select(value).Order()];
        return sorted[sorted.Length / 2];
    }
}
