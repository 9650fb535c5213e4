namespace Complaints.Etl.History;

/// <summary>What a load changed.</summary>
public sealed record LoadChanges
{
    /// <summary>The load.</summary>
    public required PastLoad Load { get; init; }

    /// <summary>Rows that it held back, by rule, and what became of them since.</summary>
    public required IReadOnlyList<RuleCount> HeldBack { get; init; }

    /// <summary>Rows of earlier loads that it settled, by rule.</summary>
    public required IReadOnlyList<RuleCount> Settled { get; init; }

    /// <summary>Counts of homes with another number than before.</summary>
    public required IReadOnlyList<StockChange> Homes { get; init; }

    /// <summary>
    /// Records of every other kind, such as contacts, payments and homes of a register; kinds of which nothing changed are absent.
    /// </summary>
    public required IReadOnlyList<RecordChanges> Records { get; init; }

    /// <summary>Stages of complaints by what became of them: added, changed, withdrawn, closed.</summary>
    public required IReadOnlyDictionary<string, long> Stages { get; init; }

    /// <summary>Of the changed ones, how many have another value of each field.</summary>
    public required IReadOnlyDictionary<string, long> Fields { get; init; }

    /// <summary>The first of them, or those of the case that was asked for.</summary>
    public required IReadOnlyList<StageChange> Changes { get; init; }
}

/// <summary>Rows held back by a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Status">What they are now: open, replayed, superseded, dismissed.</param>
/// <param name="Rows">How many.</param>
public sealed record RuleCount(string Rule, string Status, long Rows);
