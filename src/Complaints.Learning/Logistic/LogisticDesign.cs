using Complaints.Learning.Table;

namespace Complaints.Learning.Logistic;

/// <summary>
/// Where each feature's coefficients lie: a number has its standardised value and a flag for missing, a category has one slot for missing,
/// one per frequent category and, where there are any, one for the rare, which a value never seen shares. Slot 0 is the intercept.
/// </summary>
internal sealed class LogisticDesign
{
    private LogisticDesign(Slot[] slots, int size)
    {
        Slots = slots;
        Size = size;
    }

    /// <summary>One feature's place.</summary>
    /// <param name="Offset">First coefficient.</param>
    /// <param name="Mean">Training mean of a number.</param>
    /// <param name="Scale">1 ÷ training standard deviation of a number, 0 for a constant.</param>
    /// <param name="Categories">Training categories, null for a number.</param>
    /// <param name="SlotOfCode">Coefficient (from Offset) of each code; −1 where it adds nothing.</param>
    /// <param name="Unseen">Coefficient (from Offset) of a value never seen; −1 where it adds nothing.</param>
    internal sealed record Slot(int Offset, double Mean, double Scale, CategoryList? Categories, int[] SlotOfCode, int Unseen = 0)
    {
        public int Count { get; } = Categories is null ? 2 : SlotOfCode.DefaultIfEmpty(0).Max() + 1;

        /// <summary>The coefficient of a code, from Offset; −1 for none.</summary>
        public int Of(int code) => code >= 0 ? SlotOfCode[code] : code == CategoryList.Unseen ? Unseen : 0;
    }

    public Slot[] Slots { get; }

    public int Size { get; }

    public static LogisticDesign Learn(FeatureTable table, int minCategoryRows)
    {
        List<Slot> slots = [];
        int offset = 1;
        foreach (FeatureColumn column in table.Columns)
        {
            Slot slot = column is CategoricalColumn categorical
                ? Categories(categorical, offset, minCategoryRows)
                : Number(((NumericColumn)column).Values, offset);
            slots.Add(slot);
            offset += slot.Count;
        }

        return new LogisticDesign([.. slots], offset);
    }

    public static LogisticDesign Of(IReadOnlyList<Slot> slots) =>
        new([.. slots], slots.Count == 0 ? 1 : slots[^1].Offset + slots[^1].Count);

    /// <summary>Adds one feature's part of the margin to every row.</summary>
    public void AddMargins(int feature, FeatureColumn column, ReadOnlySpan<double> coefficients, Span<double> margins)
    {
        Slot slot = Slots[feature];
        ReadOnlySpan<double> own = coefficients.Slice(slot.Offset, slot.Count);
        if (column is CategoricalColumn categorical)
        {
            ReadOnlySpan<int> codes = categorical.Recode(slot.Categories!).Codes;
            for (int i = 0; i < codes.Length; i++)
            {
                int at = slot.Of(codes[i]);
                margins[i] += at < 0 ? 0 : own[at];
            }

            return;
        }

        ReadOnlySpan<float> values = ((NumericColumn)column).Values;
        for (int i = 0; i < values.Length; i++)
        {
            margins[i] += float.IsNaN(values[i]) ? own[1] : own[0] * (values[i] - slot.Mean) * slot.Scale;
        }
    }

    private static Slot Categories(CategoricalColumn column, int offset, int minRows)
    {
        int[] counts = new int[column.Categories.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        int next = 0;
        int[] slotOfCode = [.. counts.Select(count => count >= Math.Max(1, minRows) ? ++next : 0)];
        int rare = counts.Any(count => count > 0 && count < minRows) ? next + 1 : -1;
        for (int code = 0; code < counts.Length; code++)
        {
            // A name that no training row has is as good as never seen.
            slotOfCode[code] = slotOfCode[code] > 0 ? slotOfCode[code] : rare;
        }

        return new Slot(offset, 0, 0, column.Categories, slotOfCode, rare);
    }

    private static Slot Number(ReadOnlySpan<float> values, int offset)
    {
        double sum = 0;
        double squares = 0;
        int known = 0;
        foreach (float value in values)
        {
            if (!float.IsNaN(value))
            {
                sum += value;
                known++;
            }
        }

        double mean = known == 0 ? 0 : sum / known;
        foreach (float value in values)
        {
            squares += float.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        double deviation = known == 0 ? 0 : Math.Sqrt(squares / known);
        return new Slot(offset, mean, deviation > 1e-12 ? 1 / deviation : 0, null, []);
    }
}
