using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Escalation.Tests.Features;

/// <summary>A feature may use only what was known at its moment.</summary>
public sealed class LeakTests
{
    [Fact]
    public void Whatever_happens_after_the_moment_moves_no_feature() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Assert.Null(Leak(seed, daysAhead: 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_builder_that_looks_one_day_ahead_is_caught() =>
        Assert.Contains(Enumerable.Range(0, 20), seed => Leak(seed, daysAhead: 1) is not null);

    [Fact]
    public void A_builder_that_looks_a_month_ahead_is_caught_in_most_histories() =>
        Assert.InRange(Enumerable.Range(0, 20).Count(seed => Leak(seed, daysAhead: 30) is not null), 11, 20);

    // The first feature that a later event moved. Looking ahead is planted on both sides alike, so that nothing else can make the
    // difference.
    private static string? Leak(int seed, int daysAhead)
    {
        Random random = new(seed);
        List<CaseRecord> cases = Histories.Random(seed, cases: 40, days: 500);
        DateOnly moment = Histories.First.AddDays(random.Next(30, 600));
        List<CaseRecord> disturbed = LaterEvents.Disturb(cases, moment, random.Next());
        Dictionary<string, string> before = At(cases, moment, daysAhead);
        Dictionary<string, string> after = At(disturbed, moment, daysAhead);
        return before
            .SelectMany(row => row.Value.Split('\n').Zip(after[row.Key].Split('\n'), (b, a) => (row.Key, Before: b, After: a)))
            .Where(f => f.Before != f.After)
            .Select(f => $"{moment:yyyy-MM-dd} {f.Key}: {f.Before} became {f.After}")
            .FirstOrDefault();
    }

    private static Dictionary<string, string> At(List<CaseRecord> cases, DateOnly moment, int daysAhead)
    {
        CaseHistory history = cases.History(new DateOnly(2026, 1, 1));
        List<PredictionPoint> points = [.. Enumerable.Range(0, history.Cases.Length)
            .Where(i => history.Cases[i].Latest.ReceivedOn <= moment)
            .Select(i => new PredictionPoint(i, moment, PointKind.WeekOpen))];
        FeatureBuilder builder = new(history, LabelRule.Default, daysAhead);
        Dictionary<string, string> values = Rows.ByCase(builder, history, points);
        // The sentence of a feature must know no more than its value does.
        return points.ToDictionary(
            point => history.Cases[point.Case].CaseReference,
            point => string.Join(
                '\n',
                FeatureList.All.Select(f => f.Tell(builder.At(point)).Text).Prepend(values[history.Cases[point.Case].CaseReference])));
    }
}
