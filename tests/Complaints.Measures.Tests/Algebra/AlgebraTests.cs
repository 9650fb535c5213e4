using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Facts;

namespace Complaints.Measures.Tests.Algebra;

/// <summary>
/// What must hold between figures of every measure, told from its definition: parts and totals, months and quarters and years, landlords
/// and the sector, a rate and what it is made of, a part and its complement. What does not add up is held to what does hold.
/// </summary>
public sealed class AlgebraTests(SeededRecords seeded) : IClassFixture<SeededRecords>
{
    private readonly Asking _asking = new(seeded.Store);

    public static TheoryData<string> Facts() =>
    [
        // Customers of two years are the same people: what holds of them is held by CustomerTests.
        .. FactTables.ByName.Values
            .Where(fact => fact != FactTables.Customer && MeasureCatalogue.Shipped.IdsOf(fact).Any())
            .Select(fact => fact.Name),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Parts_add_up_to_their_total_by_every_dimension(string fact)
    {
        List<MeasureDefinition> measures = [.. Of(fact).Where(measure => measure.AddsUp && !measure.DividesByHomes)];
        FigureTable total = await _asking.AnswerAsync(measures);
        foreach (Dimension dimension in Dimensions.All.Where(
            dimension => !dimension.IsOfResident && dimension.IsOf(FactTables.ByName[fact])))
        {
            FigureTable parts = await _asking.AnswerAsync(measures, dimension.Id);
            foreach (Figure whole in total.Figures)
            {
                Assert.Equal((dimension.Id, Words(whole)), (dimension.Id, Sum(parts, whole.Measure)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Months_add_up_to_quarters_and_quarters_to_years_of_every_landlord(string fact)
    {
        List<MeasureDefinition> measures = [.. Of(fact).Where(measure => measure.AddsUp && !measure.DividesByHomes)];
        FigureTable months = await _asking.AnswerAsync(measures, "landlord", "month");
        FigureTable quarters = await _asking.AnswerAsync(measures, "landlord", "quarter");
        FigureTable years = await _asking.AnswerAsync(measures, "landlord", "reporting_year");
        Assert.NotEmpty(years.Figures);
        AddUp(months, quarters, figure => Asking.QuarterOf(figure.ValueOf("month")!), "quarter");
        AddUp(quarters, years, figure => figure.ValueOf("quarter")!.Split(' ')[0], "reporting_year");
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_value_is_what_stands_above_over_what_stands_below(string fact)
    {
        FigureTable table = await _asking.AnswerAsync([.. Of(fact)], "landlord");
        foreach (Figure figure in table.Figures)
        {
            MeasureDefinition measure = MeasureCatalogue.Shipped.Find(figure.Measure);
            decimal below = measure.StandsAlone ? 1m : figure.Denominator ?? 1m;
            decimal? expected = figure.Denominator == 0 ? null : figure.Numerator / below * measure.Factor;
            Assert.Equal((figure.Measure, Rounded(expected)), (figure.Measure, Rounded(figure.Value)));
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_rate_per_1000_homes_times_the_homes_is_the_count(string fact)
    {
        List<MeasureDefinition> rates = [.. Of(fact).Where(measure => measure.DividesByHomes)];
        List<MeasureDefinition> counts = [.. rates.Select(rate => rate with { Id = $"count_of_{rate.Id}", Kind = MeasureKind.Count })];
        FigureTable table = await _asking.AnswerAsync([.. rates, .. counts], "landlord");
        foreach (IReadOnlyList<Figure> row in table.Rows().Where(_ => rates.Count > 0))
        {
            foreach ((Figure rate, Figure count) in row.Zip(row.Skip(rates.Count)))
            {
                Assert.Equal($"count_of_{rate.Measure}", count.Measure);
                decimal withHomes = rate.Value is decimal value ? decimal.Round(value * rate.Denominator!.Value / 1000, 6) : rate.Numerator;
                Assert.Equal(count.Numerator, withHomes + (rate.Value is null ? 0 : rate.HomesMissing));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task What_is_counted_and_the_rest_are_everything(string fact)
    {
        foreach (MeasureDefinition measure in Of(fact).Where(measure => measure.Numerator.IsCount && !measure.DividesByHomes))
        {
            // Of a ratio of two populations the one is no part of the other.
            bool isPart = measure.Denominator is { IsCount: true } && !Planning.Planner.HasTwoPopulations(measure);
            Condition all = isPart ? measure.Denominator!.Where : Condition.Always;
            Condition rest = Condition.And(all, new Negated(measure.Numerator.Where));
            FigureTable table = await _asking.AnswerAsync(
                [measure, Counting(measure, "rest", rest), Counting(measure, "everything", all)], "landlord");
            Assert.NotEmpty(table.Figures);
            Assert.All(table.Rows(), row => Assert.Equal(
                (measure.Id, row[2].Numerator), (measure.Id, row[0].Numerator + row[1].Numerator)));
            Assert.All(table.Rows().Where(_ => isPart), row => Assert.Equal(row[0].Denominator, row[2].Numerator));
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task What_does_not_add_up_lies_between_its_parts_or_is_no_less_than_any(string fact)
    {
        List<MeasureDefinition> measures = [.. Of(fact).Where(measure => !measure.AddsUp || measure.Kind == MeasureKind.Mean)];
        FigureTable total = await _asking.AnswerAsync(measures);
        FigureTable parts = await _asking.AnswerAsync(measures, "landlord");
        foreach (Figure whole in total.Figures)
        {
            MeasureDefinition measure = MeasureCatalogue.Shipped.Find(whole.Measure);
            List<Figure> some = [.. parts.Figures.Where(part => part.Measure == whole.Measure && part.Value is not null)];
            Assert.NotEmpty(some);
            if (measure.Kind is MeasureKind.Mean or MeasureKind.Quantile)
            {
                // A mean of all lies between those of the landlords, and so does a median; neither is their mean. Their cases add up.
                Assert.InRange(whole.Value!.Value, some.Min(part => part.Value!.Value), some.Max(part => part.Value!.Value));
                Assert.Equal(whole.Denominator, some.Sum(part => part.Denominator));
            }
            else
            {
                // A case or complainant of two groups counts in both, and once in all.
                Assert.True(whole.Numerator >= some.Max(part => part.Numerator), whole.Measure);
            }
        }
    }

    private static IEnumerable<MeasureDefinition> Of(string fact) =>
        MeasureCatalogue.Shipped.Definitions.Where(measure => measure.Fact.Name == fact);

    private static MeasureDefinition Counting(MeasureDefinition measure, string id, Condition where) => measure with
    {
        Id = id,
        Kind = MeasureKind.Count,
        Numerator = new Aggregate(where),
        Denominator = null,
        Base = where,
    };

    private static void AddUp(FigureTable parts, FigureTable totals, Func<Figure, string> total, string dimension)
    {
        var sums = parts.Figures
            .GroupBy(part => $"{part.Measure} {part.ValueOf("landlord")} {total(part)}", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (group.Sum(part => part.Numerator), group.Sum(part => part.Denominator ?? 0)));
        foreach (Figure whole in totals.Figures.Where(whole => whole.Numerator != 0 || whole.Denominator is > 0))
        {
            string key = $"{whole.Measure} {whole.ValueOf("landlord")} {whole.ValueOf(dimension)}";
            Assert.Equal((key, (whole.Numerator, whole.Denominator ?? 0)), (key, sums[key]));
        }
    }

    private static string Sum(FigureTable parts, string measure)
    {
        List<Figure> some = [.. parts.Figures.Where(part => part.Measure == measure)];
        return Words(
            measure, some.Sum(part => part.Numerator), some.Sum(part => part.Denominator ?? 0), some.Sum(part => part.OpenAtCutOff));
    }

    private static string Words(Figure figure) => Words(figure.Measure, figure.Numerator, figure.Denominator ?? 0, figure.OpenAtCutOff);

    private static string Words(string measure, decimal above, decimal below, long open) =>
        FormattableString.Invariant($"{measure} {above / 1.0000000m} / {below / 1.0000000m}, {open} open");

    private static decimal? Rounded(decimal? value) => value is decimal known ? decimal.Round(known, 12) : null;
}
