using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders where the rows of a fact come from, as its description says: its table, with what does not stand on its rows joined to them.
/// What is read is called <c>f</c> and has every column that the description names.
/// </summary>
internal static class FactSql
{
    // What a row takes over from the stage of its case, where it has no such column itself.
    private static readonly string[] s_ofCase = ["landlord_code", "stock_type", "tenure_code", "service_area_key", "property_key"];

    /// <summary>What stands after FROM.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="knownAtLoad">The last load that counts; null for the current rows.</param>
    /// <param name="parameters">The parameters of the query.</param>
    /// <param name="withBands">Whether stages are to have the bands of their residents.</param>
    internal static string From(FactTable fact, int? knownAtLoad, ParameterList parameters, bool withBands = false) => fact.Link switch
    {
        FactLink.Own when withBands => $"({ResidentSql.OfStages(knownAtLoad, parameters)}) AS f",
        FactLink.YearEnd => $"({ResidentSql.AtYearEnds(knownAtLoad, parameters)}) AS f",
        FactLink.Own when fact.FirstOf.Count == 0 => $"{fact.Table} AS f",
        FactLink.Own => $"(SELECT {Columns(fact)} FROM {fact.Table} AS a) AS f",
        FactLink.Case => $"({OfCase(fact, knownAtLoad, parameters)}) AS f",
        FactLink.Determination => $"({OfDetermination(fact, knownAtLoad, parameters)}) AS f",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Link, "Not a link."),
    };

    // One stage a row, so that no row is counted twice; a row whose case is not loaded stays, of no landlord that is known.
    private static string OfCase(FactTable fact, int? knownAtLoad, ParameterList parameters)
    {
        List<string> taken = [.. s_ofCase.Concat(fact.HasCategory ? [] : ["category_key"])];
        string given = fact.NamesStage ? "CASE WHEN s.stage = a.stage THEN 0 ELSE 1 END, " : "";
        return $"""

            SELECT * FROM (
              SELECT
                {Columns(fact)},
                {string.Join(", ", taken.Select(column => $"{OrNone(column)} AS {column}"))},
                ROW_NUMBER() OVER (PARTITION BY a.{fact.Name}_key ORDER BY {given}s.stage DESC) AS nearest
              FROM {fact.Table} AS a
              LEFT JOIN fact_stage AS s ON s.source_system = a.source_system
                AND s.case_reference = a.case_reference
                AND {ScopeRenderer.Version("s", knownAtLoad, parameters)}
              WHERE {ScopeRenderer.Version("a", knownAtLoad, parameters)}
            ) AS staged
            WHERE nearest = 1

            """.ReplaceLineEndings("\n");
    }

    private static string OfDetermination(FactTable fact, int? knownAtLoad, ParameterList parameters) => $"""

            SELECT {Columns(fact)}
            FROM (
              SELECT o.*, d.determined_on
              FROM {fact.Table} AS o
              LEFT JOIN (
                SELECT n.ombudsman_reference, n.landlord_code, MIN(n.determined_on) AS determined_on
                FROM fact_finding AS n
                WHERE {ScopeRenderer.Version("n", knownAtLoad, parameters)}
                GROUP BY n.ombudsman_reference, n.landlord_code
              ) AS d ON d.ombudsman_reference = o.ombudsman_reference AND d.landlord_code = o.landlord_code
            ) AS a

            """.ReplaceLineEndings("\n");

    private static string Columns(FactTable fact) => string.Join(
        ", ",
        fact.FirstOf
            .Select(made => $"COALESCE({string.Join(", ", made.Value.Select(column => $"a.{column}"))}) AS {made.Key}")
            .Prepend("a.*"));

    private static string OrNone(string column) => column switch
    {
        "landlord_code" or "stock_type" => $"COALESCE(s.{column}, '')",
        "tenure_code" => "s.tenure_code",
        _ => $"COALESCE(s.{column}, 0)",
    };
}
