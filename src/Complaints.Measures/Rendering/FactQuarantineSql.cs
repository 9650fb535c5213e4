using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders what puts figures of a fact other than stages in doubt: rows of it that are held back, rows of registers that are held back
/// where its landlord is found through a home, and rows that are loaded without their case or their day.
/// </summary>
/// <remarks>
/// Result: that of <see cref="QuarantineSql"/>. A row held back counts for every period unless its day is kept by the date that the
/// figures go by, and for the landlord of what is loaded under its key as well, as it may say that anew.
/// </remarks>
internal static class FactQuarantineSql
{
    /// <summary>In place of a rule: a row is loaded, and the case is not from which it would have its landlord.</summary>
    internal const string CaseNotLoaded = "case-not-loaded";

    /// <summary>In place of a rule: a row is loaded without the day that would put it into a period.</summary>
    internal const string NoDay = "no-day";

    /// <summary>In place of a rule: a row is loaded, and its home says another landlord now.</summary>
    internal const string HomeRestated = "home-restated";

    private static readonly string[] s_registers = ["property", "property_reference"];

    internal static SqlQuery Render(FigurePlan plan, ISqlDialect dialect)
    {
        var parameters = new ParameterList(dialect);
        RowConditions rows = plan.Rows;
        string[] open =
        [
            .. QuarantineSql.Open(rows.KnownAtLoad, parameters), $"q.rule_id <> {parameters.Add(QuarantineSql.ExactCopy)}",
        ];
        string own = $"q.target IN {parameters.List(plan.Fact.Targets)}";
        string kind = $"CASE WHEN {QuarantineSql.WithoutLandlord(parameters)} THEN {parameters.Add(QuarantineSql.Unmatched)} "
            + $"ELSE {parameters.Add(QuarantineSql.Stage)} END";
        List<string> parts =
        [
            Held(plan, own, kind, open, parameters),
            Anew(plan, own, kind, open, parameters),
            .. Registers(plan, open, parameters),
            .. Stock(plan, open, parameters),
            .. OfDoubtfulCase(plan, kind, open, parameters),
            .. OfRestatedHome(plan, parameters),
            .. WithoutCase(plan, parameters),
            .. WithoutDay(plan, parameters),
        ];
        string text = $"""
            WITH candidate AS (
            {string.Join("\n  UNION\n", parts)}
            )
            SELECT landlord_code, reporting_year, rule_id, kind, 0 AS is_earlier, quarantine_id AS entry, COUNT(*) AS held_back
            FROM candidate
            GROUP BY landlord_code, reporting_year, rule_id, kind, quarantine_id
            UNION ALL
            SELECT NULL, reporting_year, rule_id, kind, 0, quarantine_id, 1
            FROM candidate
            GROUP BY reporting_year, rule_id, kind, quarantine_id
            """.ReplaceLineEndings("\n");
        return new SqlQuery(text, parameters.Values);
    }

    private static string Held(FigurePlan plan, string own, string kind, string[] open, ParameterList parameters)
    {
        bool dated = plan.Measures.All(measure => measure.Measure.DateRole == plan.Fact.HeldBackDay);
        string undated = QuarantineSql.Undated(parameters);
        string year = dated ? $"CASE WHEN {undated} THEN NULL ELSE {parameters.Dialect.ReportingYear("q.event_date")} END" : "NULL";
        string within = string.Join(" AND ", ScopeRenderer.Days("q.event_date", plan.Rows, parameters));
        string where = SqlText.Where(
        [
            own,
            .. open,
            .. dated ? [$"({undated} OR ({within}))"] : Array.Empty<string>(),
            .. QuarantineSql.Candidates("c", "c.landlord_code IS NULL", plan.Rows, parameters),
        ]);
        return Candidates("COALESCE(c.landlord_code, '')", year, kind, where);
    }

