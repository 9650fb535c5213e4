namespace Complaints.Measures.Figures;

/// <summary>From what the clocks of some complaints ran.</summary>
/// <param name="Rule">The version of the Code.</param>
/// <param name="Start">From what, and where that is not what the version asks for, why: "receipt, no day of logging is recorded".</param>
/// <param name="Complaints">How many.</param>
/// <param name="FellBack">Whether it is not what the version asks for.</param>
/// <param name="MissingIn">
/// Sources that record the day which the version asks for of none of these complaints: the column is missing there.
/// </param>
public sealed record ClockStartCount(string Rule, string Start, long Complaints, bool FellBack, IReadOnlyList<string> MissingIn);

/// <summary>From what the clocks of the complaints of a measure ran, over all groups of an answer.</summary>
/// <param name="Measure">Id of the measure; one that no due day decides has none.</param>
/// <param name="Starts">The counts, by version of the Code.</param>
public sealed record MeasureClocks(string Measure, IReadOnlyList<ClockStartCount> Starts);
