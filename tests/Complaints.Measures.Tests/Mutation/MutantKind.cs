namespace Complaints.Measures.Tests.Mutation;

/// <summary>Which part of a definition was changed: the columns of the table that is printed.</summary>
internal enum MutantKind
{
    /// <summary>What stands above the line.</summary>
    Numerator,

    /// <summary>What stands below.</summary>
    Denominator,

    /// <summary>The day that puts a row into the period.</summary>
    DateRole,

    /// <summary>Which rows are meant.</summary>
    Population,

    /// <summary>From when to when the clock runs, and in which days it counts.</summary>
    Clock,
}