    private static string Anew(FigurePlan plan, string own, string kind, string[] open, ParameterList parameters)
    {
        string where = SqlText.Where(
        [
            own,
            .. open,
            ScopeRenderer.Version("f", plan.Rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("f", plan.Rows, parameters),
            .. ScopeRenderer.StockFilters("f", plan.Rows, parameters),
        ]);
        return $"""
              SELECT DISTINCT q.quarantine_id, f.landlord_code, NULL, q.rule_id, {kind}
              FROM load_quarantine AS q
              JOIN {FactSql.From(plan.Fact, plan.Rows.KnownAtLoad, parameters)} ON f.source_system = q.source_system
                AND f.{plan.Fact.KeyColumn} = {parameters.Dialect.FirstOfKey("q.row_key")}{where}
            """.ReplaceLineEndings("\n");
    }

    // What a register says of a home may be of the home of any row.
    private static IEnumerable<string> Registers(FigurePlan plan, string[] open, ParameterList parameters)
    {
        if (plan.Fact.LeansOnHomes)
        {
            string where = SqlText.Where([$"q.target IN {parameters.List(s_registers)}", .. open]);
            yield return Candidates("''", "NULL", parameters.Add(QuarantineSql.Stage), where);
        }
    }

    private static IEnumerable<string> Stock(FigurePlan plan, string[] open, ParameterList parameters)
    {
        if (plan.Stock is not null)
        {
            string where = SqlText.Where(
            [
                $"q.target = {parameters.Add(QuarantineSql.Stock)}",
                .. open,
                .. QuarantineSql.Candidates("c", "c.landlord_code IS NULL", plan.Rows, parameters),
            ]);
            yield return Candidates("COALESCE(c.landlord_code, '')", "NULL", parameters.Add(QuarantineSql.Stock), where);
        }
    }

    private static string Candidates(string landlord, string year, string kind, string where) => $"""
          SELECT DISTINCT q.quarantine_id, {landlord} AS landlord_code, {year} AS reporting_year, q.rule_id, {kind} AS kind
          FROM load_quarantine AS q
          LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id{where}
        """.ReplaceLineEndings("\n");

    // A row that has its landlord from its case is in doubt with it: for whom it is counted, and for whom it could be.
    private static IEnumerable<string> OfDoubtfulCase(FigurePlan plan, string kind, string[] open, ParameterList parameters)
    {
        if (plan.Fact.Link != FactLink.Case)
        {
            yield break;
        }

        string of = $"q.target IN {parameters.List(FactTables.Stage.Targets)}";
        string rows = $"""
            JOIN {FactSql.From(plan.Fact, plan.Rows.KnownAtLoad, parameters)} ON f.source_system = q.source_system
                AND f.case_reference = {parameters.Dialect.FirstOfKey("q.row_key")}
            """;
        string version = ScopeRenderer.Version("f", plan.Rows.KnownAtLoad, parameters);
        string where = SqlText.Where([of, .. open, version, .. ScopeRenderer.Landlords("f", plan.Rows, parameters)]);
        yield return $"""
              SELECT DISTINCT q.quarantine_id, f.landlord_code, NULL, q.rule_id, {kind}
              FROM load_quarantine AS q
              {rows}{where}
            """.ReplaceLineEndings("\n");
        where = SqlText.Where(
            [of, .. open, version, .. QuarantineSql.Candidates("c", "c.landlord_code IS NULL", plan.Rows, parameters)]);
        yield return $"""
              SELECT DISTINCT q.quarantine_id, COALESCE(c.landlord_code, ''), NULL, q.rule_id, {kind}
              FROM load_quarantine AS q
              {rows}
              LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id{where}
            """.ReplaceLineEndings("\n");
    }

    // The home says another landlord now than when the row was loaded, or none, or an identifier that led to it leads elsewhere. Of stages
    // the load itself takes note.
    private static IEnumerable<string> OfRestatedHome(FigurePlan plan, ParameterList parameters)
    {
        if (!plan.Fact.LeansOnHomes || plan.Fact.Link != FactLink.Own)
        {
            yield break;
        }

        string day = plan.Fact.Days[plan.Fact.HeldBackDay!.Value].Column;
        string from = $"""
            {FactSql.From(plan.Fact, plan.Rows.KnownAtLoad, parameters)}
              LEFT JOIN dim_property AS home ON home.property_id = f.property_id
                AND home.valid_from <= f.{day}
                AND home.valid_to > f.{day}
                AND {ScopeRenderer.Version("home", plan.Rows.KnownAtLoad, parameters)}
            """;
        string leads = ScopeRenderer.Version("leads", plan.Rows.KnownAtLoad, parameters);
        string other = $"""
            f.property_id <> 0
              AND (
                home.landlord_code IS NULL
                OR home.landlord_code <> f.landlord_code
                OR EXISTS (
                  SELECT 1
                  FROM property_reference AS gone
                  JOIN property_reference AS leads ON leads.allocator = gone.allocator
                    AND leads.identifier = gone.identifier
                    AND leads.property_id <> gone.property_id
                    AND {leads}
                  WHERE gone.property_id = f.property_id
                    AND gone.recorded_from_load <= f.source_load
                    AND gone.recorded_to_load > f.source_load
                    AND gone.recorded_to_load <= leads.recorded_from_load
                )
              )
            """;
        foreach (string landlord in (string[])["f", "home"])
        {
            string where = SqlText.Where(
            [
                ScopeRenderer.Version("f", plan.Rows.KnownAtLoad, parameters),
                other,
                .. ScopeRenderer.Landlords(landlord, plan.Rows, parameters),
            ]);
            yield return $"""
                  SELECT DISTINCT -f.{plan.Fact.Name}_key, {landlord}.landlord_code, NULL, {parameters.Add(HomeRestated)}, {parameters.Add(QuarantineSql.Stage)}
                  FROM {from}{where}
                """.ReplaceLineEndings("\n");
        }
    }

    // They are among the total, and of no landlord that is known: each landlord's figure may lack them.
    private static IEnumerable<string> WithoutCase(FigurePlan plan, ParameterList parameters)
    {
        if (plan.Fact.Link != FactLink.Case)
        {
            yield break;
        }

        string where = SqlText.Where([ScopeRenderer.Version("f", plan.Rows.KnownAtLoad, parameters), "f.landlord_code = ''"]);
        yield return Loaded(plan, CaseNotLoaded, where, parameters);
    }

    private static IEnumerable<string> WithoutDay(FigurePlan plan, ParameterList parameters)
    {
        IEnumerable<FactDay> owed = plan.Measures
            .Select(measure => plan.Fact.Days[measure.Measure.DateRole])
            .Where(day => day.IsOwed)
            .Distinct();
        foreach (FactDay day in owed)
        {
            string where = SqlText.Where(
            [
                ScopeRenderer.Version("f", plan.Rows.KnownAtLoad, parameters),
                $"f.{day.Column} IS NULL",
                .. ScopeRenderer.Landlords("f", plan.Rows, parameters),
                .. ScopeRenderer.StockFilters("f", plan.Rows, parameters),
            ]);
            yield return Loaded(plan, NoDay, where, parameters);
        }
    }

    // An entry of the quarantine has a number above 0.
    private static string Loaded(FigurePlan plan, string rule, string where, ParameterList parameters) => $"""
          SELECT DISTINCT -f.{plan.Fact.Name}_key, f.landlord_code, NULL, {parameters.Add(rule)}, {parameters.Add(QuarantineSql.Stage)}
          FROM {FactSql.From(plan.Fact, plan.Rows.KnownAtLoad, parameters)}{where}
        """.ReplaceLineEndings("\n");
}
