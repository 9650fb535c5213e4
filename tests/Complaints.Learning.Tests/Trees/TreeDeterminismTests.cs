using Complaints.Learning;
using Complaints.Learning.Files;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Trees;

public sealed class TreeDeterminismTests
{
    private static readonly TreeOptions Sampling = new() { Rounds = 15, RowSample = 0.7, FeatureSample = 0.6, Patience = 5 };

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        Assert.Equal(Bytes(seed: 7, threads: 2), Bytes(seed: 7, threads: 2));
    }

    [Fact]
    public void Another_seed_gives_another_model_so_that_sampling_is_real()
    {
        Assert.NotEqual(Bytes(seed: 7, threads: 2), Bytes(seed: 8, threads: 2));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_number_of_threads_does_not_change_a_byte(int threads)
    {
        Assert.Equal(Bytes(seed: 7, threads: 1), Bytes(seed: 7, threads));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_change_an_unsampled_model()
    {
        // Whole-number sums do not depend on the order; sums of doubles would, in the last bits.
        FeatureTable table = Tables.Mixed(6_000, seed: 3);
        int[] shuffled = [.. Enumerable.Range(0, table.RowCount).OrderBy(i => (i * 7919L) % 6_007)];
        TreeLearner learner = new(new TreeOptions { Rounds = 1, Patience = 0, MaxDepth = 4 });
        byte[] one = ModelFile.ToBytes(learner.Train(table, null, TrainingOptions.Default, CancellationToken.None));
        byte[] other = ModelFile.ToBytes(learner.Train(table.Take(shuffled), null, TrainingOptions.Default, CancellationToken.None));
        Assert.Equal(one, other);
    }

    private static byte[] Bytes(ulong seed, int threads)
    {
        // Large enough for the parallel paths to be taken.
        FeatureTable table = Tables.Mixed(40_000, seed: 1, weights: true);
        FeatureTable later = Tables.Mixed(20_000, seed: 2);
        IModel model = new TreeLearner(Sampling).Train(table, later, new TrainingOptions(seed, threads), CancellationToken.None);
        return ModelFile.ToBytes(model);
    }
}
