using Complaints.Measures.Figures;

namespace Complaints.Measures.Comparing;

/// <summary>What a figure is compared with: the same measure of the same group over other days.</summary>
public sealed record ComparedFigure
{
    /// <summary>With what.</summary>
    public required ComparisonKind With { get; init; }

    /// <summary>The first day that counts.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day that counts.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The day as at which it stands; null where there is none to compare with.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>What stands above the line; null where there is none to compare with, or it is not shown.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>What stands below; null also for a count.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The value to 28 digits, in the measure's unit.</summary>
    public decimal? Value { get; init; }

    /// <summary>The value as printed; empty where there is none to compare with.</summary>
    public string Display { get; init; } = "";

    /// <summary>Whether there is a value.</summary>
    public CellState State { get; init; } = CellState.Undefined;

    /// <summary>Whether rows held back could belong to it, or homes or complaints of it are missing.</summary>
    public bool Incomplete { get; init; }

    /// <summary>
    /// The month in which the complaints begin that are known of its landlord, or of all, where that is after its first day: it covers less
    /// than its days.
    /// </summary>
    public DateOnly? RecordsBegin { get; init; }

    /// <summary>
    /// The figure less this one, in the measure's unit (of shares: percentage points), rounded once from numerators and denominators to the
    /// measure's decimal places, a half away from zero; null where either has no value, and for days that hold the figure's own.
    /// </summary>
    public decimal? Change { get; init; }

    /// <summary>The change as printed, with its sign; empty where there is none.</summary>
    public string ChangeDisplay { get; init; } = "";

    /// <summary>The change in per cent of this one, to one place; null of shares, of nothing, and where there is no change.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>Why there is none to compare with; empty where there is.</summary>
    public string WhyNot { get; init; } = "";
}
