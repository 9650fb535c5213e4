using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Etl.Rsh;

namespace Complaints.Etl.Tests.Rsh;

/// <summary>
/// Every value of CH01, CH02 and TP09 that the regulator printed is recomputed from the return's own numbers. 2023/24 prints LCRA values
/// and TP09 unrounded, CH01 and CH02 of LCHO and of both together as whole numbers, and 0 where there is nothing to divide by; 2024/25
/// prints one decimal place, and [U] there (docs/domain.md §2.5, §2.6).
/// </summary>
public sealed class RecomputedValueTests
{
    private static readonly string[] s_roundedAnswers =
    [
        "LiveWest Homes Limited", "Peabody Trust", "Thames Valley Housing Association Limited", "The Riverside Group Limited",
        "GreenSquareAccord Limited", "Bromford Housing Group Limited", "Paragon Asra Housing Limited",
    ];

    [Theory]
    [InlineData(2023, "ch01", 825, 1)]
    [InlineData(2023, "ch02", 816, 8)]
    [InlineData(2023, "tp09", 406, 0)]
    [InlineData(2024, "ch01", 830, 0)]
    [InlineData(2024, "ch02", 829, 0)]
    [InlineData(2024, "tp09", 413, 0)]
    public async Task Every_printed_value_follows_from_its_numerator_and_denominator(
        int year, string measure, int values, int withoutDenominator)
    {
        RshWorkbook workbook = year == 2023 ? await ReferenceData.Year2023() : await ReferenceData.Year2024();
        (int Values, int Without) found = (0, 0);
        foreach (RshPublishedFigure figure in RshPublishedMeasures.Figures(workbook).Where(figure => IsOf(figure, measure)))
        {
            if (figure is not { Numerator: decimal above, Denominator: decimal below, Printed.Number: decimal printed })
            {
                continue;
            }

            string where = $"{figure.Landlord.Name}, {figure.StockType}, {figure.MeasureId}: {figure.Printed.Printed} of {above}/{below}";
            if (below == 0)
            {
                Assert.True(printed == 0, where);
                found.Without++;
            }
            else if (!HasRoundedAnswers(figure))
            {
                int? places = year == 2024 ? 1 : measure == "tp09" || figure.StockType == PublishedStockType.Lcra ? null : 0;
                Assert.True(Follows(printed, new Rate(above, below), measure == "ch01" ? 1000 : 100, places), where);
                found.Values++;
            }
        }

        Assert.Equal((values, withoutDenominator), found);
    }

    [Fact]
    public async Task Of_seven_landlords_weighted_answers_are_printed_as_whole_numbers_and_their_value_is_near()
    {
        List<RshPublishedFigure> rounded =
            [.. RshPublishedMeasures.Figures(await ReferenceData.Year2023()).Where(HasRoundedAnswers)];
        Assert.Equal(s_roundedAnswers.Order(), rounded.Select(figure => figure.Landlord.Name).Order());
        // Two answers above the line and five below, each half a respondent off at most.
        Assert.All(rounded, figure => Assert.InRange(
            figure.Printed.Number!.Value,
            (figure.Numerator!.Value - 1) * 100 / (figure.Denominator!.Value + 2.5m),
            (figure.Numerator.Value + 1) * 100 / (figure.Denominator.Value - 2.5m)));
    }

    private static bool HasRoundedAnswers(RshPublishedFigure figure) => figure.MeasureId == "tp09"
        && figure is { StockType: PublishedStockType.Lcho, Year.StartYear: 2023 }
        && s_roundedAnswers.Contains(figure.Landlord.Name);

    // The split by extension has no printed value of its own.
    private static bool IsOf(RshPublishedFigure figure, string measure) =>
        figure.MeasureId == measure || figure.MeasureId == $"{measure}_stage1" || figure.MeasureId == $"{measure}_stage2";

    // A double has some sixteen digits.
    private static bool Follows(decimal printed, Rate rate, int factor, int? places) => places is int rounded
        ? printed == rate.Round(RoundingMode.HalfUp, rounded, factor)
        : Math.Abs(printed - rate.Times(factor)!.Value) <= 1e-12m * Math.Max(1m, printed);
}
