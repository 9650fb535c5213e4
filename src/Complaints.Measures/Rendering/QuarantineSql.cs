using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders the question how many quarantined rows could belong to which landlord, by the reporting year of the row's date and the rule that
/// holds them back. Until they load or are given up, that landlord's figures are incomplete: nothing is lost, nothing is guessed.
/// </summary>
/// <remarks>
/// Result: landlord code (empty: any landlord; null: the distinct rows over all landlords asked about), reporting year (null: the row's
/// date is not known, or is what is wrong), rule, kind, whether it was received before the period, the entry where it is one of
/// <see cref="RestatedSql"/> that can stand under several landlords and years (else null), rows. An exact copy of a row that loads takes
/// nothing from a figure and is not asked for.
/// </remarks>
internal static class QuarantineSql
{
    /// <summary>Kind of the rows whose landlord a person must decide.</summary>
    internal const string Unmatched = "unmatched";

    /// <summary>Kind of the other rows that would become rows of the fact: stages of complaints.</summary>
    internal const string Stage = "stage";

    /// <summary>Kind of the other rows that would become homes of the stock.</summary>
    internal const string Stock = "stock";

    /// <summary>The rule of a row that says word for word what another one says, which loads.</summary>
    internal const string ExactCopy = "duplicate-row";

    private static readonly string[] s_unmatched = ["landlord-unmatched", "landlord-ambiguous"];
    private static readonly string[] s_stages = ["stage", "complaint"];

    // What would become rows of other facts takes nothing from figures of complaints.
    private static readonly string[] s_others =
        [.. FactTables.ByName.Values.Where(fact => fact != FactTables.Stage).SelectMany(fact => fact.Targets)];

    // Where a day is what is wrong, the row's day says nothing about its period.
    private static readonly string[] s_doubtfulDays = ["future-date", "impossible-date-order", "stage2-before-stage1", "not-year-end"];

    /// <summary>Whether a rule leaves the landlord to a person.</summary>
    internal static bool IsUnmatched(string rule) => s_unmatched.Contains(rule, StringComparer.Ordinal);

    /// <summary>That an entry, which is called <c>q</c>, waits for a person to decide on its landlord.</summary>
    internal static string WithoutLandlord(ParameterList parameters) => $"q.rule_id IN {parameters.List(s_unmatched)}";

    /// <summary>That the day of an entry, which is called <c>q</c>, is not known or is what is wrong.</summary>
    internal static string Undated(ParameterList parameters) =>
        $"(q.event_date IS NULL OR q.rule_id IN {parameters.List(s_doubtfulDays)})";

    /// <param name="plan">The plan of the figures.</param>
    /// <param name="homes">Whether a register has rows that are held back: complaints can lean on their homes.</param>
    /// <param name="restated">Whether a row that is held back says anew what is loaded of its case.</param>
    /// <param name="dialect">The engine's.</param>
    internal static SqlQuery Render(FigurePlan plan, bool homes, bool restated, ISqlDialect dialect)
    {
        RowConditions rows = plan.Rows;
        var parameters = new ParameterList(dialect);
        string[] open = [.. Open(rows.KnownAtLoad, parameters), $"q.rule_id <> {parameters.Add(ExactCopy)}"];
        string unmatched = $"({WithoutLandlord(parameters)} AND q.target NOT IN {parameters.List(s_others)})";
        string stages = $"q.target IN {parameters.List(s_stages)}";
        string stock = $"q.target = {parameters.Add(Stock)}";
        string undated = Undated(parameters);
        string within = string.Join(" AND ", ScopeRenderer.Days("q.event_date", rows, parameters));
        string year = $"CASE WHEN {undated} THEN NULL ELSE {dialect.ReportingYear("q.event_date")} END";
        string earlier = Earlier("q.event_date", plan, parameters);
        string where = SqlText.Where(
        [
            $"({unmatched} OR {stages} OR {stock})",
            .. open,
            $"({undated} OR ({within}){Homes(rows, stock, dialect, parameters)}{earlier})",
            .. Candidates("c", "c.landlord_code IS NULL", rows, parameters),
        ]);
        string kind = $"CASE WHEN {unmatched} THEN {parameters.Add(Unmatched)} WHEN {stages} THEN {parameters.Add(Stage)} "
            + $"ELSE {parameters.Add(Stock)} END";
        string known = restated
            ? RestatedSql.Render(plan, parameters, [.. open, stages], kind, Earlier("f.received_on", plan, parameters))
            : "";
        string entry = restated ? "CASE WHEN quarantine_id IN (SELECT quarantine_id FROM restated) THEN quarantine_id END" : "NULL";
        string apart = restated ? $", {entry}" : "";
        string register = homes ? $"{RegisterDoubtSql.Render(rows, parameters, open, dialect)},\n" : "";
        string text = $"""
            WITH {register}{known}candidate AS (
              SELECT DISTINCT
                q.quarantine_id,
                COALESCE(c.landlord_code, '') AS landlord_code,
                {year} AS reporting_year,
                q.rule_id,
                {kind} AS kind,
                CASE WHEN {undated} OR ({within}) OR {stock} THEN 0 ELSE 1 END AS is_earlier
              FROM load_quarantine AS q
              LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id{where}{(homes ? Doubted(plan, dialect, parameters) : "")}{(restated ? "\n  UNION\n  SELECT * FROM restated" : "")}
            )
            SELECT landlord_code, reporting_year, rule_id, kind, is_earlier, {entry} AS entry, COUNT(*) AS held_back
            FROM candidate
            GROUP BY landlord_code, reporting_year, rule_id, kind, is_earlier{apart}
            UNION ALL
            SELECT NULL, reporting_year, rule_id, kind, is_earlier, {entry}, COUNT(DISTINCT quarantine_id)
            FROM candidate
            GROUP BY reporting_year, rule_id, kind, is_earlier{apart}
            """.ReplaceLineEndings("\n");
        return new SqlQuery(text, parameters.Values);
    }

