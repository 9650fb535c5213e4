using Complaints.Measures.Planning;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders the loaded stages that a row which is held back says anew: the source's newest word on them waits, so the figures that still
/// count the older one are in doubt, as those are to which the row itself would belong.
/// </summary>
/// <remarks>
/// Common table <c>restated</c>, with the columns of the quarantine's candidates: entry × landlord and reporting year of the stage as it is
/// loaded. A row per complaint says both of its stages anew, and so does one whose stage could not be read.
/// </remarks>
internal static class RestatedSql
{
    /// <param name="plan">The plan of the figures.</param>
    /// <param name="parameters">The parameters of the query.</param>
    /// <param name="held">The conditions on the entry: open, and of a row of complaints.</param>
    /// <param name="kind">The expression of an entry's kind.</param>
    /// <param name="earlier">What is asked for beside the days of the period, as the end of a condition; else empty.</param>
    internal static string Render(FigurePlan plan, ParameterList parameters, IEnumerable<string> held, string kind, string earlier)
    {
        string within = string.Join(" AND ", ScopeRenderer.Days("f.received_on", plan.Rows, parameters));
        string where = SqlText.Where(
        [
            .. held,
            ScopeRenderer.Version("f", plan.Rows.KnownAtLoad, parameters),
            $"(({within}){earlier})",
            .. ScopeRenderer.Landlords("f", plan.Rows, parameters),
            .. ScopeRenderer.StockFilters("f", plan.Rows, parameters),
        ]);
        return $"""
            restated AS (
              SELECT DISTINCT
                q.quarantine_id,
                f.landlord_code,
                {parameters.Dialect.ReportingYear("f.received_on")} AS reporting_year,
                q.rule_id,
                {kind} AS kind,
                CASE WHEN {within} THEN 0 ELSE 1 END AS is_earlier
              FROM load_quarantine AS q
              JOIN fact_stage AS f ON f.source_system = q.source_system
                AND f.case_reference = {parameters.Dialect.FirstOfKey("q.row_key")}
                AND (q.target = {parameters.Add("complaint")}
                  OR RIGHT(q.row_key, 1) IN ({parameters.Add("?")}, CAST(f.stage AS VARCHAR))){where}
            ),

            """;
    }
}
