using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// A row whose day is what was wrong marked the year of the wrong day, or none; and one that is answered later marked no later year.
/// </summary>
public sealed class HeldBackPeriodTests
{
    private static readonly string[] s_landlords = ["A1", "B2"];
    private static readonly string[] s_doubtful = ["future-date", "impossible-date-order", "stage2-before-stage1"];
    private static readonly string[] s_others = ["unknown-code", "missing-cells", "unknown-stage", "landlord-unmatched", "duplicate-case"];

    [Theory]
    [InlineData("future-date", "2024/25")]
    [InlineData("impossible-date-order", "2023/24")]
    [InlineData("stage2-before-stage1", "2025/26")]
    public async Task A_row_whose_day_is_what_is_wrong_marks_every_year(string rule, string year)
    {
        await using TestWarehouse store = await LoadedAsync([Make.Held(1, rule, new DateOnly(2026, 9, 9), "stage", "A1")]);
        FigureTable table = await Ask(
            store, new FigureQuery { Measures = ["ch02_stage1"], GroupBy = ["landlord"], Years = [ReportingYear.Parse(year)] });
        Assert.Equal(["A1 True", "B2 False"], table.Figures.Select(figure => $"{figure.ValueOf("landlord")} {figure.Incomplete}"));
    }

    [Fact]
    public async Task A_row_received_before_the_period_can_be_answered_in_it()
    {
        await using TestWarehouse store = await LoadedAsync([Make.Held(1, "unknown-code", new DateOnly(2024, 3, 25))]);
        FigureTable table = await Ask(store, new FigureQuery
        {
            Measures = ["stage1_made", "mean_days_to_respond_stage1"],
            From = new DateOnly(2024, 4, 1),
            To = new DateOnly(2024, 6, 30),
        });
        Assert.Equal([false, true], table.Figures.Select(figure => figure.Incomplete));
    }

    // Homes are those of the year's end: a quarter was called complete while its year's stock was held back.
    [Fact]
    public async Task A_row_of_the_stock_marks_every_part_of_its_year()
    {
        await using TestWarehouse store = await LoadedAsync([Make.Held(1, "bad-number", new DateOnly(2025, 3, 31), "stock")]);
        FigureTable table = await Ask(store, new FigureQuery
        {
            Measures = ["ch01_stage1", "stage1_made"],
            From = new DateOnly(2024, 4, 1),
            To = new DateOnly(2024, 6, 30),
            AsAt = new DateOnly(2024, 8, 1),
        });
        Assert.Equal([true, false], table.Figures.Select(figure => figure.Incomplete));
    }

    /// <summary>Generated faults against what the rows really are: a figure that one could belong to is never called complete.</summary>
    [Fact]
    public async Task No_figure_is_called_complete_while_a_row_held_back_could_belong_to_it()
    {
        int first = Environment.GetEnvironmentVariable("COMPLAINTS_SEED") is { Length: > 0 } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : 1;
        int trials = Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1" ? 60 : 5;
        for (int seed = first; seed < first + trials; seed++)
        {
            var random = new Random(seed);
            List<Truth> truths = [.. Enumerable.Range(1, random.Next(1, 4)).Select(number => Truth.Of(random, number))];
            await using TestWarehouse store = await LoadedAsync([.. truths.Select(truth => truth.Row)]);
            for (int query = 0; query < 12; query++)
            {
                await HoldsAsync(store, random, truths, seed);
            }
        }
    }

    private static async Task HoldsAsync(TestWarehouse store, Random random, List<Truth> truths, int seed)
    {
        DateOnly from = new DateOnly(2023, 4, 1).AddDays(random.Next(900));
        DateOnly to = from.AddDays(random.Next(400));
        bool open = random.Next(3) == 0;
        string[] groups = random.Next(4) switch
        {
            0 => [],
            1 => ["landlord"],
            2 => ["landlord", "reporting_year"],
            _ => ["landlord", "quarter"],
        };
        FigureTable table = await Ask(store, new FigureQuery
        {
            Measures = ["stage1_made", "ch02_stage1", "mean_days_to_respond_stage1"],
            GroupBy = groups,
            From = open ? null : from,
            To = open ? null : to,
        });
        foreach (Figure figure in table.Figures.Where(figure => !figure.Incomplete))
        {
            Truth? forgotten = truths.Find(truth => truth.Belongs(figure));
            Assert.True(forgotten is null, $"seed {seed}: {figure} is called complete, and {forgotten} could belong to it");
        }
    }

    private static async Task<TestWarehouse> LoadedAsync(IReadOnlyList<QuarantineRow> held)
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        int number = 0;
        await store.LoadAsync(new DateOnly(2026, 6, 30), new TestRows
        {
            Landlords = [.. s_landlords.Select(code => Make.Landlord(code, $"Landlord {code}"))],
            Stock = [.. s_landlords.SelectMany(code => new[] { 2023, 2024, 2025 }.Select(year => Make.Stock(code, year, 100)))],
            Stages =
            [
                .. s_landlords.SelectMany(code => Enumerable.Range(0, 12)
                    .Select(quarter => new DateOnly(2023, 4, 10).AddMonths(3 * quarter))
                    .Select(day => Make.Stage($"C{number++}", code, day, day.AddDays(9)) with { WorkingDaysToRespond = 7 })),
            ],
            Quarantine = held,
        });
        return store;
    }

    private sealed record Truth(string Landlord, DateOnly Received, DateOnly? Responded, QuarantineRow Row)
    {
        public static Truth Of(Random random, int number)
        {
            string landlord = s_landlords[random.Next(s_landlords.Length)];
            DateOnly received = new DateOnly(2023, 4, 1).AddDays(random.Next(1000));
            bool doubtful = random.Next(2) == 0;
            string rule = doubtful ? s_doubtful[random.Next(s_doubtful.Length)] : s_others[random.Next(s_others.Length)];
            DateOnly? told = doubtful ? received.AddDays(random.Next(-900, 900)) : random.Next(4) == 0 ? null : received;
            string[] candidates = random.Next(3) switch { 0 => [], 1 => [landlord], _ => s_landlords };
            DateOnly? responded = random.Next(5) == 0 ? null : received.AddDays(random.Next(120));
            return new Truth(landlord, received, responded, Make.Held(number, rule, told, "stage", candidates));
        }

        public bool Belongs(Figure figure)
        {
            DateOnly? day = figure.Measure == "mean_days_to_respond_stage1" ? Responded : Received;
            (DateOnly First, DateOnly Last) days = (figure.From ?? DateOnly.MinValue, figure.To ?? DateOnly.MaxValue);
            return figure.ValueOf("landlord") is not string landlord || landlord == Landlord
                ? day >= days.First && day <= days.Last && day <= figure.AsAt
                : false;
        }
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}
