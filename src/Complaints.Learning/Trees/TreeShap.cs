using Complaints.Learning.Explanation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// Exact Shapley values of a row's margin, path-dependent (Lundberg, Erion and Lee 2018, algorithm 2): a feature that is "not known" sends
/// the row both ways in the proportion of the training rows that went there.
/// </summary>
internal static class TreeShap
{
    public static FeatureContributions Explain(TreeModel model, FeatureTable oneRow)
    {
        byte[] row = Bin(model.Bins, oneRow);
        double[] contributions = new double[model.Schema.Features.Length];
        double baseValue = model.Bias;
        foreach (Tree tree in model.Trees)
        {
            baseValue += Expected(tree, 0);
            PathElement[] path = new PathElement[(tree.Depth + 2) * (tree.Depth + 3) / 2];
            Recurse(tree, row, contributions, 0, path, 0, 0, 1, 1, -1);
        }

        double[] scored = new double[1];
        model.Score(oneRow, scored);
        return new FeatureContributions(baseValue, [.. contributions], scored[0]);
    }

    /// <summary>Mean of the leaves below a node, weighted by the training rows.</summary>
    public static double Expected(Tree tree, int node)
    {
        Tree.Node at = tree.Nodes[node];
        if (at.IsLeaf)
        {
            return at.Value;
        }

        double left = tree.Nodes[at.Left].Cover;
        double right = tree.Nodes[at.Left + 1].Cover;
        return ((left * Expected(tree, at.Left)) + (right * Expected(tree, at.Left + 1))) / (left + right);
    }

    private static unsafe byte[] Bin(FeatureBins[] bins, FeatureTable oneRow)
    {
        byte[] row = new byte[bins.Length];
        fixed (byte* target = row)
        {
            for (int f = 0; f < bins.Length; f++)
            {
                bins[f].Fill(bins[f].Align(oneRow.Columns[f]), 0, 1, target + f, 1);
            }
        }

        return row;
    }

    private static void Recurse(
        Tree tree,
        byte[] row,
        double[] contributions,
        int node,
        Span<PathElement> parent,
        int depth,
        int parentLength,
        double zero,
        double one,
        int feature)
    {
        // Each call works on its own copy of the path, behind the caller's in the same buffer.
        Span<PathElement> path = parent[parentLength..];
        parent[..parentLength].CopyTo(path);
        Extend(path, depth, zero, one, feature);

        Tree.Node at = tree.Nodes[node];
        if (at.IsLeaf)
        {
            for (int i = 1; i <= depth; i++)
            {
                double weight = UnwoundSum(path, depth, i);
                contributions[path[i].Feature] += weight * (path[i].One - path[i].Zero) * at.Value;
            }

            return;
        }

        bool goesLeft = at.GoesLeft(row[at.Feature]);
        int hot = goesLeft ? at.Left : at.Left + 1;
        int cold = goesLeft ? at.Left + 1 : at.Left;
        double zeroBefore = 1;
        double oneBefore = 1;
        for (int i = 1; i <= depth; i++)
        {
            if (path[i].Feature == at.Feature)
            {
                zeroBefore = path[i].Zero;
                oneBefore = path[i].One;
                Unwind(path, depth, i);
                depth--;
                break;
            }
        }

        double cover = tree.Nodes[at.Left].Cover + tree.Nodes[at.Left + 1].Cover;
        Recurse(
            tree,
            row,
            contributions,
            hot,
            path,
            depth + 1,
            depth + 1,
            zeroBefore * tree.Nodes[hot].Cover / cover,
            oneBefore,
            at.Feature);
        Recurse(tree, row, contributions, cold, path, depth + 1, depth + 1, zeroBefore * tree.Nodes[cold].Cover / cover, 0, at.Feature);
    }

    private static void Extend(Span<PathElement> path, int depth, double zero, double one, int feature)
    {
        path[depth] = new PathElement { Feature = feature, Zero = zero, One = one, Weight = depth == 0 ? 1 : 0 };
        for (int i = depth - 1; i >= 0; i--)
        {
            path[i + 1].Weight += one * path[i].Weight * (i + 1) / (depth + 1);
            path[i].Weight = zero * path[i].Weight * (depth - i) / (depth + 1);
        }
    }

    private static void Unwind(Span<PathElement> path, int depth, int index)
    {
        double one = path[index].One;
        double zero = path[index].Zero;
        double next = path[depth].Weight;
        for (int i = depth - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                double before = path[i].Weight;
                path[i].Weight = next * (depth + 1) / ((i + 1) * one);
                next = before - (path[i].Weight * zero * (depth - i) / (depth + 1));
            }
            else
            {
                path[i].Weight = path[i].Weight * (depth + 1) / (zero * (depth - i));
            }
        }

        for (int i = index; i < depth; i++)
        {
            path[i].Feature = path[i + 1].Feature;
            path[i].Zero = path[i + 1].Zero;
            path[i].One = path[i + 1].One;
        }
    }

    private static double UnwoundSum(Span<PathElement> path, int depth, int index)
    {
        double one = path[index].One;
        double zero = path[index].Zero;
        double next = path[depth].Weight;
        double total = 0;
        for (int i = depth - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                double weight = next * (depth + 1) / ((i + 1) * one);
                total += weight;
                next = path[i].Weight - (weight * zero * (depth - i) / (depth + 1));
            }
            else
            {
                total += path[i].Weight * (depth + 1) / (zero * (depth - i));
            }
        }

        return total;
    }

    private struct PathElement
    {
        public int Feature;
        public double Zero;
        public double One;
        public double Weight;
    }
}
