using Complaints.Domain.Code;

namespace Complaints.Measures.Cases;

/// <summary>The days of a stage's clock, read as at a day or as they were stored.</summary>
/// <param name="StartedOn">Day 0 of the time for the response.</param>
/// <param name="StandardDue">Last day for the response without extension.</param>
/// <param name="ExtendedDue">Last day with one that counts; null without.</param>
/// <param name="Basis">How the response stands to them.</param>
/// <param name="Faults">What is wrong with the extension that is recorded.</param>
internal sealed record CaseTimes(
    DateOnly StartedOn, DateOnly StandardDue, DateOnly? ExtendedDue, InTimeBasis Basis, ExtensionFault Faults)
{
    internal DateOnly Due => ExtendedDue > StandardDue ? ExtendedDue.Value : StandardDue;

    internal static CaseTimes Of(ClockReading reading) =>
        new(reading.ClockStartedOn, reading.StandardDue, reading.ExtendedDue, reading.Basis, reading.ExtensionFault);
}
