using Complaints.Learning.Evaluation;
using Complaints.Learning.Encodings;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>The best rule of one column: what a manager could do with a list of past rates by that column alone.</summary>
internal sealed class HeuristicLearner : ILearner
{
    public string Kind => "one-rule";

    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        double best = double.NegativeInfinity;
        int chosen = 0;
        foreach ((int[] learn, int[] judge) in CrossValidation.Stratified(
            training.Labels, RepeatedRows.GroupsOf(training), 5, 1, options.Seed).Take(1))
        {
            for (int f = 0; f < training.Columns.Length; f++)
            {
                FeatureTable one = Only(training, f);
                double auc = Ranking.RocAuc(
                    Rule(f, training).Train(one.Take(learn), null, options, cancellationToken).Margins(one.Take(judge)),
                    training.Take(judge).Labels);
                if (auc > best)
                {
                    (best, chosen) = (auc, f);
                }
            }
        }

        return new OneColumn(
            training.Schema, chosen, Rule(chosen, training).Train(Only(training, chosen), null, options, cancellationToken));
    }

    private static ILearner Rule(int feature, FeatureTable table) => table.Schema.Features[feature].Kind == FeatureKind.Categorical
        ? new EncodedLearner(
            [new TargetStatisticsLearner([[table.Schema.Features[feature].Name]]), new KeepLast()],
            new LogisticLearner(new LogisticOptions { L2 = 0.1 }))
        : new LogisticLearner(new LogisticOptions { L2 = 0.1 });

    private static FeatureTable Only(FeatureTable table, int feature) =>
        table.WithColumns(new FeatureSchema([table.Schema.Features[feature]]), [table.Columns[feature]]);

    private sealed class KeepLast : ITransformLearner
    {
        public (ITableTransform Transform, FeatureTable Training) Learn(FeatureTable training, ulong seed)
        {
            Last transform = new(training.Schema);
            return (transform, transform.Apply(training));
        }
    }

    private sealed class Last(FeatureSchema input) : ITableTransform
    {
        public string Kind => "last";

        public FeatureSchema Input => input;

        public FeatureSchema Output { get; } = new([input.Features[^1]]);

        public System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<int>> Origins =>
        [
            [input.Features.Length - 1],
        ];

        public FeatureTable Apply(FeatureTable table) => table.WithColumns(Output, [table.Columns[^1]]);
    }

    internal sealed class OneColumn(FeatureSchema schema, int feature, IModel inner) : IModel
    {
        public string Kind => "one-rule";

        public FeatureSchema Schema => schema;

        public string Column => schema.Features[feature].Name;

        public void Score(FeatureTable table, Span<double> margins) => inner.Score(Only(table, feature), margins);
    }
}
