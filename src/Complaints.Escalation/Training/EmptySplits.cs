using Complaints.Escalation.Learning;
using Complaints.Escalation.Learning.Trees;

namespace Complaints.Escalation.Training;

/// <summary>
/// Takes splits out of a tree model that sent every training row to one side. Such a split changes no score, but an explanation shares a row
/// out by the training rows of either side, and nothing can be shared out by none.
/// </summary>
internal static class EmptySplits
{
    /// <summary>The model without such splits; another kind of model as it is.</summary>
    public static IModel Remove(IModel model) => model is TreeModel trees && trees.Trees.Any(HasEmpty)
        ? new TreeModel(trees.Schema, trees.Bins, [.. trees.Trees.Select(Pruned)], trees.Bias)
        : model;

    private static bool HasEmpty(Tree tree) => tree.Nodes.Any(n => n.Cover == 0);

    private static Tree Pruned(Tree tree)
    {
        List<Tree.Node> nodes = [default];
        Copy(tree, 0, nodes, 0);
        return new Tree([.. nodes]);
    }

    private static void Copy(Tree tree, int from, List<Tree.Node> nodes, int to)
    {
        Tree.Node node = tree.Nodes[from];
        while (!node.IsLeaf && (tree.Nodes[node.Left].Cover == 0 || tree.Nodes[node.Left + 1].Cover == 0))
        {
            node = tree.Nodes[tree.Nodes[node.Left].Cover == 0 ? node.Left + 1 : node.Left];
        }

        if (node.IsLeaf)
        {
            nodes[to] = node;
            return;
        }

        int left = nodes.Count;
        nodes[to] = node with { Left = left };
        nodes.Add(default);
        nodes.Add(default);
        Copy(tree, node.Left, nodes, left);
        Copy(tree, node.Left + 1, nodes, left + 1);
    }
}
