using Complaints.Samples.Agent;

namespace Complaints.Samples.Faults;

/// <summary>A kind of fault of the case system's extract.</summary>
internal sealed record CrmFault(string Id, FaultOutcome Outcome, string Rule, string? Column)
{
    public FaultForm Form { get; init; } = FaultForm.Changed;

    /// <summary>Which rows can take it, of those that have the right stage.</summary>
    public Func<CrmRow, bool> Fits { get; init; } = _ => true;

    /// <summary>Whether it is for a stage 2 row; otherwise it is for a stage 1 row without stage 2.</summary>
    public bool OfStage2 { get; init; }

    /// <summary>Whether the complaint must be the home's only one.</summary>
    public bool OnlyComplaintOfHome { get; init; }

    /// <summary>Changes the row.</summary>
    public required Action<CrmRow, FaultContext> Change { get; init; }
}
