using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders how a stage stands as at a day: its acknowledgement, whether its answer is overdue or extended, and whether its case went on.
/// What happened later has not happened yet.
/// </summary>
internal sealed class StageStateRenderer(ParameterList parameters, RowConditions rows, string alias)
{
    /// <summary>The name under which the second stages of cases are joined.</summary>
    internal const string Escalations = "escalations";

    private readonly ExtensionRenderer _extensions = new(parameters, rows, alias);

    private string Day => parameters.Add(rows.AsAt);

    /// <summary>Whether the acknowledgement stands in one of the ways that a test asks for.</summary>
    internal string Acknowledgement(FieldTest test)
    {
        bool negated = test.Operator is ConditionOperator.NotEqual or ConditionOperator.NotIn;
        string acknowledged = $"{alias}.acknowledged_on";
        string due = $"{alias}.acknowledge_due_on";
        string[] parts =
        [
            .. TestableFields.Acknowledgement.Values!
                .Where(word => test.Values.Contains(word) != negated)
                .Select(word => word switch
                {
                    "in_time" => $"{acknowledged} <= {Day} AND {acknowledged} <= {due}",
                    "late" => $"{acknowledged} <= {Day} AND {acknowledged} > {due}",
                    "waiting" => $"{due} IS NOT NULL AND ({acknowledged} IS NULL OR {acknowledged} > {Day})",
                    _ => $"{due} IS NULL",
                }),
        ];
        return parts.Length == 0 ? "1 = 0" : $"({string.Join(" OR ", parts.Select(part => $"({part})"))})";
    }

    /// <summary>Whether the answer is missing on the day though it was due before, with an extension that counts.</summary>
    internal string Overdue()
    {
        string extended = _extensions.DueOn();
        return $"({alias}.responded_on IS NULL OR {alias}.responded_on > {Day}) AND {alias}.standard_due_on < {Day} "
            + $"AND ({extended} IS NULL OR {extended} < {Day})";
    }

    /// <summary>Whether an extension that counts is known on the day.</summary>
    internal string Extended() => $"{_extensions.DueOn()} IS NOT NULL "
        + $"AND ({alias}.extension_agreed_on IS NULL OR {alias}.extension_agreed_on <= {Day})";

    /// <summary>The join of the second stages that cases have by the day.</summary>
    internal string EscalationJoin()
    {
        string where = string.Join(" AND ",
        [
            ScopeRenderer.Version("e", rows.KnownAtLoad, parameters),
            $"e.stage = {parameters.Add(2)}",
            $"e.status <> {parameters.Add("refused")}",
            $"e.received_on <= {Day}",
            .. ScopeRenderer.Landlords("e", rows, parameters),
        ]);
        return $"LEFT JOIN (SELECT DISTINCT e.source_system, e.case_reference FROM fact_stage AS e WHERE {where}) AS {Escalations} "
            + $"ON {Escalations}.source_system = {alias}.source_system AND {Escalations}.case_reference = {alias}.case_reference";
    }
}
