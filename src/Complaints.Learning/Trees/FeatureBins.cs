using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// How one feature's values become bins: 0 is missing, 1 to 255 are ranges of a number (ascending), 1 to 254 single categories.
/// Categories beyond the 254 most frequent count as missing; bin 255 of a category is a value that training never saw.
/// </summary>
internal sealed class FeatureBins
{
    private const int SampleRows = 65_536;
    private const int Slots = 256;
    private const int MostCategories = 254;

    /// <summary>The bin of a category that training never saw.</summary>
    public const int UnseenBin = 255;

    private readonly float[] _search;
    private readonly byte[] _codeToBin;

    private FeatureBins(float[] cuts, CategoryList? categories, int[] binToCode)
    {
        Cuts = cuts;
        Categories = categories;
        BinToCode = binToCode;
        _search = new float[Slots];
        _search.AsSpan().Fill(float.PositiveInfinity);
        cuts.CopyTo(_search, 0);
        _codeToBin = new byte[(categories?.Count ?? 0) + 2];
        // A model of before there was such a bin may have a category in it.
        _codeToBin[0] = binToCode.Length <= MostCategories ? (byte)UnseenBin : (byte)0;
        for (int bin = 1; bin <= binToCode.Length; bin++)
        {
            _codeToBin[binToCode[bin - 1] + 2] = (byte)bin;
        }
    }

    /// <summary>Upper bounds (inclusive) of every numeric bin but the last.</summary>
    public float[] Cuts { get; }

    /// <summary>The training categories, or null for a number.</summary>
    public CategoryList? Categories { get; }

    /// <summary>Category code of bin 1, 2, …</summary>
    public int[] BinToCode { get; }

    /// <summary>Bins in use, missing included.</summary>
    public int Count => IsCategorical ? BinToCode.Length + 1 : Cuts.Length + 2;

    /// <summary>True for categories.</summary>
    public bool IsCategorical => Categories is not null;

    public static FeatureBins OfNumbers(float[] cuts) => new(cuts, null, []);

    public static FeatureBins OfCategories(CategoryList categories, int[] binToCode) => new([], categories, binToCode);

    public static FeatureBins Learn(FeatureColumn column, int maxBins) =>
        column is CategoricalColumn categorical
            ? LearnCategories(categorical, maxBins)
            : LearnCuts(((NumericColumn)column).Values, maxBins);

    /// <summary>Bins of the rows <paramref name="from"/>… of a column, written with a stride.</summary>
    public unsafe void Fill(FeatureColumn column, int from, int count, byte* target, int stride)
    {
        if (column is CategoricalColumn categorical)
        {
            ReadOnlySpan<int> codes = categorical.Codes.Slice(from, count);
            for (int i = 0; i < codes.Length; i++)
            {
                target[(nint)i * stride] = _codeToBin[unchecked(codes[i] + 2)];
            }

            return;
        }

        fixed (float* values = ((NumericColumn)column).Values.Slice(from, count))
        fixed (float* search = _search)
        {
            FillNumbers(values, search, count, target, stride);
        }
    }

    /// <summary>The column with this feature's category codes.</summary>
    public FeatureColumn Align(FeatureColumn column) => column is CategoricalColumn categorical ? categorical.Recode(Categories!) : column;

    // Four searches at a time hide each other's latency; the comparison becomes a number, so nothing is mispredicted.
    private static unsafe void FillNumbers(float* values, float* search, int count, byte* target, nint stride)
    {
        unchecked
        {
            int i = 0;
            for (; i + 4 <= count; i += 4)
            {
                float a = values[i], b = values[i + 1], c = values[i + 2], d = values[i + 3];
                nint pa = 0, pb = 0, pc = 0, pd = 0;
                for (nint step = 128; step > 0; step >>= 1)
                {
                    float* at = search + step - 1;
                    pa += step & -(at[pa] < a ? 1 : 0);
                    pb += step & -(at[pb] < b ? 1 : 0);
                    pc += step & -(at[pc] < c ? 1 : 0);
                    pd += step & -(at[pd] < d ? 1 : 0);
                }

                target[i * stride] = (byte)((pa + 1) & -(float.IsNaN(a) ? 0 : 1));
                target[(i + 1) * stride] = (byte)((pb + 1) & -(float.IsNaN(b) ? 0 : 1));
                target[(i + 2) * stride] = (byte)((pc + 1) & -(float.IsNaN(c) ? 0 : 1));
                target[(i + 3) * stride] = (byte)((pd + 1) & -(float.IsNaN(d) ? 0 : 1));
            }

            for (; i < count; i++)
            {
                float value = values[i];
                nint position = 0;
                for (nint step = 128; step > 0; step >>= 1)
                {
                    position += step & -(search[position + step - 1] < value ? 1 : 0);
                }

                target[i * stride] = float.IsNaN(value) ? (byte)0 : (byte)(position + 1);
            }
        }
    }

    private static FeatureBins LearnCategories(CategoricalColumn column, int maxBins)
    {
        int[] counts = new int[column.Categories.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        // A name that no row has is as good as never seen.
        if (counts.Contains(0))
        {
            CategoryList seen = new(column.Categories.Names.Where((_, code) => counts[code] > 0));
            return LearnCategories(column.Recode(seen), maxBins);
        }

        int[] kept =
        [
            .. Enumerable.Range(0, counts.Length)
                .Where(c => counts[c] > 0)
                .OrderByDescending(c => counts[c])
                .ThenBy(c => c)
                .Take(Math.Min(maxBins, MostCategories)),
        ];
        return OfCategories(column.Categories, kept);
    }

    private static FeatureBins LearnCuts(ReadOnlySpan<float> values, int maxBins)
    {
        int stride = Math.Max(1, values.Length / SampleRows);
        List<float> sample = new((values.Length / stride) + 1);
        for (int i = 0; i < values.Length; i += stride)
        {
            if (float.IsFinite(values[i]))
            {
                sample.Add(values[i]);
            }
        }

        sample.Sort();
        List<float> distinct = [];
        List<int> firstAt = [];
        for (int i = 0; i < sample.Count; i++)
        {
            if (i == 0 || sample[i] != sample[i - 1])
            {
                distinct.Add(sample[i]);
                firstAt.Add(i);
            }
        }

        List<float> cuts = [];
        double perBin = (double)sample.Count / maxBins;
        int taken = 0;
        for (int i = 1; i < distinct.Count; i++)
        {
            // A cut before value i closes a bin once the bin holds its share, or always when each value can have its own bin.
            if (distinct.Count <= maxBins || firstAt[i] >= (taken + 1) * perBin)
            {
                cuts.Add(Between(distinct[i - 1], distinct[i]));
                taken = Math.Max(taken + 1, (int)(firstAt[i] / perBin));
            }
        }

        return OfNumbers([.. cuts]);
    }

    private static float Between(float low, float high)
    {
        float middle = low + ((high - low) / 2);
        return middle >= low && middle < high ? middle : low;
    }
}
