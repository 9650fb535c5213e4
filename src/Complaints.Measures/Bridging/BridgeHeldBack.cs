using System.Data.Common;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Bridging;

/// <summary>Rows of complaints and contacts that are not loaded and could be of the landlords and days asked for.</summary>
/// <param name="Rule">The rule that holds them back.</param>
/// <param name="IsDismissed">Whether a person decided to leave them out.</param>
/// <param name="Rows">How many.</param>
internal sealed record BridgeHeldBack(string Rule, bool IsDismissed, long Rows)
{
    private static readonly string[] s_targets = ["stage", "complaint", "contact"];

    internal static async Task<IReadOnlyList<BridgeHeldBack>> ReadAsync(
        ISnapshot snapshot, ISqlDialect dialect, RowConditions rows, IReadOnlyList<string> landlords, CancellationToken ct)
    {
        var parameters = new ParameterList(dialect);
        string dismissed = $"q.status = {parameters.Add("dismissed")}";
        string within = string.Join(" AND ", ScopeRenderer.Days("q.event_date", rows, parameters));
        const string anybody = "c.landlord_code IS NULL";
        string where = SqlText.Where(
        [
            $"q.target IN {parameters.List(s_targets)}",
            .. Standing(rows.KnownAtLoad, dismissed, parameters),
            $"({QuarantineSql.Undated(parameters)} OR ({within}))",
            .. ScopeRenderer.Landlords("c", rows, parameters).Select(condition => $"({anybody} OR {condition})"),
            .. landlords.Count == 0 ? Array.Empty<string>() : [$"({anybody} OR c.landlord_code IN {parameters.List(landlords)})"],
        ]);
        string text = $"  SELECT q.rule_id, CASE WHEN {dismissed} THEN 1 ELSE 0 END AS dismissed, COUNT(DISTINCT q.quarantine_id) AS held_back\n"
            + $"  FROM load_quarantine AS q\n  LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id{where}\n"
            + $"  GROUP BY q.rule_id, CASE WHEN {dismissed} THEN 1 ELSE 0 END\n  ORDER BY q.rule_id, dismissed";
        var found = new List<BridgeHeldBack>();
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                found.Add(new BridgeHeldBack(reader.GetString(0), FieldReader.Int(reader, 1) == 1, FieldReader.Long(reader, 2)));
            }
        }

        return found;
    }

    // What was loaded later, or held back anew with other content, is counted there.
    private static IEnumerable<string> Standing(int? knownAtLoad, string dismissed, ParameterList parameters) => knownAtLoad is int load
        ?
        [
            $"q.load_id <= {parameters.Add(load)}",
            $"(q.resolved_by_load IS NULL OR q.resolved_by_load > {parameters.Add(load)} OR {dismissed})",
        ]
        : [$"(q.status = {parameters.Add("open")} OR {dismissed})"];
}
