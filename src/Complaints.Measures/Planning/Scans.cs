using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>
/// The passes of a query: one for each date that puts a row into the period, and where the period has no beginning, one for each day on
/// which definitions begin or end.
/// </summary>
internal sealed class Scans(ResolvedQuery query, RowConditions rows)
{
    private readonly Dictionary<(DateRole Role, DateSpan Days), ScanBuilder> _scans = [];

    /// <summary>The pass that counts for a measure.</summary>
    internal ScanBuilder Of(MeasureDefinition measure)
    {
        Period period = query.PeriodOf(measure);
        (DateRole Role, DateSpan) key = (measure.DateRole, new DateSpan(period.First, period.End));
        if (!_scans.TryGetValue(key, out ScanBuilder? scan))
        {
            string role = CatalogueWords.Word(CatalogueWords.DateRoles, measure.DateRole);
            int others = _scans.Keys.Count(known => known.Role == key.Role);
            scan = new ScanBuilder(others == 0 ? role : $"{role}_{others + 1}", measure.DateRole, rows with { Period = period });
            _scans.Add(key, scan);
        }

        return scan;
    }

    /// <summary>The passes, in the order of their dates.</summary>
    internal IReadOnlyList<StageScan> Build() =>
        [.. _scans.OrderBy(scan => scan.Key.Role).Select(scan => scan.Value.Build())];
}
