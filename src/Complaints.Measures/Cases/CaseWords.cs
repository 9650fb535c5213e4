namespace Complaints.Measures.Cases;

/// <summary>The words of case lists on the command line and in JSON: one list, so that they cannot differ.</summary>
public static class CaseWords
{
    /// <summary>Words of <see cref="CasePart"/>.</summary>
    public static IReadOnlyDictionary<string, CasePart> Parts { get; } = new Dictionary<string, CasePart>(StringComparer.Ordinal)
    {
        ["numerator"] = CasePart.Numerator,
        ["denominator"] = CasePart.Denominator,
        ["open"] = CasePart.Open,
        ["excluded"] = CasePart.Excluded,
    };

    /// <summary>Words of <see cref="ClockState"/>.</summary>
    public static IReadOnlyDictionary<string, ClockState> States { get; } = new Dictionary<string, ClockState>(StringComparer.Ordinal)
    {
        ["open"] = ClockState.Open,
        ["overdue"] = ClockState.Overdue,
        ["in_time"] = ClockState.InTime,
        ["late"] = ClockState.Late,
    };
}
