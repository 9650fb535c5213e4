namespace Complaints.Etl.Rsh;

/// <summary>A landlord as the workbook describes it, with the two spellings that changed between years made one.</summary>
/// <param name="Code">The regulator's code, such as <c>LH3827</c> or <c>00BK</c>.</param>
/// <param name="Name">The name as printed.</param>
/// <param name="LandlordType">
/// <c>PRP</c> or <c>LA</c>; the 2023/24 workbook's <c>LARP</c> is <c>LA</c> in 2024/25 (docs/domain.md §5.1).
/// </param>
/// <param name="SizeBand">
/// <c>&lt;5,000</c>, <c>5,000-40,000</c> or <c>&gt;40,000</c>; printed <c>&gt;40000</c> in 2023/24. Empty when not given.
/// </param>
/// <param name="Region">Predominant region; empty when not given.</param>
public sealed record RshLandlord(string Code, string Name, string LandlordType, string SizeBand, string Region)
{
    internal static RshLandlord From(string code, string name, string type, string size, string region) => new(
        code,
        name,
        type == "LARP" ? "LA" : type,
        size == ">40000" ? ">40,000" : size,
        region);
}
