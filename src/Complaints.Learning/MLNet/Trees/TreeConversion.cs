using Complaints.Learning.Trees;
using Microsoft.ML.Trainers.FastTree;

namespace Complaints.Learning.MLNet.Trees;

/// <summary>LightGBM's trees as the project's: the same question at each node, the same log-odds at each leaf.</summary>
/// <param name="columns">What LightGBM's columns stand for.</param>
/// <param name="table">The training rows, which give each node the number that came through.</param>
internal sealed class TreeConversion(SplitColumns columns, BinnedTable table)
{
    /// <summary>Converts a tree.</summary>
    /// <param name="tree">LightGBM's.</param>
    /// <param name="scale">Log-odds for one unit of its leaves.</param>
    public Tree Convert(RegressionTree tree, double scale)
    {
        List<(int Theirs, Tree.Node Node)> nodes = [(tree.NumberOfNodes == 0 ? ~0 : 0, default)];
        for (int at = 0; at < nodes.Count; at++)
        {
            int theirs = nodes[at].Theirs;
            if (theirs < 0)
            {
                nodes[at] = (theirs, new Tree.Node(-1, 0, 0, false, null, scale * tree.LeafValues[~theirs], 0));
                continue;
            }

            nodes[at] = (
                theirs,
                Question(columns.Columns[tree.NumericalSplitFeatureIndexes[theirs]], tree.NumericalSplitThresholds[theirs], nodes.Count));
            nodes.Add((tree.LeftChild[theirs], default));
            nodes.Add((tree.RightChild[theirs], default));
        }

        return new Tree(WithCover([.. nodes.Select(n => n.Node)]));
    }

    // A number's values are whole, its bins: at most 3.5 is at most bin 3.
    private static Tree.Node Question(SplitColumn column, float threshold, int left)
    {
        int bin = Math.Clamp((int)MathF.Floor(threshold), 0, SplitColumns.MaxBins);
        return column.Asks == SplitQuestion.OtherCategory
            ? new Tree.Node(left, column.Feature, 0, column.Bin != 0, AllBut(column.Bin), 0, 0)
            : new Tree.Node(left, column.Feature, bin, column.Asks == SplitQuestion.AtMostOrMissing, null, 0, 0);
    }

    private static BinSet AllBut(int bin)
    {
        BinSet set = default;
        for (int other = 0; other < 256; other++)
        {
            set = other == bin ? set : set.With(other);
        }

        return set;
    }

    private Tree.Node[] WithCover(Tree.Node[] nodes)
    {
        int[] cover = new int[nodes.Length];
        for (int row = 0; row < table.RowCount; row++)
        {
            int at = 0;
            cover[at]++;
            while (!nodes[at].IsLeaf)
            {
                ref readonly Tree.Node node = ref nodes[at];
                at = node.Left + (node.GoesLeft(table.Columns[node.Feature][row]) ? 0 : 1);
                cover[at]++;
            }
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = nodes[i] with { Cover = cover[i] };
        }

        for (int i = 0; i < nodes.Length; i++)
        {
            // Where training had no missing values, a missing one later goes where most rows went.
            if (!nodes[i].IsLeaf
                && nodes[i].LeftBins is null
                && !nodes[i].MissingLeft
                && !table.Columns[nodes[i].Feature].AsSpan().Contains((byte)0))
            {
                nodes[i] = nodes[i] with { MissingLeft = cover[nodes[i].Left] >= cover[nodes[i].Left + 1] };
            }
        }

        return nodes;
    }
}
