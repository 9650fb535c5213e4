using Complaints.Measures.Planning;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders the question how many quarantined rows could belong to which landlord, by the reporting year of the row's date. Until a
/// person has decided, that landlord's figures are incomplete.
/// </summary>
/// <remarks>
/// Result: landlord code (empty: any landlord; null: the distinct rows over all landlords asked about), reporting year (null: the row's date
/// is not known), rows.
/// </remarks>
internal static class UnmatchedSql
{
    private static readonly string[] s_rules = ["landlord-unmatched", "landlord-ambiguous"];

    internal static SqlQuery Render(RowScope rows, ISqlDialect dialect)
    {
        var parameters = new ParameterList(dialect);
        string year = PeriodExpressions.Of(Queries.DimensionKind.ReportingYear, "q.event_date");
        string where = SqlText.Where(
        [
            $"q.rule_id IN {parameters.List(s_rules)}",
            .. Open(rows.KnownAtLoad, parameters),
            $"(q.event_date IS NULL OR ({string.Join(" AND ", ScopeRenderer.Days("q.event_date", rows, parameters))}))",
            .. Candidates(rows, parameters),
        ]);
        string text = $"""
            WITH candidate AS (
              SELECT DISTINCT
                q.quarantine_id,
                COALESCE(c.landlord_code, '') AS landlord_code,
                {year} AS reporting_year
              FROM load_quarantine AS q
              LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id{where}
            )
            SELECT landlord_code, reporting_year, COUNT(*) AS unmatched
            FROM candidate
            GROUP BY landlord_code, reporting_year
            UNION ALL
            SELECT NULL, reporting_year, COUNT(DISTINCT quarantine_id)
            FROM candidate
            GROUP BY reporting_year
            """.ReplaceLineEndings("\n");
        return new SqlQuery(text, parameters.Values);
    }

    private static IEnumerable<string> Open(int? knownAtLoad, ParameterList parameters) => knownAtLoad is int load
        ?
        [
            $"q.load_id <= {parameters.Add(load)}",
            $"(q.resolved_by_load IS NULL OR q.resolved_by_load > {parameters.Add(load)})",
        ]
        : [$"q.status = {parameters.Add("open")}"];

    // A row without candidates could be anybody's, so it is never filtered out.
    private static IEnumerable<string> Candidates(RowScope rows, ParameterList parameters) =>
        ScopeRenderer.Landlords("c", rows, parameters)
            .Concat(rows.Filters
                .Where(filter => filter.Dimension == Queries.Dimensions.Landlord)
                .Select(filter => $"c.landlord_code IN {parameters.List(filter.Values)}"))
            .Select(condition => $"(c.landlord_code IS NULL OR {condition})");
}
