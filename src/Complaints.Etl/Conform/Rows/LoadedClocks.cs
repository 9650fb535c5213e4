using Complaints.Domain.Code;

namespace Complaints.Etl.Conform.Rows;

/// <summary>From what the clocks of a file's stages ran.</summary>
/// <param name="Rule">The version of the Code, such as "code-2022".</param>
/// <param name="Stage">The stage.</param>
/// <param name="Origin">Whether from what the version asks for.</param>
/// <param name="Start">From what, in words: "receipt, as no day of logging is recorded".</param>
/// <param name="Stages">How many stages.</param>
public sealed record LoadedClocks(string Rule, Stage Stage, ClockOrigin Origin, string Start, long Stages);
