using Complaints.Domain.Time;

namespace Complaints.Measures.Queries;

/// <summary>A set of days: spans in order that neither overlap nor touch.</summary>
internal sealed record Period(IReadOnlyList<DateSpan> Spans)
{
    internal static Period Everything { get; } = new([DateSpan.Everything]);

    internal bool IsEmpty => Spans.Count == 0;

    internal DateOnly? First => IsEmpty ? null : Spans[0].First;

    internal DateOnly? End => IsEmpty ? null : Spans[^1].End;

    /// <summary>The union of spans.</summary>
    internal static Period Of(IEnumerable<DateSpan> spans)
    {
        var merged = new List<DateSpan>();
        foreach (DateSpan span in spans.Where(span => !span.IsEmpty).OrderBy(span => span.First ?? DateOnly.MinValue))
        {
            bool touches = merged.Count > 0 && (merged[^1].End is not DateOnly end || (span.First ?? DateOnly.MinValue) <= end);
            if (touches)
            {
                DateSpan last = merged[^1];
                bool open = last.End is null || span.End is null;
                merged[^1] = last with { End = open ? null : last.End > span.End ? last.End : span.End };
            }
            else
            {
                merged.Add(span);
            }
        }

        return new Period(merged);
    }

    internal static DateSpan Of(ReportingYear year) => new(year.FirstDay, year.LastDay.AddDays(1));

    internal Period Intersect(Period other) =>
        Of(Spans.SelectMany(left => other.Spans.Select(right => left.Intersect(right))));

    /// <summary>The reporting years that hold a day of the period; null when it is open on a side.</summary>
    internal IReadOnlyList<ReportingYear>? Years()
    {
        var years = new SortedSet<ReportingYear>();
        foreach (DateSpan span in Spans)
        {
            if (span.First is not DateOnly first || span.End is not DateOnly end)
            {
                return null;
            }

            // The year after the last one that is understood is none.
            int last = ReportingYear.Of(end.AddDays(-1)).StartYear;
            for (int year = ReportingYear.Of(first).StartYear; year <= last; year++)
            {
                _ = years.Add(ReportingYear.FromStartYear(year));
            }
        }

        return [.. years];
    }
}
