using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.Table;

namespace Complaints.Learning.Tests.Logistic;

/// <summary>One fixed strong penalty once cost a table 0.04 of ROC-AUC.</summary>
public sealed class PenaltyChoosingTests
{
    [Fact]
    public void Hundreds_of_categories_without_news_get_a_strong_penalty_and_clear_signals_a_weak_one()
    {
        double noise = Choose((code, random) => random.NextDouble() < 0.3, categories: 300);
        double signal = Choose((code, random) => random.NextDouble() < (code % 2 == 0 ? 0.95 : 0.05), categories: 100);
        Assert.True(noise >= 30, $"{noise}");
        Assert.True(signal <= 3, $"{signal}");
    }

    [Fact]
    public void Too_few_rows_to_choose_on_get_the_penalty_that_was_set() =>
        Assert.Equal(42, Choose((code, random) => random.NextDouble() < 0.3, categories: 5, rows: 60, l2: 42));

    private static double Choose(Func<int, Random, bool> escalates, int categories, int rows = 2_000, double l2 = 20)
    {
        Random random = new(11);
        int[] codes = [.. Enumerable.Range(0, rows).Select(_ => random.Next(categories))];
        byte[] labels = [.. codes.Select(code => escalates(code, random) ? (byte)1 : (byte)0)];
        FeatureTable table = new(
            new FeatureSchema([new("team", FeatureKind.Categorical)]),
            [new CategoricalColumn(codes, new CategoryList(Enumerable.Range(0, categories).Select(c => $"team {c}")))],
            labels, [.. Enumerable.Range(0, rows)]);
        return new PenaltyChoosingLearner(new LogisticOptions { L2 = l2 }).Choose(table, TrainingOptions.Default, CancellationToken.None);
    }
}
