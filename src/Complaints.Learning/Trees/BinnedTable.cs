using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// A training table as bins, twice: in blocks of 16 features by row (a histogram pass then reads 16 neighbouring bytes per row, and its
/// histograms of 16 × 256 cells stay in the fastest cache), and by column (for moving rows to the children of a split).
/// </summary>
internal sealed class BinnedTable
{
    /// <summary>Features per block.</summary>
    public const int BlockFeatures = 16;

    private BinnedTable(FeatureBins[] bins, byte[][] blocks, byte[][] columns, int rowCount)
    {
        Bins = bins;
        Blocks = blocks;
        Columns = columns;
        RowCount = rowCount;
    }

    public FeatureBins[] Bins { get; }

    public byte[][] Blocks { get; }

    public byte[][] Columns { get; }

    public int RowCount { get; }

    public static FeatureBins[] LearnBins(FeatureTable table, int maxBins, ParallelOptions parallel)
    {
        FeatureBins[] bins = new FeatureBins[table.Columns.Length];
        Parallel.For(0, bins.Length, parallel, f => bins[f] = FeatureBins.Learn(table.Columns[f], maxBins));
        return bins;
    }

    public static BinnedTable Build(FeatureTable table, FeatureBins[] bins, bool withBlocks, ParallelOptions parallel)
    {
        int rows = table.RowCount;
        byte[][] columns = new byte[bins.Length][];
        Parallel.For(0, bins.Length, parallel, f => columns[f] = BinColumn(bins[f], table.Columns[f]));

        byte[][] blocks = [];
        if (withBlocks)
        {
            blocks = new byte[(bins.Length + BlockFeatures - 1) / BlockFeatures][];
            Parallel.For(0, blocks.Length, parallel, b => blocks[b] = Interleave(columns, b * BlockFeatures, rows));
        }

        return new BinnedTable(bins, blocks, columns, rows);
    }

    private static unsafe byte[] BinColumn(FeatureBins bins, FeatureColumn column)
    {
        byte[] target = new byte[column.Length];
        fixed (byte* pointer = target)
        {
            bins.Fill(bins.Align(column), 0, column.Length, pointer, 1);
        }

        return target;
    }

    private static byte[] Interleave(byte[][] columns, int first, int rows)
    {
        const int chunk = 2048;
        byte[] block = new byte[checked(rows * BlockFeatures)];
        int last = Math.Min(first + BlockFeatures, columns.Length);
        for (int from = 0; from < rows; from += chunk)
        {
            int to = Math.Min(from + chunk, rows);
            for (int f = first; f < last; f++)
            {
                byte[] column = columns[f];
                for (int r = from, at = (from * BlockFeatures) + f - first; r < to; r++, at += BlockFeatures)
                {
                    block[at] = column[r];
                }
            }
        }

        return block;
    }
}
