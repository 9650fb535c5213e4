using Complaints.Domain.Homes;

namespace Complaints.Etl.Rsh;

/// <summary>
/// TP09 of one landlord for one stock type: satisfaction with complaint handling among those who say they complained (docs/domain.md §2.7).
/// </summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="StockType">The sheet it stands in.</param>
/// <param name="Value">Per cent satisfied, as printed.</param>
/// <param name="Answers">
/// Very satisfied, fairly satisfied, neither, fairly dissatisfied, very dissatisfied; weighted counts can be fractional.
/// </param>
/// <param name="Row">The sheet's row, from 1.</param>
public sealed record RshTp09(RshLandlord Landlord, PublishedStockType StockType, RshCell Value, IReadOnlyList<RshCell> Answers, int Row)
{
    /// <summary>Very and fairly satisfied; null when an answer is missing.</summary>
    public decimal? Satisfied => Answers[0].Number + Answers[1].Number;

    /// <summary>
    /// All five answers, the denominator of TP09; null when an answer is missing. Not the number who say they complained: answers are
    /// missing there.
    /// </summary>
    public decimal? Answered => Answers.Aggregate((decimal?)0m, (sum, answer) => sum + answer.Number);
}
