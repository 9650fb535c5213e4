namespace Complaints.Learning.Trees;

/// <summary>Which rows and features one tree sees.</summary>
internal static class RowSamples
{
    public static (int[] Inside, int[] Outside) Draw(int rows, double share, ulong seed)
    {
        if (share >= 1)
        {
            int[] all = new int[rows];
            for (int i = 0; i < rows; i++)
            {
                all[i] = i;
            }

            return (all, []);
        }

        List<int> inside = new((int)(rows * share) + 1);
        List<int> outside = [];
        SplitMix random = new(seed);
        for (int i = 0; i < rows; i++)
        {
            (random.NextDouble() < share ? inside : outside).Add(i);
        }

        return ([.. inside], [.. outside]);
    }

    /// <summary>At least one feature, exactly the rounded share of them.</summary>
    public static bool[] DrawFeatures(int features, double share, ulong seed)
    {
        bool[] inUse = new bool[features];
        if (share >= 1)
        {
            inUse.AsSpan().Fill(true);
            return inUse;
        }

        int[] order = [.. Enumerable.Range(0, features)];
        new SplitMix(seed).Shuffle(order.AsSpan());
        foreach (int feature in order.AsSpan(0, Math.Max(1, (int)Math.Round(features * share))))
        {
            inUse[feature] = true;
        }

        return inUse;
    }
}
