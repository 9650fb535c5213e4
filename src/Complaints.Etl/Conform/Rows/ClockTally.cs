using Complaints.Domain.Code;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Counts from what the clocks of a file's sound stages ran.</summary>
internal sealed class ClockTally
{
    private readonly Dictionary<(string Rule, Stage Stage, ClockOrigin Origin), long> _stages = [];

    internal void Add(StageRow row)
    {
        ClockStart asks = CodeRules.ById(row.CodeRuleId).Of(row.Stage).ClockStart;
        DateOnly? day = asks switch
        {
            ClockStart.Acknowledged => row.AcknowledgedOn,
            ClockStart.Logged => row.LoggedOn,
            _ => row.ReceivedOn,
        };
        ClockOrigin origin = row.ClockStartedOn is DateOnly started ? ClockOrigins.Of(day, started) : ClockOrigin.NoClock;
        (string, Stage, ClockOrigin) key = (row.CodeRuleId, row.Stage, origin);
        _stages[key] = _stages.GetValueOrDefault(key) + 1;
    }

    /// <summary>The counts, by version, stage and how the clocks began.</summary>
    internal IReadOnlyList<LoadedClocks> Counted() =>
    [
        .. _stages
            .OrderBy(of => of.Key.Rule, StringComparer.Ordinal).ThenBy(of => of.Key.Stage).ThenBy(of => of.Key.Origin)
            .Select(of => new LoadedClocks(
                of.Key.Rule,
                of.Key.Stage,
                of.Key.Origin,
                ClockOrigins.Words(CodeRules.ById(of.Key.Rule).Of(of.Key.Stage).ClockStart, of.Key.Origin),
                of.Value)),
    ];
}
