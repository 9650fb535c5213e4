using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>
/// Every past moment at which a case would have been scored and whose outcome is known by the data cut-off, with features and label.
/// </summary>
public sealed class PredictionRows
{
    private readonly DateOnly[] _ripe;

    private PredictionRows(CaseHistory history, LabelRule rule, ImmutableArray<PredictionPoint> points, DateOnly[] ripe, FeatureTable table)
    {
        History = history;
        Rule = rule;
        Points = points;
        _ripe = ripe;
        Table = table;
    }

    /// <summary>The cases.</summary>
    public CaseHistory History { get; }

    /// <summary>What counts as escalated.</summary>
    public LabelRule Rule { get; }

    /// <summary>The points by row.</summary>
    public ImmutableArray<PredictionPoint> Points { get; }

    /// <summary>
    /// Features and labels. The time key is the day number of <see cref="LabelRule.EndOf"/>, the same for all rows of a case, so that
    /// no split by time parts a case. All rows weigh the same: a weight by the number of a case's points would tell how long it will stay
    /// open.
    /// </summary>
    public FeatureTable Table { get; }

    /// <summary>Computes the rows.</summary>
    /// <exception cref="Domain.Errors.UserException">No case has a known outcome.</exception>
    public static PredictionRows Build(CaseHistory history, LabelRule rule, CancellationToken cancellationToken) =>
        Build(history, rule, new FeatureBuilder(history, rule), cancellationToken);

    internal static PredictionRows Build(CaseHistory history, LabelRule rule, FeatureBuilder builder, CancellationToken cancellationToken)
    {
        List<PredictionPoint> all = builder.Known(PredictionPoints.Of(history, rule.HorizonDays));
        List<PredictionPoint> points = [];
        List<byte> labels = [];
        List<DateOnly> ripe = [];
        List<int> anchors = [];
        foreach (PredictionPoint point in all)
        {
            CaseRecord of = history.Cases[point.Case];
            CaseLabel label = rule.LabelOf(of, point, history.CutOffOf(of));
            if (label != CaseLabel.Unripe)
            {
                points.Add(point);
                labels.Add(label == CaseLabel.Escalated ? (byte)1 : (byte)0);
                ripe.Add(rule.RipensOn(of, point)!.Value);
                anchors.Add(rule.EndOf(of).DayNumber);
            }
        }

        if (points.Count == 0)
        {
            throw TooFew.Of(0, history.CutOff, rule);
        }

        FeatureTable features = builder.Build(points, cancellationToken);
        FeatureTable table = new(features.Schema, features.Columns, [.. labels], [.. anchors]);
        return new PredictionRows(history, rule, [.. points], [.. ripe], table);
    }

    /// <summary>Rows whose outcome was known by a day, in order.</summary>
    public int[] RipeBy(DateOnly day) => [.. Enumerable.Range(0, Points.Length).Where(row => _ripe[row] <= day)];

    /// <summary>Rows of a kind whose moment lies in <c>[from, to)</c>, in order.</summary>
    public int[] At(PointKind kind, DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(0, Points.Length).Where(row => Points[row].Kind == kind && Points[row].Day >= from && Points[row].Day < to)];

    /// <summary>
    /// By row, a number that rows of the same household share, or of the same case where no household is known: they are drawn together
    /// when it is asked what chance does.
    /// </summary>
    public long[] GroupsOf(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return
        [
            .. rows.Select(
                row => History.Cases[Points[row].Case].Latest.Household is long household and > 0 ? household : -1 - Points[row].Case),
        ];
    }

    /// <summary>Different cases among rows, and escalated ones among them.</summary>
    public (int Cases, int Escalated) CasesAmong(ReadOnlySpan<int> rows)
    {
        HashSet<int> cases = [];
        HashSet<int> escalated = [];
        foreach (int row in rows)
        {
            cases.Add(Points[row].Case);
            if (Table.Labels[row] == 1)
            {
                escalated.Add(Points[row].Case);
            }
        }

        return (cases.Count, escalated.Count);
    }
}
