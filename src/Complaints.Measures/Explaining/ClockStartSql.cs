using Complaints.Domain.Code;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Rendering;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Explaining;

/// <summary>
/// Renders the question from what the clocks of a figure's complaints ran, as they are stored: by them the figure counts.
/// </summary>
/// <remarks>
/// Result: version of the Code, what it starts the clock from, how the clock did start (a word of <see cref="ClockOrigin"/>), source,
/// complaints of them.
/// </remarks>
internal static class ClockStartSql
{
    /// <summary>The word by which the warehouse calls a start.</summary>
    internal static string Word(ClockStart start) => start switch
    {
        ClockStart.Received => "received",
        ClockStart.Logged => "logged",
        ClockStart.Acknowledged => "acknowledged",
        _ => throw new ArgumentOutOfRangeException(nameof(start), start, "Not a start of the clock."),
    };

    /// <summary>The word by which a result calls the way in which a clock began.</summary>
    internal static string Word(ClockOrigin origin) => origin switch
    {
        ClockOrigin.Asked => "asked",
        ClockOrigin.NotRecorded => "not_recorded",
        ClockOrigin.AfterAnswer => "after_answer",
        ClockOrigin.NoClock => "no_clock",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Not a beginning of the clock."),
    };

    internal static SqlQuery Render(RowConditions rows, DateRole role, Condition which, ISqlDialect dialect)
    {
        var parameters = new ParameterList(dialect);
        var conditions = new ConditionRenderer(parameters, rows, "f");
        string rule = conditions.DimensionTable("code_rule_key");
        string day = $"CASE {rule}.clock_start WHEN {parameters.Add(Word(ClockStart.Acknowledged))} THEN f.acknowledged_on "
            + $"WHEN {parameters.Add(Word(ClockStart.Logged))} THEN f.logged_on ELSE f.received_on END";
        string start = $"CASE WHEN f.clock_started_on IS NULL THEN {parameters.Add(Word(ClockOrigin.NoClock))} "
            + $"WHEN {day} IS NULL THEN {parameters.Add(Word(ClockOrigin.NotRecorded))} "
            + $"WHEN f.clock_started_on = {day} THEN {parameters.Add(Word(ClockOrigin.Asked))} "
            + $"ELSE {parameters.Add(Word(ClockOrigin.AfterAnswer))} END";
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Days($"f.{FactTables.Stage.Day(role)}", rows, parameters),
            .. ScopeRenderer.Landlords("f", rows, parameters),
            .. ScopeRenderer.Filters(rows, parameters, conditions),
            $"({conditions.Render(which)})",
        ]);
        return new SqlQuery(
            $"  SELECT {rule}.rule_id, {rule}.clock_start, {start} AS started_from, f.source_system, COUNT(*) AS complaints\n"
                + $"  FROM fact_stage AS f{SqlText.Joins(conditions.Joins)}{where}\n"
                + $"  GROUP BY {rule}.rule_id, {rule}.clock_start, {start}, f.source_system",
            parameters.Values);
    }
}
