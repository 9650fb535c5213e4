namespace Complaints.Etl.Rsh;

/// <summary>CH01 and CH02 of one stage as one landlord returned them for one stock type (fields of docs/domain.md §2.1).</summary>
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
    public bool IsReported =>
        Made.Number is not null || Homes.Number is not null || InTime.Number is not null || Ch02Base.Number is not null;

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