    // One row of a register can put complaints of several years in doubt, and is one row where years are not told apart.
    private static string Doubted(FigurePlan plan, ISqlDialect dialect, ParameterList parameters)
    {
        string told = string.Join(" AND ", ScopeRenderer.Days("d.event_date", plan.Rows, parameters));
        string year = plan.ScanDimensions.Any(dimension => dimension.IsPeriod) ? dialect.ReportingYear("d.event_date") : "NULL";
        string where = SqlText.Where(
        [
            $"(({told}){Earlier("d.event_date", plan, parameters)})",
            .. Candidates("d", "d.landlord_code = ''", plan.Rows, parameters),
        ]);
        return $"""

              UNION
              SELECT
                d.quarantine_id,
                d.landlord_code,
                {year},
                d.rule_id,
                {parameters.Add(Stage)},
                MIN(CASE WHEN {told} THEN 0 ELSE 1 END)
              FROM register_doubt AS d{where}
              GROUP BY d.quarantine_id, d.landlord_code, d.rule_id{(year == "NULL" ? "" : $", {year}")}
            """;
    }

    // Homes are those of the year's end, whichever part of the year is asked about.
    private static string Homes(RowConditions rows, string stock, ISqlDialect dialect, ParameterList parameters) =>
        rows.Period.Years() is { Count: > 0 } years
            ? $" OR ({stock} AND {dialect.ReportingYear("q.event_date")} IN {parameters.List(years.Select(year => (object)year.StartYear))})"
            : $" OR {stock}";

    // A complaint received earlier may be answered in the period.
    private static string Earlier(string day, FigurePlan plan, ParameterList parameters) =>
        plan.Measures.Any(measure => measure.Measure.DateRole == Catalogue.DateRole.Responded) && plan.Rows.Period.First is not null
            ? $" OR ({(plan.Rows.Period.End is DateOnly end ? $"{day} < {parameters.Add(end)} AND " : "")}"
                + $"{day} <= {parameters.Add(plan.Rows.AsAt)})"
            : "";

    /// <summary>That an entry, which is called <c>q</c>, waits.</summary>
    internal static IEnumerable<string> Open(int? knownAtLoad, ParameterList parameters) => knownAtLoad is int load
        ?
        [
            $"q.load_id <= {parameters.Add(load)}",
            $"(q.resolved_by_load IS NULL OR q.resolved_by_load > {parameters.Add(load)})",
        ]
        : [$"q.status = {parameters.Add("open")}"];

    /// <summary>The landlords asked about; a row without candidates could be anybody's, so it is never filtered out.</summary>
    internal static IEnumerable<string> Candidates(string alias, string anybody, RowConditions rows, ParameterList parameters) =>
        ScopeRenderer.Landlords(alias, rows, parameters)
            .Concat(rows.Filters
                .Where(filter => filter.Dimension == Queries.Dimensions.Landlord)
                .Select(filter => $"{alias}.landlord_code IN {parameters.List(filter.Values)}"))
            .Select(condition => $"({anybody} OR {condition})");
}
