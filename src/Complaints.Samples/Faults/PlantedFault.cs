using System.Text.Json.Serialization;
using Complaints.Samples.Files;

namespace Complaints.Samples.Faults;

/// <summary>A fault in a generated file, as the answer key lists it. Nothing else is wrong with its row.</summary>
/// <param name="Fault">Id of the kind of fault.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; the header is line 1.</param>
/// <param name="Key">The row's key as it stands in the file: case ID, property reference …; can be empty.</param>
/// <param name="Column">The column, or null where the row as a whole is meant.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Outcome">What a load must do.</param>
/// <param name="Rule">The rule id under which it must do it.</param>
public sealed record PlantedFault(
    string Fault, string File, long Line, string Key, string? Column, string? Value, FaultOutcome Outcome, string Rule);
