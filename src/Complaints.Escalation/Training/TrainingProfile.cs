using System.Collections.Immutable;
using Complaints.Escalation.Features;
using Complaints.Learning;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>What the world looked like to a model when it was trained; kept with it, to be compared with later.</summary>
/// <param name="Rows">Prediction rows of the last year of training: an older world is no measure of the present one.</param>
/// <param name="ScoreRows">The latest of them, whose scores are kept: those the trees did not learn from.</param>
/// <param name="Features">The spread of each feature, in the order of the feature list.</param>
/// <param name="Scores">The spread of the probabilities.</param>
public sealed record TrainingProfile(int Rows, int ScoreRows, ImmutableArray<Distribution> Features, Distribution Scores)
{
    /// <summary>Name of the distribution of scores.</summary>
    public const string ScoreName = "probability";

    /// <summary>
    /// How many independent rows <see cref="Rows"/> are worth: the weeks of a case say much the same, so that a case with nine moments
    /// counts little more than one with one.
    /// </summary>
    public int EffectiveRows { get => field == 0 ? Rows : field; init; }

    /// <summary>The same for <see cref="ScoreRows"/>.</summary>
    public int EffectiveScoreRows { get => field == 0 ? ScoreRows : field; init; }

    private const int Year = 365;
    private const int FewestRows = 500;

    /// <summary>The profile of the rows whose outcome was known when a model was trained.</summary>
    /// <param name="trained">The model.</param>
    /// <param name="rows">The rows it was trained on.</param>
    public static TrainingProfile Of(TrainedModel trained, PredictionRows rows)
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(rows);
        int[] ripe = rows.RipeBy(trained.AsOf);
        int[] year = [.. ripe.Where(row => rows.Points[row].Day > trained.Calibrated.To.AddDays(-Year))];
        int[] compared = year.Length < FewestRows ? ripe : year;
        FeatureTable table = rows.Table.Take(compared);
        int[] latest = [.. ripe.Where(row => rows.Points[row].Day >= trained.Calibrated.From)];
        double[] scores = trained.Model.Probabilities(rows.Table.Take(latest));
        return new TrainingProfile(
            compared.Length,
            latest.Length,
            [.. FeatureList.All.Select((feature, at) => Distribution.Of(feature.Name, table.Columns[at]))],
            Distribution.OfNumbers(ScoreName, scores))
        {
            EffectiveRows = Effective(compared.Select(row => rows.Points[row].Case)),
            EffectiveScoreRows = Effective(latest.Select(row => rows.Points[row].Case)),
        };
    }

    /// <summary>Rows squared over the sum of the squares of each case's rows (Kish's effective sample size).</summary>
    internal static int Effective(IEnumerable<int> caseOfRow)
    {
        long rows = 0;
        long squares = 0;
        foreach (IGrouping<int, int> of in caseOfRow.GroupBy(of => of))
        {
            long count = of.LongCount();
            rows += count;
            squares += count * count;
        }

        return squares == 0 ? 0 : (int)(rows * rows / squares);
    }
}
