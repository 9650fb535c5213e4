using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>
/// The passes of a query: one for each fact and date that puts a row into the period, and where the period has no beginning, one for each
/// day on which definitions begin or end. Extensions are counted in a pass of their own: few rows have one.
/// </summary>
internal sealed class Scans(ResolvedQuery query, RowConditions rows)
{
    private readonly Dictionary<(FactTable Fact, DateRole Role, DateSpan Days, string Kind), ScanBuilder> _scans = [];

    private const string Plain = "";
    private const string Extended = "_extensions";
    private const string Values = "_values";

    /// <summary>The pass that counts for a measure.</summary>
    internal ScanBuilder Of(MeasureDefinition measure) => Of(measure, Plain);

    /// <summary>The pass over complaints with an extension that has a fault.</summary>
    internal ScanBuilder ExtensionsOf(MeasureDefinition measure) => Of(measure, Extended);

    /// <summary>
    /// The pass that gathers the values of a field, by itself: rows are grouped by the value, and its conditions are on every row.
    /// </summary>
    internal ScanBuilder StatisticsOf(MeasureDefinition measure, Aggregate aggregate) =>
        Of(measure, $"{Values}{aggregate.Statistic!.Field.Name} {ConditionKey.Of(aggregate.Where)}");

    /// <summary>The passes, in the order of their dates.</summary>
    internal IReadOnlyList<FactScan> Build() =>
    [
        .. _scans
            .OrderBy(scan => scan.Key.Kind, StringComparer.Ordinal)
            .ThenBy(scan => scan.Key.Role)
            .Select(scan => scan.Value.Build()),
    ];

    private ScanBuilder Of(MeasureDefinition measure, string kind)
    {
        Period period = query.PeriodOf(measure);
        (FactTable Fact, DateRole Role, DateSpan, string Kind) key =
            (measure.Fact, measure.DateRole, new DateSpan(period.First, period.End), kind);
        if (!_scans.TryGetValue(key, out ScanBuilder? scan))
        {
            string role = CatalogueWords.Word(CatalogueWords.DateRoles, measure.DateRole) + Name(kind);
            int others = _scans.Keys.Count(known => known.Fact == key.Fact && known.Role == key.Role && Name(known.Kind) == Name(kind));
            scan = new ScanBuilder(
                others == 0 ? role : $"{role}_{others + 1}",
                measure.Fact,
                measure.DateRole,
                rows with { Period = period },
                makesRows: kind != Extended);
            _scans.Add(key, scan);
        }

        return scan;
    }

    private static string Name(string kind) => kind.StartsWith(Values, StringComparison.Ordinal) ? Values : kind;
}
