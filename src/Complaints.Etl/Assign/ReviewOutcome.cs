namespace Complaints.Etl.Assign;

/// <summary>What became of the lines of a reviewed file in a load.</summary>
/// <param name="FileName">The file, without folder.</param>
/// <param name="Used">Lines by which a row was matched.</param>
/// <param name="Undecided">Lines that nobody has decided on.</param>
/// <param name="NotUsed">The other lines, each with the reason.</param>
/// <param name="UsedInPart">Of the lines used, those that had no effect on another row, each with the first such row and the reason.</param>
public sealed record ReviewOutcome(
    string FileName, int Used, int Undecided, IReadOnlyList<ReviewedLine> NotUsed, IReadOnlyList<ReviewedLine> UsedInPart);

/// <summary>A line of a reviewed file that had no effect, or not on every row.</summary>
/// <param name="Line">The line of the reviewed file.</param>
/// <param name="Identifier">The identifier it decides on.</param>
/// <param name="Why">Why it had no effect.</param>
public sealed record ReviewedLine(long Line, string Identifier, string Why);
