using Complaints.Samples.Agent;

namespace Complaints.Samples.Faults;

/// <summary>How a fault stands in the file.</summary>
internal enum FaultForm
{
    /// <summary>The row itself is changed.</summary>
    Changed,

    /// <summary>A changed copy follows the row, which stays as it is.</summary>
    ExtraRow,

    /// <summary>A changed copy follows the row, and both are at fault.</summary>
    Pair,

    /// <summary>The stage 1 row before it is left out.</summary>
    WithoutStage1,
}

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

/// <summary>What a fault may need to know.</summary>
/// <param name="ExtractDate">The data cut-off.</param>
/// <param name="Number">The fault's running number.</param>
/// <param name="PartnerHome">A home that is the other landlord's throughout.</param>
internal sealed record FaultContext(DateOnly ExtractDate, int Number, AgentHome PartnerHome);
