using Complaints.Escalation.Cases;
using System.Collections.Immutable;
using Complaints.Escalation.Labels;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Features;

/// <summary>
/// Computes features: the one way from a case and a moment to a row, for training, evaluation and scoring alike. Safe for use from several
/// threads once built.
/// </summary>
public sealed class FeatureBuilder
{
    private const int RowsPerPart = 8192;

    private readonly CaseHistory _history;
    private readonly HistoryIndex _index;
    private readonly int _daysAhead;

    /// <summary>Builds the index over all cases of a history.</summary>
    /// <param name="history">The cases.</param>
    /// <param name="rule">When a past case counts as escalated, for the rates.</param>
    public FeatureBuilder(CaseHistory history, LabelRule rule)
        : this(history, rule, daysAhead: 0)
    {
    }

    internal FeatureBuilder(CaseHistory history, LabelRule rule, int daysAhead)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rule);
        _history = history;
        _index = new HistoryIndex(history, rule);
        _daysAhead = daysAhead;
    }

    /// <summary>
    /// The points at which the warehouse knew the case, in the order given. Only these can be given to <see cref="Build"/>.
    /// </summary>
    public List<PredictionPoint> Known(IEnumerable<PredictionPoint> points) =>
        [.. points.Where(p => _history.Cases[p.Case].At(p.Day) is CaseVersion version && version.ReceivedOn <= p.Day)];

    /// <summary>A table with a row per point, without labels.</summary>
    /// <param name="points">At least one point.</param>
    /// <param name="cancellationToken">Stops between parts of the table.</param>
    /// <exception cref="ArgumentException">The warehouse did not know a case at its point.</exception>
    public FeatureTable Build(IReadOnlyList<PredictionPoint> points, CancellationToken cancellationToken)
    {
        ImmutableArray<CaseFeature> features = FeatureList.All;
        Array[] values =
        [
            .. features.Select(f => f.Kind == FeatureKind.Numeric ? (Array)new float[points.Count] : new string?[points.Count]),
        ];
        int parts = (points.Count + RowsPerPart - 1) / RowsPerPart;
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, parts, options, part =>
        {
            CaseMoment moment = new(_index, _daysAhead);
            int end = Math.Min(points.Count, (part + 1) * RowsPerPart);
            for (int row = part * RowsPerPart; row < end; row++)
            {
                Fill(moment, points[row], row, features, values);
            }
        });
        return new FeatureTable(FeatureList.Schema, values.Select(Column));
    }

    /// <summary>The case as it stood at a point, to be told in words.</summary>
    /// <exception cref="ArgumentException">The warehouse did not know the case at the point.</exception>
    internal CaseMoment At(PredictionPoint point)
    {
        CaseMoment moment = new(_index, _daysAhead);
        MoveTo(moment, point);
        return moment;
    }

    private void Fill(CaseMoment moment, PredictionPoint point, int row, ImmutableArray<CaseFeature> features, Array[] values)
    {
        MoveTo(moment, point);
        for (int f = 0; f < features.Length; f++)
        {
            if (features[f].ReadNumber is Func<CaseMoment, double?> number)
            {
                ((float[])values[f])[row] = (float)(number(moment) ?? double.NaN);
            }
            else
            {
                string? category = features[f].ReadCategory!(moment);
                ((string?[])values[f])[row] = string.IsNullOrEmpty(category) ? null : category;
            }
        }
    }

    private void MoveTo(CaseMoment moment, PredictionPoint point)
    {
        if (!moment.MoveTo(_history.Cases[point.Case], point.Day))
        {
            throw new ArgumentException($"The warehouse did not know case {point.Case} of the history on {point.Day:yyyy-MM-dd}.", nameof(point));
        }
    }

    // Names in ordinal order: codes, and with them trees, must not depend on the order of rows.
    private static FeatureColumn Column(Array values)
    {
        if (values is float[] numbers)
        {
            return new NumericColumn(numbers);
        }

        string?[] names = (string?[])values;
        CategoryList categories = new(names.Where(n => n is not null).Distinct().Order(StringComparer.Ordinal)!);
        return new CategoricalColumn([.. names.Select(categories.CodeOf)], categories);
    }
}
