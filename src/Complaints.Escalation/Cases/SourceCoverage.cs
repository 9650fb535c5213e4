namespace Complaints.Escalation.Cases;

/// <summary>
/// From which day on a moment sees what a load recorded. A day is told by the first extract of complaints that covers it, with all that was
/// loaded for the source up to that extract's date: a case can be scored as of a day no earlier, and what later extracts restate is not
/// seen as of that day. History that came in one extract is therefore seen from always, each event from its own date on.
/// </summary>
internal sealed class SourceCoverage
{
    private readonly Dictionary<string, List<(DateOnly Extract, int Load)>> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, int Load), DateOnly> _seen = [];

    /// <summary>Reads the extracts of all sources.</summary>
    public SourceCoverage(IEnumerable<SourceExtract> extracts)
    {
        foreach (IGrouping<string, SourceExtract> source in extracts.GroupBy(e => e.SourceSystem, StringComparer.Ordinal))
        {
            List<(DateOnly Extract, int Load)> covered = [];
            int newest = 0;
            foreach (IGrouping<DateOnly, SourceExtract> day in source.GroupBy(e => e.ExtractDate).OrderBy(day => day.Key))
            {
                // An older extract that was loaded later is history filled in: it was not known before, but no day would see it otherwise.
                newest = Math.Max(newest, day.Max(e => e.Load));
                if (day.Any(e => e.BroughtComplaints))
                {
                    covered.Add((day.Key, newest));
                }
            }

            _sources.Add(source.Key, covered);
        }
    }

    /// <summary>The first day that sees what a load recorded of a source; <see cref="DateOnly.MinValue"/> where every day does.</summary>
    public DateOnly SeenFrom(string source, int load)
    {
        if (_seen.TryGetValue((source, load), out DateOnly known))
        {
            return known;
        }

        DateOnly seen = DateOnly.MinValue;
        foreach ((DateOnly extract, int newest) in _sources[source])
        {
            if (newest >= load)
            {
                break;
            }

            seen = extract.AddDays(1);
        }

        return _seen[(source, load)] = seen;
    }
}
