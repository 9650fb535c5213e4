using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>How the values of a feature, or of a score, were spread over the rows a model was trained on.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Cuts">Upper ends of the bins of a number, rising; the last bin has none. Empty for categories.</param>
/// <param name="Categories">The categories with a bin of their own, the most frequent; empty for numbers.</param>
/// <param name="Shares">Share of the rows by bin: the bins, then (for categories) all others, then missing. They sum to 1.</param>
/// <param name="Least">The least number seen; NaN for categories.</param>
/// <param name="Most">The greatest number seen; NaN for categories.</param>
public sealed record Distribution(
    string Name, ImmutableArray<double> Cuts, ImmutableArray<string> Categories, ImmutableArray<double> Shares, double Least, double Most)
{
    private const int Bins = 10;
    private const int MostCategories = 20;

    /// <summary>The distribution of a column.</summary>
    public static Distribution Of(string name, FeatureColumn column) => column switch
    {
        NumericColumn numbers => OfNumbers(name, [.. numbers.Values.ToArray().Select(v => (double)v)]),
        CategoricalColumn categories => OfCategories(name, categories),
        _ => throw new NotSupportedException($"Column '{name}' is of no kind that is known."),
    };

    /// <summary>The distribution of numbers in bins of about equal number; NaN is missing.</summary>
    public static Distribution OfNumbers(string name, double[] values)
    {
        double[] sorted = [.. values.Where(v => !double.IsNaN(v)).Order()];
        // Equal values share a bin, so a number that is mostly 0 has fewer bins.
        ImmutableArray<double> cuts = sorted.Length == 0
            ? []
            : [.. Enumerable.Range(1, Bins - 1).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / Bins)]).Distinct()];
        return new Distribution(
            name,
            cuts,
            [],
            SharesOf(values, cuts),
            sorted.Length == 0 ? double.NaN : sorted[0],
            sorted.Length == 0 ? double.NaN : sorted[^1]);
    }

    /// <summary>Shares of other values over the same bins.</summary>
    public ImmutableArray<double> SharesOf(FeatureColumn column) => column switch
    {
        NumericColumn numbers => SharesOf([.. numbers.Values.ToArray().Select(v => (double)v)]),
        CategoricalColumn categories => SharesOf(categories, Categories),
        _ => throw new NotSupportedException($"Column '{Name}' is of no kind that is known."),
    };

    /// <summary>Shares of other numbers over the same bins.</summary>
    public ImmutableArray<double> SharesOf(double[] values) => SharesOf(values, Cuts);

    /// <summary>Share of other numbers that lie outside what was seen; 0 for categories.</summary>
    public double Outside(FeatureColumn column)
    {
        if (column is not NumericColumn numbers || numbers.Length == 0)
        {
            return 0;
        }

        int outside = 0;
        foreach (float value in numbers.Values)
        {
            outside += value < Least || value > Most ? 1 : 0;
        }

        return (double)outside / numbers.Length;
    }

    private static Distribution OfCategories(string name, CategoricalColumn column)
    {
        long[] counts = new long[column.Categories.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        ImmutableArray<string> kept =
        [
            .. Enumerable.Range(0, counts.Length)
                .OrderByDescending(code => counts[code])
                .ThenBy(code => column.Categories.Names[code], StringComparer.Ordinal)
                .Take(MostCategories)
                .Select(code => column.Categories.Names[code]),
        ];
        return new Distribution(name, [], kept, SharesOf(column, kept), double.NaN, double.NaN);
    }

    private static ImmutableArray<double> SharesOf(double[] values, ImmutableArray<double> cuts)
    {
        long[] counts = new long[cuts.Length + 2];
        foreach (double value in values)
        {
            counts[double.IsNaN(value) ? ^1 : BinOf(value, cuts)]++;
        }

        return PartsOf(counts, values.Length);
    }

    private static ImmutableArray<double> SharesOf(CategoricalColumn column, ImmutableArray<string> kept)
    {
        int[] bins = [.. column.Categories.Names.Select(name => kept.IndexOf(name) is int at and >= 0 ? at : kept.Length)];
        long[] counts = new long[kept.Length + 2];
        foreach (int code in column.Codes)
        {
            counts[code == CategoryList.Missing ? ^1 : code < 0 ? kept.Length : bins[code]]++;
        }

        return PartsOf(counts, column.Length);
    }

    private static int BinOf(double value, ImmutableArray<double> cuts)
    {
        int bin = 0;
        while (bin < cuts.Length && value > cuts[bin])
        {
            bin++;
        }

        return bin;
    }

    private static ImmutableArray<double> PartsOf(long[] counts, int rows) =>
    [
        .. counts.Select(count => rows == 0 ? 0 : (double)count / rows),
    ];
}
