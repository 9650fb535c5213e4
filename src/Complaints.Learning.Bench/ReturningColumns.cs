using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>
/// Columns of which nearly every training row has a value of its own, and the test rows have the same values again. Within the training
/// period nothing tells what they are worth, because no fold knows the values of another: the choice is made without them. What they add is
/// what they add to the plain logistic regression.
/// </summary>
/// <param name="Names">Their features; none where nothing else could be learned from.</param>
internal sealed record ReturningColumns(ImmutableArray<string> Names)
{
    /// <summary>A table without these columns.</summary>
    public FeatureTable Without(FeatureTable table)
    {
        int[] kept = [.. Enumerable.Range(0, table.Columns.Length).Where(f => !Names.Contains(table.Schema.Features[f].Name))];
        return Names.IsEmpty
            ? table
            : table.WithColumns(new FeatureSchema(kept.Select(f => table.Schema.Features[f])), kept.Select(f => table.Columns[f]));
    }

    /// <summary>A learner of the other columns, with what these add to the plain regression.</summary>
    /// <param name="learner">Knows nothing of these columns.</param>
    /// <param name="plain">The plain logistic regression.</param>
    public ILearner Beside(ILearner learner, ILearner plain) =>
        Names.IsEmpty || learner == plain ? learner : new WithWhatTheyAdd(this, learner, plain);

    private sealed class WithWhatTheyAdd(ReturningColumns columns, ILearner learner, ILearner plain) : ILearner
    {
        public string Kind => learner.Kind;

        public string Title => learner.Title;

        public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
        {
            FeatureTable others = columns.Without(training);
            FeatureTable? otherValidation = validation is null ? null : columns.Without(validation);
            return new Model(
                columns,
                plain.Train(training, validation, options, cancellationToken),
                plain.Train(others, otherValidation, options, cancellationToken),
                learner.Train(others, otherValidation, options, cancellationToken));
        }
    }

    private sealed class Model(ReturningColumns columns, IModel whole, IModel without, IModel chosen) : IModel
    {
        public string Kind => chosen.Kind;

        public FeatureSchema Schema => whole.Schema;

        public void Score(FeatureTable table, Span<double> margins)
        {
            ModelScoring.Check(this, table, margins);
            FeatureTable others = columns.Without(table);
            whole.Score(table, margins);
            double[] less = without.Margins(others);
            double[] own = chosen.Margins(others);
            for (int i = 0; i < margins.Length; i++)
            {
                margins[i] += own[i] - less[i];
            }
        }
    }
}
