using Complaints.Learning.Evaluation;

namespace Complaints.Learning.Tests.Evaluation;

public sealed class PairedRankingTests
{
    [Fact]
    public void The_difference_is_that_of_the_two_areas_ties_included()
    {
        (double[] first, double[] second, byte[] labels) = Scores(400, 1);
        PairedRanking difference = PairedRanking.Of(first, second, labels);
        Assert.Equal(Ranking.RocAuc(first, labels) - Ranking.RocAuc(second, labels), difference.Value, 1e-12);
        Assert.Equal(0, PairedRanking.Of(first, first, labels).Variance, 1e-12);
    }

    [Fact]
    public void Its_variance_is_what_draws_of_other_rows_give()
    {
        double[] differences =
        [
            .. Enumerable.Range(1, 300).Select(seed => Scores(200, seed)).Select(s => PairedRanking.Of(s.First, s.Second, s.Labels).Value),
        ];
        double mean = differences.Average();
        double variance = differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1);
        double said = Enumerable.Range(1, 300)
            .Select(seed => Scores(200, seed))
            .Average(s => PairedRanking.Of(s.First, s.Second, s.Labels).Variance);
        Assert.InRange(said / variance, 0.75, 1.35);
    }

    private static (double[] First, double[] Second, byte[] Labels) Scores(int rows, int seed)
    {
        Random random = new(seed);
        byte[] labels = [.. Enumerable.Range(0, rows).Select(i => i % 4 == 0 ? (byte)1 : (byte)0)];
        double[] shared = [.. labels.Select(label => (0.6 * label) + random.NextDouble())];
        return (
            [.. shared.Select(s => Math.Round(s + (0.3 * random.NextDouble()), 1))],
            [.. shared.Select(s => s + random.NextDouble())],
            labels);
    }
}
