using Complaints.Domain.Code;
using Complaints.Measures.Explaining;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Bridging;

/// <summary>
/// From all that landlords' systems hold of some days to the population of the regulator's return, as counts that add up: each step's
/// remainder is the one before less what it leaves out.
/// </summary>
public sealed record Bridge
{
    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>First day whose complaints count; null: as far back as the records go.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day; null: up to <see cref="AsAt"/>.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>The landlords and stock types that were asked for.</summary>
    public required IReadOnlyList<QueryFilter> Filters { get; init; }

    /// <summary>The systems that hold complaints or contacts of the landlords asked for, in order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Contacts that they hold of these days: what is no complaint.</summary>
    public required long Contacts { get; init; }

    /// <summary>Stages of complaints that they hold of these days.</summary>
    public required long Stages { get; init; }

    /// <summary>
    /// Rows held back that could be the landlords' and of these days; a row of a whole complaint can hold both of its stages.
    /// </summary>
    public required long RowsHeldBack { get; init; }

    /// <summary>What it begins with: all three together.</summary>
    public long All => Contacts + Stages + RowsHeldBack;

    /// <summary>What is left out, in order.</summary>
    public required IReadOnlyList<BridgeStep> Steps { get; init; }

    /// <summary>What is reached: the complaints made, and CH01's numerator where the days are of one year of the return.</summary>
    public required IReadOnlyList<FunnelStop> Stops { get; init; }

    /// <summary>What a reader must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The day as at which it stands; null when nothing was ever loaded.</summary>
    public required DateOnly? AsAt { get; init; }

    /// <summary>The last load that it knows of.</summary>
    public required int KnownAtLoad { get; init; }
}

/// <summary>One thing that is left out.</summary>
/// <param name="Reason">Its id: a rule of the quarantine, a kind of contact, a reason of the population rule …</param>
/// <param name="LeavesOut">What is left out, in words.</param>
/// <param name="Rule">The rule, paragraph or field by which it is.</param>
/// <param name="LeftOut">How many of those that were left.</param>
/// <param name="Remaining">How many remain.</param>
public sealed record BridgeStep(string Reason, string LeavesOut, string Rule, long LeftOut, long Remaining);
