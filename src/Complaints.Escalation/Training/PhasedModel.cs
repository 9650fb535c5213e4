using Complaints.Learning.Calibration;
using Complaints.Learning.Explanation;
using Complaints.Learning;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>
/// A model with one calibration for open cases and one for answered ones. Much more is known at the answer, so the same distance in
/// log-odds does not mean the same there as before.
/// </summary>
public sealed class PhasedModel : IModel, IExplainable
{
    private const string PhaseFeature = "is_answered";

    private readonly int _phase;

    /// <summary>Puts the two together; both may share the model behind their calibration.</summary>
    /// <exception cref="ArgumentException">
    /// They have different feature lists, or one that does not tell whether a case is answered.
    /// </exception>
    public PhasedModel(CalibratedModel open, CalibratedModel answered)
    {
        _phase = open.Schema.IndexOf(PhaseFeature);
        if (open.Schema.Hash != answered.Schema.Hash || _phase < 0)
        {
            throw new ArgumentException($"Both models need the same feature list with '{PhaseFeature}'.", nameof(answered));
        }

        Open = open;
        Answered = answered;
    }

    /// <inheritdoc/>
    public string Kind => "phased";

    /// <inheritdoc/>
    public FeatureSchema Schema => Open.Schema;

    /// <summary>For cases without a response.</summary>
    public CalibratedModel Open { get; }

    /// <summary>For cases with one.</summary>
    public CalibratedModel Answered { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        Open.Score(table, margins);
        double[] answered = Answered.Margins(table);
        for (int row = 0; row < answered.Length; row++)
        {
            margins[row] = IsAnswered(table, row) ? answered[row] : margins[row];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The model inside cannot explain itself.</exception>
    public FeatureContributions Explain(FeatureTable table, int row) => (IsAnswered(table, row) ? Answered : Open).Explain(table, row);

    /// <summary>Which rows are of answered cases, and which are not.</summary>
    internal static (int[] Open, int[] Answered) Rows(FeatureTable table)
    {
        int phase = table.Schema.IndexOf(PhaseFeature);
        ILookup<bool, int> rows = Enumerable.Range(0, table.RowCount).ToLookup(row => IsOne(table, phase, row));
        return ([.. rows[false]], [.. rows[true]]);
    }

    private bool IsAnswered(FeatureTable table, int row) => IsOne(table, _phase, row);

    private static bool IsOne(FeatureTable table, int column, int row) => ((NumericColumn)table.Columns[column]).Values[row] == 1;
}
