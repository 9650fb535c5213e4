using Complaints.Learning;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>
/// The rule a manager would use without a model: call those with a missed promise or an overdue answer. Its two probabilities are the
/// training rows' rates.
/// </summary>
public sealed class OneRuleLearner : ILearner
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "a promise missed or the answer overdue";

    private const double Smoothing = 1;

    /// <inheritdoc/>
    public string Kind => "one-rule";

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        double[] escalated = [Smoothing / 2, Smoothing / 2];
        double[] all = [Smoothing, Smoothing];
        bool[] holds = Holds(training);
        for (int row = 0; row < holds.Length; row++)
        {
            int at = holds[row] ? 1 : 0;
            all[at] += training.WeightOf(row);
            escalated[at] += training.Labels[row] * training.WeightOf(row);
        }

        return new OneRule(training.Schema, LogOdds.Of(escalated[0] / all[0]), LogOdds.Of(escalated[1] / all[1]));
    }

    private static bool[] Holds(FeatureTable table)
    {
        ReadOnlySpan<float> missed = Values(table, "promises_missed");
        ReadOnlySpan<float> overdue = Values(table, "days_overdue");
        bool[] holds = new bool[table.RowCount];
        for (int row = 0; row < holds.Length; row++)
        {
            holds[row] = missed[row] > 0 || overdue[row] > 0;
        }

        return holds;
    }

    private static ReadOnlySpan<float> Values(FeatureTable table, string name) =>
        ((NumericColumn)table.Columns[table.Schema.IndexOf(name)]).Values;

    private sealed class OneRule(FeatureSchema schema, double otherwise, double holds) : IModel
    {
        public string Kind => "one-rule";

        public FeatureSchema Schema => schema;

        public void Score(FeatureTable table, Span<double> margins)
        {
            ModelScoring.Check(this, table, margins);
            bool[] rows = Holds(table);
            for (int row = 0; row < rows.Length; row++)
            {
                margins[row] = rows[row] ? holds : otherwise;
            }
        }
    }
}
