using Complaints.Measures.Planning;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders the complaints whose home could be another: a register told it anew in a row that is held back, or a home that is held back
/// could be reached as theirs was, by its identifier or its UPRN. They keep the landlord and the stock type of the home as it was loaded,
/// and could be of the landlord that the row names, or of anybody where it names none that is known.
/// </summary>
/// <remarks>
/// Common table <c>register_doubt</c>: entry of the quarantine × rule × landlord code (empty: any) × day of a complaint. A row of a home
/// to which nothing that was loaded leads is not in it: complaints of that home wait for a landlord themselves. What a row says holds from
/// its first day on, until another row of the same load says whose the home is.
/// </remarks>
internal static class RegisterDoubtSql
{
    private const string Homes = "property";
    private const string References = "property_reference";

    internal static string Render(RowConditions rows, ParameterList parameters, IEnumerable<string> open, ISqlDialect dialect)
    {
        string held = string.Join(" AND ", open);
        string known = ScopeRenderer.Version("known", rows.KnownAtLoad, parameters);
        string fact = ScopeRenderer.Version("f", rows.KnownAtLoad, parameters);
        string named = ScopeRenderer.Version("named", rows.KnownAtLoad, parameters);
        string form = dialect.IdentifierForm("home.property_reference");
        return $"""
            lead AS (
              SELECT q.rule_id, way.*
              FROM load_quarantine AS q
              JOIN held_back_lead AS way ON way.quarantine_id = q.quarantine_id
              WHERE q.target IN {parameters.List(new[] { Homes, References })} AND {held}
            ),
            told_anew AS (
              SELECT lead.quarantine_id, home.property_id, 0 AS loosely
              FROM lead
              JOIN dim_property AS home ON home.allocator = lead.allocator AND home.property_reference = lead.identifier
              UNION
              SELECT lead.quarantine_id, home.property_id, 1
              FROM lead
              JOIN dim_property AS home ON home.allocator = lead.allocator AND {form} = lead.identifier_normalised
              UNION
              SELECT lead.quarantine_id, home.property_id, 0
              FROM lead
              JOIN dim_property AS home ON home.uprn BETWEEN lead.uprn_from AND lead.uprn_to
              UNION
              SELECT lead.quarantine_id, home.property_id, 0
              FROM lead
              JOIN dim_property AS home ON home.allocator = lead.allocator
              WHERE lead.identifier IS NULL AND lead.uprn_from IS NULL
              UNION
              SELECT lead.quarantine_id, known.property_id, 0
              FROM lead
              JOIN property_reference AS known ON known.allocator = lead.allocator
                AND (known.identifier = lead.identifier OR (lead.identifier IS NULL AND lead.uprn_from IS NULL))
              WHERE {known}
              UNION
              SELECT lead.quarantine_id, known.property_id, 1
              FROM lead
              JOIN property_reference AS known ON known.allocator = lead.allocator
                AND known.identifier_normalised = lead.identifier_normalised
              WHERE {known}
            ),
            span AS (
              SELECT lead.quarantine_id, lead.rule_id, MAX(lead.valid_from) AS valid_from, MAX(lead.ends_on) AS ends_on
              FROM lead
              GROUP BY lead.quarantine_id, lead.rule_id
            ),
            -- Where several homes of a landlord share a UPRN or an identifier, a complaint tells the landlord and no home.
            block AS (
              SELECT told_anew.quarantine_id, home.landlord_code
              FROM told_anew
              JOIN dim_property AS home ON home.property_id = told_anew.property_id
              JOIN dim_property AS twin ON twin.uprn = home.uprn
                AND twin.landlord_code = home.landlord_code
                AND twin.property_id <> home.property_id
              UNION
              SELECT told_anew.quarantine_id, home.landlord_code
              FROM told_anew
              JOIN dim_property AS home ON home.property_id = told_anew.property_id
              JOIN property_reference AS known ON known.property_id = told_anew.property_id
              JOIN property_reference AS twin ON twin.allocator = known.allocator
                AND twin.identifier = known.identifier
                AND twin.property_id <> known.property_id
            ),
            leaning AS (
              SELECT span.quarantine_id, span.rule_id, f.landlord_code, f.received_on AS event_date
              FROM told_anew
              JOIN span ON span.quarantine_id = told_anew.quarantine_id
              JOIN fact_stage AS f ON f.property_id = told_anew.property_id
              WHERE f.property_id <> 0
                AND (told_anew.loosely = 0 OR f.assignment = 'normalised')
                AND (span.valid_from IS NULL OR f.received_on >= span.valid_from)
                AND (span.ends_on IS NULL OR f.received_on < span.ends_on)
                AND {fact}
              UNION
              SELECT span.quarantine_id, span.rule_id, f.landlord_code, f.received_on
              FROM block
              JOIN span ON span.quarantine_id = block.quarantine_id
              JOIN fact_stage AS f ON f.landlord_code = block.landlord_code
              WHERE f.property_id = 0
                AND f.assignment <> 'direct'
                AND (span.valid_from IS NULL OR f.received_on >= span.valid_from)
                AND (span.ends_on IS NULL OR f.received_on < span.ends_on)
                AND {fact}
            ),
            possible AS (
              SELECT c.quarantine_id, c.landlord_code
              FROM worklist_candidate AS c
              UNION
              SELECT lead.quarantine_id, named.landlord_code
              FROM lead
              JOIN dim_property AS named ON named.allocator = lead.property_allocator
                AND named.property_reference = lead.property_reference
              WHERE {named}
            ),
            register_doubt AS (
              SELECT leaning.quarantine_id, leaning.rule_id, leaning.landlord_code, leaning.event_date
              FROM leaning
              WHERE leaning.quarantine_id IN (SELECT possible.quarantine_id FROM possible)
              UNION
              SELECT leaning.quarantine_id, leaning.rule_id, COALESCE(possible.landlord_code, ''), leaning.event_date
              FROM leaning
              LEFT JOIN possible ON possible.quarantine_id = leaning.quarantine_id
            )
            """;
    }
}
