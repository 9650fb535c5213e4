namespace Complaints.Learning.Bench;

/// <summary>What the time keys of a table are.</summary>
internal enum TimeKind
{
    /// <summary>Whole numbers that only have an order.</summary>
    Number,

    /// <summary>Months, as yyyyMM.</summary>
    Month,

    /// <summary>Days, as yyyyMMdd.</summary>
    Day,
}
