using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>
/// The passes of a query: one for each fact and date that puts a row into the period, and where the period has no beginning, one for each
/// day on which definitions begin or end. Extensions are counted in a pass of their own: few rows have one.
/// </summary>
internal sealed class Scans(ResolvedQuery query, RowConditions rows)
{
    private readonly Dictionary<(FactTable Fact, DateRole Role, DateSpan Days, bool Extensions), ScanBuilder> _scans = [];

    /// <summary>The pass that counts for a measure.</summary>
    internal ScanBuilder Of(MeasureDefinition measure) => Of(measure, extensions: false);

    /// <summary>The pass over complaints with an extension that has a fault.</summary>
    internal ScanBuilder ExtensionsOf(MeasureDefinition measure) => Of(measure, extensions: true);

    /// <summary>The passes, in the order of their dates.</summary>
    internal IReadOnlyList<FactScan> Build() =>
        [.. _scans.OrderBy(scan => scan.Key.Extensions).ThenBy(scan => scan.Key.Role).Select(scan => scan.Value.Build())];

    private ScanBuilder Of(MeasureDefinition measure, bool extensions)
    {
        Period period = query.PeriodOf(measure);
        (FactTable Fact, DateRole Role, DateSpan, bool Extensions) key =
            (measure.Fact, measure.DateRole, new DateSpan(period.First, period.End), extensions);
        if (!_scans.TryGetValue(key, out ScanBuilder? scan))
        {
            string role = CatalogueWords.Word(CatalogueWords.DateRoles, measure.DateRole) + (extensions ? "_extensions" : "");
            int others = _scans.Keys.Count(known => known.Fact == key.Fact && known.Role == key.Role && known.Extensions == extensions);
            scan = new ScanBuilder(
                others == 0 ? role : $"{role}_{others + 1}",
                measure.Fact,
                measure.DateRole,
                rows with { Period = period },
                makesRows: !extensions);
            _scans.Add(key, scan);
        }

        return scan;
    }
}
