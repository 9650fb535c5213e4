using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Reconciling;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Reconciling;

/// <summary>
/// A figure printed as a plain query counts it is found to be the measure's own; one printed as another query or a count by hand gives it
/// is found by the name of what was done.
/// </summary>
/// <param name="seeded">The warehouse.</param>
public sealed class ReconcilePropertyTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private const string Year = "2024/25";

    private static readonly string[] s_measures =
    [
        "stage1_made", "complaints_accepted", "ch01_stage1", "ch02_stage1", "ch02_stage2", "ch02_stage1_standard", "escalation_rate",
        "upheld_rate_stage1", "mean_days_to_respond_stage1", "median_days_to_respond_stage1", "p90_calendar_days_to_respond_stage2",
    ];

    public static TheoryData<string, string?, string> Figures => new(
        from measure in s_measures
        from type in new[] { null, "LCRA", "LCHO" }
        from period in new[] { Year, "2024/25 Q2", "2024-11", "2024-05-10..2025-02-03" }
        select (measure, type, period));

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task What_a_plain_query_counts_is_the_measures_own(string measure, string? type, string period)
    {
        Figure figure = await FigureAsync(Query(measure, type) with
        {
            From = PrintedPeriod.Parse(period).First,
            To = PrintedPeriod.Parse(period).Last,
        });
        ReconciledFigure found = await ReconcileAsync(Printed(figure, type, period));
        Assert.Equal(ReconcileOutcome.AsDefined, found.Outcome);
        Assert.Equal((figure.Numerator, figure.Denominator), (found.Numerator, found.Denominator));
    }

    [Theory]
    [InlineData("ch02_stage1", "withdrawn_out")]
    [InlineData("ch02_stage1", "as_at_period_end")]
    [InlineData("acknowledged_in_time_stage1", "as_at_period_end")]
    [InlineData("overdue_stage1", "as_at_period_end")]
    [InlineData("extended_stage1", "as_at_period_end")]
    [InlineData("escalated_share", "as_at_period_end")]
    [InlineData("ch02_stage1", "year_before")]
    [InlineData("ch02_stage1", "half_year")]
    [InlineData("ch02_stage1", "rolling_year")]
    [InlineData("ch02_stage1", "only_lcho")]
    [InlineData("ch01_stage1", "only_lcho")]
    [InlineData("ch01_stage1", "year_before")]
    [InlineData("escalation_rate", "quarter")]
    [InlineData("mean_days_to_respond_stage1", "withdrawn_out")]
    public async Task What_another_query_counts_is_found_by_what_it_asks(string measure, string cause)
    {
        FigureQuery query = Query(measure, null) with { Years = [ReportingYear.Parse(Year)] };
        Figure figure = await FigureAsync(cause switch
        {
            "withdrawn_out" => query with { Withdrawn = WithdrawnPolicy.Exclude },
            // As at 31 March of the year before last: what was answered since is open.
            "as_at_period_end" => query with { Years = [ReportingYear.Parse("2023/24")], AsAt = new DateOnly(2024, 3, 31) },
            "year_before" => query with { Years = [ReportingYear.Parse("2023/24")] },
            "half_year" => query with { To = new DateOnly(2024, 9, 30) },
            "rolling_year" => query with { Years = [], From = new DateOnly(2023, 12, 1), To = new DateOnly(2024, 11, 30) },
            "only_lcho" => query with { Filters = [.. query.Filters, new QueryFilter("stock_type", ["LCHO"])] },
            _ => query with { Years = [], From = new DateOnly(2024, 7, 1), To = new DateOnly(2024, 9, 30) },
        });
        ReconciledFigure found = await ReconcileAsync(Printed(figure, null, cause == "as_at_period_end" ? "2023/24" : Year));
        Assert.Equal([cause], Assert.Single(found.Explanations).Causes.Select(one => one.Id));
    }

    [Theory]
    [InlineData("partial_out")]
    [InlineData("denominator_made")]
    [InlineData("denominator_answered")]
    [InlineData("refused_in")]
    [InlineData("all_tenures")]
    [InlineData("counted_when_answered")]
    [InlineData("both_stages")]
    [InlineData("calendar_year")]
    public async Task What_is_counted_by_hand_is_found_by_what_was_done(string cause)
    {
        List<StageRow> rows = RandomComplaints.Stages(seed: 20_250_414, count: 4_000);
        (DateOnly first, DateOnly last) = cause == "calendar_year"
            ? (new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31))
            : (new DateOnly(2024, 4, 1), new DateOnly(2025, 3, 31));
        DateOnly? Day(StageRow row) => cause == "counted_when_answered" ? row.RespondedOn : row.ReceivedOn;
        List<StageRow> of =
        [
            .. rows.Where(row => row.LandlordCode.Value == "4826"
                && Day(row) >= first && Day(row) <= last
                && row.ReceivedOn <= RandomComplaints.CutOff
                && (cause == "both_stages" || row.Stage == Stage.One)
                && (cause == "all_tenures" || row.StockType != StockType.Neither)
                && (cause == "refused_in" || row.Status != StageStatus.Refused)),
        ];
        bool IsAnswered(StageRow row) => row.RespondedOn <= RandomComplaints.CutOff;
        int above = of.Count(row => IsAnswered(row)
            && (row.Outcome == "upheld" || (row.Outcome == "partially_upheld" && cause != "partial_out")));
        int below = of.Count(row => cause == "denominator_made"
            || (IsAnswered(row) && (cause == "denominator_answered" || row.Outcome is "upheld" or "partially_upheld" or "not_upheld")));
        string value = (above * 100m / below).ToString("0.000", CultureInfo.InvariantCulture) + "%";
        Assert.True(PrintedNumber.TryParse(value, out PrintedNumber? printed));
        ReconciledFigure found = await ReconcileAsync(new PrintedFigure
        {
            Line = 2,
            Landlord = LandlordCode.Parse("4826"),
            Measure = "upheld_rate_stage1",
            Period = PrintedPeriod.Parse(Year),
            Value = printed!,
            Numerator = above,
            Denominator = below,
        });
        Assert.Equal([cause], Assert.Single(found.Explanations).Causes.Select(one => one.Id));
    }

    [Fact]
    public async Task An_extension_without_a_reason_that_was_not_counted_is_found()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        DateOnly received = new(2024, 6, 5);
        StageRow late = Make.Stage("C1", "4826", received, received.AddDays(20)) with { ExtendedDueOn = received.AddDays(28) };
        await store.LoadAsync(new DateOnly(2025, 4, 14), new TestRows
        {
            Landlords = [Make.Landlord("4826", "Westward")],
            Stages = [late, late with { CaseReference = "C2", SourceRow = 2, ExtensionFaults = ExtensionFault.NoReason }],
        });
        Assert.True(PrintedNumber.TryParse("50%", out PrintedNumber? printed));
        Reconciliation found = await new WarehouseFigures(store.Warehouse).ReconcileAsync(
            [
                new PrintedFigure
                {
                    Line = 2,
                    Landlord = LandlordCode.Parse("4826"),
                    Measure = "ch02_stage1",
                    Period = PrintedPeriod.Parse(Year),
                    Value = printed!,
                },
            ],
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(["extension_strict"], Assert.Single(found.Figures[0].Explanations).Causes.Select(one => one.Id));
    }

    [Fact]
    public async Task A_value_that_its_own_numbers_contradict_is_told()
    {
        Assert.True(PrintedNumber.TryParse("85%", out PrintedNumber? printed));
        ReconciledFigure found = await ReconcileAsync(new PrintedFigure
        {
            Line = 2,
            Landlord = LandlordCode.Parse("4826"),
            Measure = "ch02_stage2",
            Period = PrintedPeriod.Parse(Year),
            Value = printed!,
            Numerator = 13,
            Denominator = 13,
        });
        Assert.Contains("It contradicts itself: 13 of 13 is 100, and 85% is printed.", found.Notes);
    }

    private static FigureQuery Query(string measure, string? type) => new()
    {
        Measures = [measure],
        Filters =
        [
            new QueryFilter("landlord", ["00BK"]),
            .. type is null ? Array.Empty<QueryFilter>() : [new QueryFilter("stock_type", [type])],
        ],
    };

    private async Task<Figure> FigureAsync(FigureQuery query) =>
        (await seeded.Engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken)).Figures[0];

    private async Task<ReconciledFigure> ReconcileAsync(PrintedFigure printed) => (await new WarehouseFigures(seeded.Store.Warehouse)
        .ReconcileAsync([printed], Principal.Demo, TestContext.Current.CancellationToken)).Figures[0];

    private static PrintedFigure Printed(Figure figure, string? type, string period)
    {
        decimal rounded = Math.Round(figure.Value ?? 0m, 3, MidpointRounding.AwayFromZero);
        string value = rounded.ToString("0.000", CultureInfo.InvariantCulture);
        Assert.True(PrintedNumber.TryParse(value, out PrintedNumber? printed));
        return new PrintedFigure
        {
            Line = 2,
            Landlord = LandlordCode.Parse("00BK"),
            Measure = figure.Measure,
            Period = PrintedPeriod.Parse(period),
            Filters = type is null ? [] : [new QueryFilter("stock_type", [type])],
            Value = printed!,
            Numerator = figure.Numerator,
            Denominator = figure.Denominator,
        };
    }
}
