using Complaints.Learning.Trees;
using Complaints.Learning.Table;

namespace Complaints.Learning.Tests.Explanation;

/// <summary>
/// Shapley values from their definition: the mean gain of a feature over all coalitions of the others. A feature outside the coalition
/// sends the row both ways in the proportion of the training rows. Exponential, and shares no code with the product.
/// </summary>
internal static class ShapleyByEnumeration
{
    public static double[] Explain(TreeModel model, FeatureTable table, int row)
    {
        int features = table.Schema.Features.Length;
        byte[] bins =
        [
            .. BinnedTable.Build(table.Take([row]), model.Bins, withBlocks: false, new ParallelOptions()).Columns.Select(c => c[0]),
        ];
        double[] values = new double[1 << features];
        for (int coalition = 0; coalition < values.Length; coalition++)
        {
            int known = coalition;
            values[coalition] = model.Trees.Sum(t => Value(t, 0, bins, known));
        }

        double[] contributions = new double[features];
        for (int f = 0; f < features; f++)
        {
            for (int coalition = 0; coalition < values.Length; coalition++)
            {
                if ((coalition >> f & 1) == 0)
                {
                    int size = int.PopCount(coalition);
                    double weight = Factorial(size) * Factorial(features - size - 1) / Factorial(features);
                    contributions[f] += weight * (values[coalition | 1 << f] - values[coalition]);
                }
            }
        }

        return contributions;
    }

    private static double Value(Tree tree, int node, byte[] bins, int known)
    {
        Tree.Node at = tree.Nodes[node];
        if (at.IsLeaf)
        {
            return at.Value;
        }

        if ((known >> at.Feature & 1) == 1)
        {
            bool left = at.LeftBins is { } set ? set.Contains(
                bins[at.Feature]) : bins[at.Feature] == 0 ? at.MissingLeft : bins[at.Feature] <= at.Bin;
            return Value(tree, left ? at.Left : at.Left + 1, bins, known);
        }

        double l = tree.Nodes[at.Left].Cover;
        double r = tree.Nodes[at.Left + 1].Cover;
        return (l / (l + r) * Value(tree, at.Left, bins, known)) + (r / (l + r) * Value(tree, at.Left + 1, bins, known));
    }

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
