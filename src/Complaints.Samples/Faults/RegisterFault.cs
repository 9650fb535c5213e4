namespace Complaints.Samples.Faults;

/// <summary>A kind of fault of a row of the council's register.</summary>
internal sealed record RegisterFault(string Id, FaultOutcome Outcome, string Rule, string? Column, int At)
{
    /// <summary>Whether the row at fault follows a sound one.</summary>
    public bool ExtraRow { get; init; }

    public required Action<string?[]> Change { get; init; }

    public string? Value(string?[] cells) => Column is null ? null : cells[At];
}
