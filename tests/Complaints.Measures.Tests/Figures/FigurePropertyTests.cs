using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Measures.Tests.Figures;

/// <summary>What must hold for any query.</summary>
public sealed class FigurePropertyTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private static readonly string[] s_measures =
        [
            "stage1_made",
            "ch02_stage1",
            "ch02_stage2",
            "ch02_stage1_standard",
            "ch02_stage1_extension",
            "escalation_rate",
            "mean_days_to_respond_stage1",
        ];

    private static readonly string[] s_dimensions =
    [
        "landlord", "stock_type", "reporting_year", "quarter", "month", "service_area", "category", "outcome",
    ];

    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(12);

    [Fact]
    public void Numerators_and_denominators_of_the_groups_add_up_to_the_total() => Prop
        .ForAll(Groupings(), groupBy =>
        {
            FigureTable groups = Query(new FigureQuery { Measures = s_measures, GroupBy = groupBy, Years = Years() });
            FigureTable total = Query(new FigureQuery { Measures = s_measures, Years = Years() });
            foreach (Figure whole in total.Figures)
            {
                List<Figure> parts = [.. groups.Figures.Where(figure => figure.Measure == whole.Measure)];
                Assert.Equal(whole.Numerator, parts.Sum(figure => figure.Numerator));
                Assert.Equal(whole.Denominator ?? 0, parts.Sum(figure => figure.Denominator ?? 0));
                Assert.Equal(whole.OpenAtCutOff, parts.Sum(figure => figure.OpenAtCutOff));
                Assert.Equal(
                    whole.Excluded.Sum(excluded => excluded.Complaints),
                    parts.Sum(figure => figure.Excluded.Sum(excluded => excluded.Complaints)));
            }
        })
        .Check(s_config);

    [Fact]
    public void A_filter_gives_the_same_as_the_row_of_the_group() => Prop
        .ForAll(Gen.Elements(s_dimensions).ToArbitrary(), dimension =>
        {
            FigureTable groups = Query(new FigureQuery { Measures = s_measures, GroupBy = [dimension], Years = Years() });
            foreach (IReadOnlyList<Figure> row in groups.Rows().Where(row => row[0].ValueOf(dimension) != "NEITHER").Take(4))
            {
                string value = row[0].ValueOf(dimension)!;
                FigureTable filtered = Query(
                    new FigureQuery { Measures = s_measures, Years = Years(), Filters = [new QueryFilter(dimension, [value])] });
                Assert.Equal(row.Select(Numbers), filtered.Figures.Select(Numbers));
            }
        })
        .Check(s_config);

    [Fact]
    public void Made_and_in_time_never_fall_as_the_day_moves_on() => Prop
        .ForAll(Gen.Choose(0, 800).Zip(Gen.Choose(0, 60)).ToArbitrary(), days =>
        {
            DateOnly first = new DateOnly(2023, 4, 1).AddDays(days.Item1);
            FigureTable before = Query(new FigureQuery { Measures = ["stage1_made", "ch02_stage1"], AsAt = first });
            FigureTable after = Query(new FigureQuery { Measures = ["stage1_made", "ch02_stage1"], AsAt = first.AddDays(days.Item2) });
            Assert.All(before.Figures.Zip(after.Figures), pair => Assert.True(pair.First.Numerator <= pair.Second.Numerator));
        })
        .Check(s_config);

    [Fact]
    public void In_time_with_and_without_extension_add_up_and_late_and_open_are_the_rest() => Prop
        .ForAll(Gen.Choose(0, 800).ToArbitrary(), days =>
        {
            FigureTable table = Query(new FigureQuery
            {
                Measures = ["ch02_stage1", "ch02_stage1_standard", "ch02_stage1_extension"],
                AsAt = new DateOnly(2023, 4, 1).AddDays(days),
            });
            Figure both = table.Figures[0];
            Assert.Equal(both.Numerator, table.Figures[1].Numerator + table.Figures[2].Numerator);
            Assert.True(both.Numerator + both.OpenAtCutOff <= both.Denominator);
        })
        .Check(s_config);

    private static Arbitrary<string[]> Groupings() => Gen
        .Shuffle(s_dimensions)
        .Zip(Gen.Choose(1, 3))
        .Select(choice => choice.Item1.Take(choice.Item2).ToArray())
        .ToArbitrary();

    private static IReadOnlyList<ReportingYear> Years() => [ReportingYear.Parse("2023/24"), ReportingYear.Parse("2024/25")];

    private static (string, decimal, decimal?, long) Numbers(Figure figure) =>
        (figure.Measure, figure.Numerator, figure.Denominator, figure.OpenAtCutOff);

    private FigureTable Query(FigureQuery query) =>
        seeded.Engine.QueryAsync(query, Principal.Demo, CancellationToken.None).GetAwaiter().GetResult();
}
