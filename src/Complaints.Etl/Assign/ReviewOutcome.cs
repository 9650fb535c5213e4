using Complaints.Etl.Mapping;
using Complaints.Etl.Mapping.Json;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>What became of the lines of a reviewed file in a load.</summary>
/// <param name="FileName">The file, without folder.</param>
/// <param name="Used">Lines by which a row was matched.</param>
/// <param name="Undecided">Lines that nobody has decided on.</param>
/// <param name="NotUsed">The other lines, each with the reason.</param>
/// <param name="UsedInPart">
/// Of the lines used, those that had no effect on another row, each with the first such row and the reason.
/// </param>
public sealed record ReviewOutcome(
    string FileName, int Used, int Undecided, IReadOnlyList<ReviewedLine> NotUsed, IReadOnlyList<ReviewedLine> UsedInPart);
