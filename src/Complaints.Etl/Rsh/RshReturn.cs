using Complaints.Domain.Homes;
using Complaints.Domain.Time;

namespace Complaints.Etl.Rsh;

/// <summary>CH01 and CH02 of one stage as one landlord returned them for one stock type (fields of domain.md §1.1).</summary>
/// <param name="Ch01">Complaints made per 1,000 homes, as printed.</param>
/// <param name="Made">CH01 numerator: complaints made in the reporting year.</param>
/// <param name="Homes">CH01 denominator: homes owned at year end.</param>
/// <param name="Ch02">Per cent answered within the Code's timescale, as printed.</param>
/// <param name="InTime">CH02 numerator: answered in time, extensions included.</param>
/// <param name="Ch02Base">CH02 denominator; from 2024/25 equal to <paramref name="Made"/>.</param>
/// <param name="InTimeStandard">Answered in time without the extension; null before 2024/25.</param>
/// <param name="InTimeExtension">Answered in time with the extension; null before 2024/25.</param>
public sealed record RshStageFigures(
    RshCell Ch01,
    RshCell Made,
    RshCell Homes,
    RshCell Ch02,
    RshCell InTime,
    RshCell Ch02Base,
    RshCell? InTimeStandard,
    RshCell? InTimeExtension)
{
    /// <summary>Whether the landlord returned anything for this stage and stock type.</summary>
    public bool IsReported => Made.Number is not null || Homes.Number is not null || InTime.Number is not null || Ch02Base.Number is not null;

    internal IEnumerable<RshCell> Cells()
    {
        yield return Ch01;
        yield return Made;
        yield return Homes;
        yield return Ch02;
        yield return InTime;
        yield return Ch02Base;
        if (InTimeStandard is not null)
        {
            yield return InTimeStandard;
        }

        if (InTimeExtension is not null)
        {
            yield return InTimeExtension;
        }
    }
}

/// <summary>The complaint figures of one landlord for one stock type: one row and one section of the management information sheet.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="StockType">The section of the return.</param>
/// <param name="Stage1">Stage 1 figures.</param>
/// <param name="Stage2">Stage 2 figures.</param>
/// <param name="Row">The sheet's row, from 1.</param>
public sealed record RshReturn(RshLandlord Landlord, PublishedStockType StockType, RshStageFigures Stage1, RshStageFigures Stage2, int Row)
{
    /// <summary>Whether the landlord returned any complaint figure for this stock type.</summary>
    public bool IsReported => Stage1.IsReported || Stage2.IsReported;
}

/// <summary>TP09 of one landlord for one stock type: satisfaction with complaint handling among those who say they complained (domain.md §1.5).</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="StockType">The sheet it stands in.</param>
/// <param name="Value">Per cent satisfied, as printed.</param>
/// <param name="Answers">Very satisfied, fairly satisfied, neither, fairly dissatisfied, very dissatisfied; weighted counts can be fractional.</param>
/// <param name="Row">The sheet's row, from 1.</param>
public sealed record RshTp09(RshLandlord Landlord, PublishedStockType StockType, RshCell Value, IReadOnlyList<RshCell> Answers, int Row)
{
    /// <summary>Very and fairly satisfied; null when an answer is missing.</summary>
    public decimal? Satisfied => Answers[0].Number + Answers[1].Number;

    /// <summary>All five answers, the denominator of TP09; null when an answer is missing. Not the number who say they complained: answers are missing there.</summary>
    public decimal? Answered => Answers.Aggregate((decimal?)0m, (sum, answer) => sum + answer.Number);
}

/// <summary>A landlord as the workbook describes it, with the two spellings that changed between years made one.</summary>
/// <param name="Code">The regulator's code, such as <c>LH3827</c> or <c>00BK</c>.</param>
/// <param name="Name">The name as printed.</param>
/// <param name="LandlordType"><c>PRP</c> or <c>LA</c>; the 2023/24 workbook's <c>LARP</c> is <c>LA</c> in 2024/25 (domain.md §4.1 [F]).</param>
/// <param name="SizeBand"><c>&lt;5,000</c>, <c>5,000-40,000</c> or <c>&gt;40,000</c>; printed <c>&gt;40000</c> in 2023/24. Empty when not given.</param>
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

/// <summary>One figure the regulator published: landlord × stock type × measure.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="StockType">The section of the return.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="MeasureId">The measure's id, such as <c>ch01_stage1</c>.</param>
/// <param name="Numerator">Null where the cell holds a placeholder.</param>
/// <param name="Denominator">Null where the cell holds a placeholder; can be 0.</param>
/// <param name="NumeratorCell">The address of the numerator, or of its first part.</param>
/// <param name="Printed">The value as printed; for the split by extension, which has no value of its own, the count.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The sheet's row, from 1.</param>
/// <param name="Unreadable">A cell of this figure that is neither a number nor a placeholder; null when all can be read.</param>
public sealed record RshPublishedFigure(
    RshLandlord Landlord,
    PublishedStockType StockType,
    ReportingYear Year,
    string MeasureId,
    decimal? Numerator,
    decimal? Denominator,
    string NumeratorCell,
    RshCell Printed,
    string Sheet,
    int Row,
    RshCell? Unreadable);

/// <summary>What the regulator prints in a numeric cell instead of a number (notes of the management information sheets, domain.md §1.1 [F]).</summary>
public enum RshPlaceholder
{
    /// <summary><c>[X]</c>: the landlord left the question blank.</summary>
    LeftBlank,

    /// <summary><c>[Z]</c>: a response was not required.</summary>
    NotRequired,

    /// <summary><c>[E]</c>: the regulator excluded the data.</summary>
    Excluded,

    /// <summary><c>[U]</c>: the calculated value is undefined because its denominator is 0.</summary>
    Undefined,

    /// <summary><c>[S]</c>: suppressed, a collection method with fewer than 50 surveys.</summary>
    Suppressed,
}
