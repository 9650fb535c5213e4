using Complaints.Learning.Evaluation;
using Complaints.Learning;
using Complaints.Learning.Encodings;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Encodings;

public sealed class TargetStatisticsLeakTests
{
    private static readonly TargetStatisticsLearner ByTeam = new([["team"], ["team", "channel"]]);

    [Fact]
    public void The_labels_of_held_out_rows_do_not_move_a_training_feature()
    {
        FeatureTable training = Tables.Mixed(400, seed: 1);
        FeatureTable heldOut = Tables.Mixed(400, seed: 2);
        byte[] reversed = [.. heldOut.Labels.ToArray().Select(l => (byte)(1 - l))];
        (ITableTransform transform, FeatureTable encoded) = ByTeam.Learn(training, 1);
        float[] before = Rates(transform.Apply(heldOut));
        float[] after = Rates(transform.Apply(heldOut.WithLabels(reversed)));
        Assert.Equal(before, after);
        Assert.Equal(Rates(encoded), Rates(ByTeam.Learn(training, 1).Training));
    }

    [Fact]
    public void A_training_rows_own_label_does_not_move_its_own_feature()
    {
        FeatureTable training = Tables.Mixed(300, seed: 3);
        float[] before = Rates(ByTeam.Learn(training, 1).Training);
        for (int row = 0; row < 300; row += 7)
        {
            byte[] labels = training.Labels.ToArray();
            labels[row] = (byte)(1 - labels[row]);
            float[] after = Rates(ByTeam.Learn(training.WithLabels(labels), 1).Training);
            Assert.Equal(before[row], after[row]);
            Assert.NotEqual(before, after);
        }
    }

    [Fact]
    public void A_category_of_its_own_for_every_row_tells_nothing_about_the_label()
    {
        // The classic leak: encoded in fold, an identifier predicts its own label perfectly.
        Random random = new(5);
        const int rows = 2_000;
        byte[] labels = [.. Enumerable.Range(0, rows).Select(_ => (byte)random.Next(0, 2))];
        CategoryList ids = new(Enumerable.Range(0, rows).Select(i => $"case {i}"));
        FeatureTable table = new(
            new FeatureSchema([new("id", FeatureKind.Categorical)]), [new CategoricalColumn([.. Enumerable.Range(0, rows)], ids)], labels);
        FeatureTable encoded = new TargetStatisticsLearner([["id"]]).Learn(table, 1).Training;
        double auc = Ranking.RocAuc([.. ((NumericColumn)encoded.Columns[1]).Values.ToArray().Select(v => (double)v)], labels);
        Assert.InRange(auc, 0.4, 0.6);
    }

    [Fact]
    public void A_category_never_seen_gets_the_overall_rate()
    {
        FeatureTable training = Tables.Mixed(500, seed: 6);
        (ITableTransform transform, _) = ByTeam.Learn(training, 1);
        CategoricalColumn unseen = new(new int[1], new CategoryList(["a new team"]));
        FeatureTable one = training.Take([0]);
        FeatureTable row = one.WithColumns(one.Schema, one.Columns.SetItem(3, unseen));
        double rate = training.Labels.ToArray().Average(l => l);
        Assert.Equal(rate, LogOdds.ToProbability(((NumericColumn)transform.Apply(row).Columns[5]).Values[0]), 2e-3);
    }

    private static float[] Rates(FeatureTable encoded) => ((NumericColumn)encoded.Columns[5]).Values.ToArray();
}
