using Complaints.Domain.Homes;
using Complaints.Etl.Rsh;

namespace Complaints.Etl.Tests.Rsh;

/// <summary>
/// The sector's quartiles recomputed from the regulator's numerators and denominators equal those of docs/domain.md §5.1, which were
/// computed by other means. "Zeros kept" keeps landlords whose numerator is 0; a landlord whose denominator is 0 has no value and is in
/// neither population (the regulator printed 0 for it in 2023/24, [U] later).
/// </summary>
public class PublishedComparatorTests
{
    [Fact]
    public async Task LCRA_medians_of_2023_24_with_zero_values_dropped_are_those_of_the_sector()
    {
        Assert.Equal([42.5m, 5.7m, 82.3m, 83.6m], (await Medians(2023, PublishedStockType.Lcra, dropZeros: true)));
    }

    [Fact]
    public async Task LCRA_medians_of_2023_24_with_zero_values_kept_are_those_of_the_sector()
    {
        Assert.Equal([42.5m, 5.6m, 82.3m, 83.3m], (await Medians(2023, PublishedStockType.Lcra, dropZeros: false)));
    }

    [Theory]
    [InlineData(2023, "ch01_stage1", 24.4, 42.5, 65.1, 354)]
    [InlineData(2023, "ch01_stage2", 3.1, 5.6, 9.9, 353)]
    [InlineData(2023, "ch02_stage1", 64.6, 82.3, 92.9, 353)]
    [InlineData(2023, "ch02_stage2", 63.7, 83.3, 97.7, 350)]
    [InlineData(2023, "tp09", 27.5, 34.5, 41.1, 355)]
    [InlineData(2024, "ch01_stage1", 34.3, 53.9, 72.6, 354)]
    [InlineData(2024, "ch01_stage2", 5.2, 8.3, 13.6, 354)]
    [InlineData(2024, "ch02_stage1", 72.6, 89.9, 96.7, 353)]
    [InlineData(2024, "ch02_stage2", 70.0, 88.9, 100, 354)]
    [InlineData(2024, "tp09", 29.6, 35.5, 42.1, 352)]
    public async Task LCRA_quartiles_are_those_of_the_sector(int year, string measure, decimal q1, decimal median, decimal q3, int n)
    {
        List<decimal> values = await Values(year, PublishedStockType.Lcra, measure);
        Assert.Equal(n, values.Count);
        Assert.Equal((q1, median, q3), (Quantile(values, 1), Quantile(values, 2), Quantile(values, 3)));
    }

    [Theory]
    [InlineData(2023, 35.2, 8.2, 73.2, 78.6)]
    [InlineData(2024, 40.1, 10.9, 86.5, 86.4)]
    public async Task LCHO_medians_are_those_of_the_sector(int year, decimal ch01One, decimal ch01Two, decimal ch02One, decimal ch02Two)
    {
        Assert.Equal([ch01One, ch01Two, ch02One, ch02Two], await Medians(year, PublishedStockType.Lcho, dropZeros: false));
    }

    private static async Task<decimal[]> Medians(int year, PublishedStockType stockType, bool dropZeros)
    {
        decimal[] medians = new decimal[4];
        string[] measures = ["ch01_stage1", "ch01_stage2", "ch02_stage1", "ch02_stage2"];
        for (int i = 0; i < measures.Length; i++)
        {
            List<decimal> values = await Values(year, stockType, measures[i]);
            medians[i] = Quantile([.. values.Where(value => !dropZeros || value != 0)], 2);
        }

        return medians;
    }

    private static async Task<List<decimal>> Values(int year, PublishedStockType stockType, string measure)
    {
        RshWorkbook workbook = year == 2023 ? await ReferenceData.Year2023() : await ReferenceData.Year2024();
        List<decimal> values = [];
        foreach (RshPublishedFigure figure in RshPublishedMeasures.Figures(workbook).Where(
            f => f.MeasureId == measure && f.StockType == stockType))
        {
            if (figure.Numerator is decimal numerator && figure.Denominator is decimal denominator && denominator != 0)
            {
                values.Add(numerator * (measure.StartsWith("ch01", StringComparison.Ordinal) ? 1000 : 100) / denominator);
            }
        }

        return values;
    }

    // Inclusive interpolation, written apart from the domain's own.
    private static decimal Quantile(List<decimal> values, int quarter)
    {
        values.Sort();
        decimal place = (values.Count - 1) * quarter / 4m;
        int below = (int)decimal.Floor(place);
        decimal above = values[Math.Min(below + 1, values.Count - 1)];
        decimal value = values[below] + ((above - values[below]) * (place - below));
        return Math.Round(value, 1, MidpointRounding.AwayFromZero);
    }
}
