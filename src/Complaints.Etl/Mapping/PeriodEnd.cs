namespace Complaints.Etl.Mapping;

/// <summary>What a source's <c>valid_to</c> means.</summary>
public enum PeriodEnd
{
    /// <summary>The first day on which it is no longer valid; what the warehouse keeps.</summary>
    Exclusive = 1,

    /// <summary>The last day on which it is valid, as registers usually write it.</summary>
    Inclusive,
}
