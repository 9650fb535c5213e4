namespace Complaints.Domain.Text;

/// <summary>A row whose quotation marks cannot be meant.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="OpenLine">The line on which the mark stands that opens the cell.</param>
/// <param name="CloseLine">The line of the mark that would close it; null when there is none.</param>
/// <param name="Cells">The cells up to the end of that line, cut at every delimiter.</param>
internal sealed record BrokenRecord(long Line, long OpenLine, long? CloseLine, string[] Cells);
