using Complaints.Measures.Planning;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders the complaints whose home the register told anew in a row that is held back. They keep the landlord and the stock type of the
/// home as it was loaded before, and could be of the landlord that the row names, or of anybody where it names none that is known.
/// </summary>
/// <remarks>
/// Common table <c>register_doubt</c>: entry of the quarantine × rule × landlord code (empty: any) × day of a complaint. A row of a home
/// of which nothing was loaded is not in it: complaints of that home wait for a landlord themselves.
/// </remarks>
internal static class RegisterDoubtSql
{
    /// <summary>Targets whose rows tell of homes, not of complaints.</summary>
    internal static readonly string[] Targets = ["property", "property_reference"];

    internal static string Render(RowConditions rows, ParameterList parameters, IEnumerable<string> open, ISqlDialect dialect)
    {
        string held = string.Join(" AND ", open);
        string known = ScopeRenderer.Version("known", rows.KnownAtLoad, parameters);
        string fact = ScopeRenderer.Version("f", rows.KnownAtLoad, parameters);
        return $"""
            told_anew AS (
              SELECT q.quarantine_id, q.rule_id, home.property_id
              FROM load_quarantine AS q
              JOIN dim_property AS home ON home.allocator = q.source_system AND {dialect.KeyPart("home.property_reference")} = q.row_key
              WHERE q.target = {parameters.Add(Targets[0])} AND home.property_id <> 0 AND {held}
              UNION
              SELECT q.quarantine_id, q.rule_id, known.property_id
              FROM load_quarantine AS q
              JOIN property_reference AS known ON known.source_system = q.source_system
                AND {dialect.KeyPart("known.identifier")} = q.row_key
                AND {known}
              WHERE q.target = {parameters.Add(Targets[1])} AND known.property_id <> 0 AND {held}
            ),
            leaning AS (
              SELECT DISTINCT told_anew.quarantine_id, told_anew.rule_id, f.landlord_code, f.received_on AS event_date
              FROM told_anew
              JOIN fact_stage AS f ON f.property_id = told_anew.property_id
              WHERE {fact}
            ),
            register_doubt AS (
              SELECT leaning.quarantine_id, leaning.rule_id, leaning.landlord_code, leaning.event_date
              FROM leaning
              WHERE leaning.quarantine_id IN (SELECT c.quarantine_id FROM worklist_candidate AS c)
              UNION
              SELECT leaning.quarantine_id, leaning.rule_id, COALESCE(c.landlord_code, ''), leaning.event_date
              FROM leaning
              LEFT JOIN worklist_candidate AS c ON c.quarantine_id = leaning.quarantine_id
            )
            """;
    }
}
