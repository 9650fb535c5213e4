using Complaints.Domain.Time;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// Days as reporting years, quarters and months, the longest that fit. Two spans of other days would differ by the complaints of a few.
/// </summary>
internal static class StandardPeriods
{
    /// <summary>A whole period: its reporting year, its level below the year, and its member there.</summary>
    internal readonly record struct Unit(int Year, int Level, string Key);

    /// <summary>Whether days begin and end with months.</summary>
    internal static bool IsOfMonths(Period period) =>
        period.Spans.All(span => span.First is null or { Day: 1 } && span.End is null or { Day: 1 });

    /// <summary>How far below a year the days go: 0 years alone, 1 quarters, 2 months.</summary>
    internal static int Level(Period period) => period.Spans.Select(span => (span.First, span.End) switch
    {
        (DateOnly first, DateOnly end) => Units(first, end).Max(unit => unit.Level),
        _ => Math.Max(Level(span.First), Level(span.End)),
    }).Max();

    /// <summary>The units that days are made of.</summary>
    /// <param name="days">The days.</param>
    /// <param name="years">The first and the last year that have any records, which bound open ends.</param>
    internal static IEnumerable<Unit> Units(Period days, (int First, int Last) years)
    {
        DateOnly begin = ReportingYear.FromStartYear(years.First).FirstDay;
        DateOnly end = ReportingYear.FromStartYear(years.Last).LastDay.AddDays(1);
        return days.Intersect(Period.Of([new DateSpan(begin, end)])).Spans.SelectMany(span => Units(span.First!.Value, span.End!.Value));
    }

    /// <summary>The periods of a kind that days touch, each with its first day.</summary>
    internal static IEnumerable<(DateOnly First, Unit Unit)> Split(Period days, (int First, int Last) years, DimensionKind kind) =>
        from year in Enumerable.Range(years.First, years.Last - years.First + 1)
        let begin = ReportingYear.FromStartYear(year).FirstDay
        let months = kind switch { DimensionKind.ReportingYear => 12, DimensionKind.Quarter => 3, _ => 1 }
        from first in Enumerable.Range(0, 12 / months).Select(at => begin.AddMonths(at * months))
        where !days.Intersect(Period.Of([new DateSpan(first, first.AddMonths(months))])).IsEmpty
        select (first, Of(first, kind switch { DimensionKind.ReportingYear => 0, DimensionKind.Quarter => 1, _ => 2 }));

    /// <summary>A unit's period of a kind as a word; null where it has none.</summary>
    internal static string? Word(Unit unit, DimensionKind kind) => kind switch
    {
        DimensionKind.ReportingYear => PeriodWords.Word(kind, unit.Year),
        DimensionKind.Quarter => unit.Level > 0 ? Axis.Values(unit.Key)[0] : null,
        _ => unit.Level > 1 ? Axis.Values(unit.Key)[1] : null,
    };

    private static Unit Of(DateOnly first, int level)
    {
        int year = ReportingYear.Of(first).StartYear;
        string quarter = PeriodWords.Word(DimensionKind.Quarter, (year * 10) + ((first.Month + 8) % 12 / 3) + 1);
        string month = PeriodWords.Word(DimensionKind.Month, (first.Year * 100) + first.Month);
        return new Unit(year, level, level switch { 0 => Axis.Whole, 1 => quarter, _ => Axis.Key([quarter, month]) });
    }

    private static int Level(DateOnly? edge) => edge switch
    {
        null or { Month: 4 } => 0,
        { Month: 7 or 10 or 1 } => 1,
        _ => 2,
    };

    private static IEnumerable<Unit> Units(DateOnly first, DateOnly end)
    {
        while (first < end)
        {
            (int level, int months) = Level(first) == 0 && first.AddYears(1) <= end ? (0, 12)
                : Level(first) < 2 && first.AddMonths(3) <= end ? (1, 3)
                : (2, 1);
            yield return Of(first, level);
            first = first.AddMonths(months);
        }
    }
}
