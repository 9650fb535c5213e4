using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Facts;

/// <summary>The customer base at the ends of reporting years, and the bands of complainants beside it, counted out by hand.</summary>
public sealed class CustomerTests
{
    private static readonly DateOnly s_cutOff = new(2025, 4, 14);
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_are_those_of_the_years_last_day_and_a_year_that_has_not_ended_or_of_which_nothing_is_told_has_none()
    {
        await using TestWarehouse store = await StoreAsync(
        [
            .. Many(10, "A1", new(2020, 1, 1)),
            // Begins on the last day, ends on it, ends the day after.
            One("X1", "A1", new(2025, 3, 31)), One("X2", "A1", new(2020, 1, 1), new(2025, 3, 31)),
            One("X3", "A1", new(2020, 1, 1), new(2025, 4, 1)), One("X4", "A1", new(2025, 4, 1)),
            .. Many(7, "B2", new(2024, 6, 1), name: "B"),
        ]);

        Assert.Equal(
            [
                "A1 2019/20 12", "A1 2020/21 12", "A1 2021/22 12", "A1 2022/23 12", "A1 2023/24 12", "A1 2024/25 12", "B2 2024/25 7",
            ],
            (await AskAsync(store, new() { Measures = ["customers"], GroupBy = ["landlord", "reporting_year"] })).Figures
                .Where(figure => figure.Numerator > 0)
                .Select(figure => $"{figure.ValueOf("landlord")} {figure.ValueOf("reporting_year")} {figure.Display}"));
        Assert.Equal("19", await OneAsync(store, "2024/25"));
        Assert.Equal("[U]", await OneAsync(store, "2025/26"));
        Assert.Equal("[U]", await OneAsync(store, "2018/19"));
        Assert.Equal("[U]", await OneAsync(store, "2024/25", "C3"));
        Assert.Equal("7", await OneAsync(store, "2024/25", "B2"));
        Assert.Equal("[U]", await OneAsync(store, "2023/24", "B2"));
    }

    [Fact]
    public async Task After_the_last_day_of_a_register_nobody_knows_its_customers_whatever_other_registers_know()
    {
        await using TestWarehouse store = await StoreAsync([.. Many(10, "A1", new(2020, 1, 1))], new DateOnly(2024, 5, 1));
        await store.LoadAsync(s_cutOff, new TestRows { Residents = [.. Many(6, "B2", new(2020, 1, 1), name: "B")] }, source: "OTHER");

        FigureTable table = await AskAsync(store, new()
        {
            Measures = ["customers"],
            GroupBy = ["landlord", "reporting_year"],
            Years = [ReportingYear.Parse("2023/24"), s_year],
        });

        Assert.Equal(
            ["A1 2023/24 10", "B2 2023/24 6", "B2 2024/25 6"],
            table.Figures.Select(figure => $"{figure.ValueOf("landlord")} {figure.ValueOf("reporting_year")} {figure.Display}"));
        Assert.Equal("[U]", await OneAsync(store, "2024/25", "A1"));
        Assert.Equal("6", await OneAsync(store, "2024/25"));
    }

    [Fact]
    public async Task A_resident_is_one_customer_whoever_lists_them_and_of_the_landlord_whose_row_begins_last()
    {
        await using TestWarehouse store = await StoreAsync(
        [
            .. Many(10, "A1", new(2020, 1, 1)), One("M", "A1", new(2020, 1, 1)), One("M", "B2", new(2024, 9, 1)),
        ]);
        await store.LoadAsync(
            s_cutOff, new TestRows { Residents = [One("P0", "A1", new(2021, 1, 1)), One("P1", "A1", new(2020, 1, 1))] }, source: "CRM");

        Assert.Equal("10", await OneAsync(store, "2024/25", "A1"));
        Assert.Equal("1", await OneAsync(store, "2024/25", "B2"));
        Assert.Equal("11", await OneAsync(store, "2023/24", "A1"));
    }

    [Fact]
    public async Task What_was_known_after_an_earlier_load_is_what_it_was()
    {
        await using TestWarehouse store = await StoreAsync([.. Many(10, "A1", new(2020, 1, 1))]);
        await store.LoadAsync(s_cutOff, new TestRows { Residents = [.. Many(8, "A1", new(2020, 1, 1))] }, LoadMode.Full);
        await store.LoadAsync(s_cutOff, new TestRows { Residents = [One("P3", "B2", new(2020, 1, 1))] });

        // Who is missing from a full extract ended on its day: of the year before they are customers still.
        Assert.Equal("9", await OneAsync(store, "2024/25", "A1"));
        FigureTable first = await AskAsync(store, new() { Measures = ["customers"], Years = [s_year], KnownAtLoad = 1 });
        Assert.Equal("10", Assert.Single(first.Figures).Display);
    }

    [Theory]
    [InlineData("2024-04-01", "2024-09-30", "reporting_year", "not made of whole ones")]
    [InlineData("2024-04-02", "2025-03-31", "reporting_year", "not made of whole ones")]
    [InlineData(null, null, "landlord", "not one alone")]
    [InlineData("2023-04-01", "2025-03-31", "landlord", "not one alone")]
    public async Task Years_alone_are_answered(string? from, string? to, string groupBy, string why)
    {
        await using TestWarehouse store = await StoreAsync([.. Many(10, "A1", new(2020, 1, 1))]);
        FigureQuery query = new() { Measures = ["customers"], GroupBy = [groupBy], From = Day(from), To = Day(to) };

        UserException error = await Assert.ThrowsAsync<UserException>(() => AskAsync(store, query));

        Assert.Contains(why, error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quarter")]
    [InlineData("month")]
    [InlineData("week")]
    [InlineData("stock_type")]
    public async Task Customers_have_no_months_and_no_dimension_of_homes(string dimension)
    {
        await using TestWarehouse store = await StoreAsync([.. Many(10, "A1", new(2020, 1, 1))]);

        UserException error = await Assert.ThrowsAsync<UserException>(
            () => AskAsync(store, new() { Measures = ["customers"], GroupBy = [dimension], Years = [s_year] }));

        Assert.Equal($"The customers that 'customers' count have no {dimension}.", error.What);
    }

    [Fact]
    public async Task The_profile_of_complaints_stands_beside_that_of_customers_as_shares_and_a_small_band_is_hidden_with_another()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        (string? Band, int Customers, int Complaints)[] bands =
            [("White", 60, 30), ("Asian", 30, 12), ("Black", 15, 8), (null, 10, 10), ("Roma", 3, 2)];
        int number = 0;
        List<ResidentRow> residents = [];
        List<StageRow> stages = [];
        foreach ((string? band, int customers, int complaints) in bands)
        {
            for (int i = 0; i < customers; i++, number++)
            {
                residents.Add(One($"R{number}", "A1", new(2020, 1, 1)) with
                {
                    SourceRow = number,
                    EthnicityBand = band,
                    DisabilityBand = number % 3 == 0 ? "Yes" : "No",
                });
                if (i < complaints)
                {
                    stages.Add(Make.Stage($"C{number}", "A1", new(2024, 6, 3)) with
                    {
                        SourceRow = number,
                        ResidentPseudonym = $"R{number}",
                    });
                }
            }
        }

        await store.LoadAsync(s_cutOff, new TestRows { Landlords = Landlords, Stages = stages, Residents = residents });
        string[] customersOf = await LinesAsync(store, "customers");
        string[] complaintsOf = await LinesAsync(store, "stage1_made");

        // Shares are told where no band is hidden.
        Assert.Equal(["Asian 30 *", "Black 15 *", "Not recorded * *", "Roma * *", "White 60 *"], customersOf);
        Assert.Equal(["Asian 12 *", "Black * *", "Not recorded 10 *", "Roma * *", "White 30 *"], complaintsOf);
        Assert.Equal(["No 78 66.10", "Yes 40 33.90"], await LinesAsync(store, "customers", "disability"));
        Assert.Equal(["No 41 66.13", "Yes 21 33.87"], await LinesAsync(store, "stage1_made", "disability"));
    }

    [Fact]
    public async Task A_complaint_has_the_band_of_the_day_it_was_received()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        (string Received, string? Band)[] days =
            [("2024-05-31", "25-34"), ("2024-06-01", "35-44"), ("2024-08-31", "35-44"), ("2024-09-01", null), ("2019-12-31", null)];
        List<ResidentRow> residents = [];
        List<StageRow> stages = [];
        foreach (((string received, _), int day) in days.Select((one, at) => (one, at)))
        {
            for (int i = 0; i < 6 + day; i++)
            {
                string person = $"R{day}-{i}";
                residents.Add(One(person, "A1", new(2020, 1, 1)) with { AgeBand = "25-34", SourceRow = residents.Count + 1 });
                residents.Add(
                    One(person, "A1", new(2024, 6, 1), new(2024, 9, 1)) with { AgeBand = "35-44", SourceRow = residents.Count + 1 });
                stages.Add(Make.Stage($"C{day}-{i}", "A1", Day(received)!.Value) with
                {
                    SourceRow = stages.Count + 1,
                    ResidentPseudonym = person,
                });
            }
        }

        await store.LoadAsync(s_cutOff, new TestRows { Landlords = Landlords, Stages = stages, Residents = residents });
        FigureTable table = await AskAsync(store, new() { Measures = ["stage1_made"], GroupBy = ["age_band"] });

        Assert.Equal(
            ["25-34 6", "35-44 15", "Not recorded 19"],
            table.Figures.Select(figure => $"{figure.ValueOf("age_band")} {figure.Display}"));
    }

    [Fact]
    public async Task Bands_add_up_to_all_customers_and_to_the_complaints_by_every_dimension_of_residents()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(s_cutOff, RandomComplaints.Rows(seed: 11, count: 3_000) with
        {
            Residents = RandomRecords.Residents(seed: 11, count: 3_000),
        });
        foreach (Dimension dimension in Dimensions.All.Where(dimension => dimension.IsOfResident))
        {
            foreach (string measure in (string[])["customers", "stage1_made"])
            {
                FigureQuery query = new() { Measures = [measure], Years = [s_year] };
                FigureTable all = await AskAsync(store, query);
                FigureTable bands = await AskAsync(store, query with { GroupBy = [dimension.Id] });

                Assert.DoesNotContain(bands.Figures, figure => figure.State == CellState.Suppressed);
                Assert.True(bands.Figures.Count > 1);
                Assert.Equal((measure, all.Figures[0].Numerator), (measure, bands.Figures.Sum(figure => figure.Numerator)));
                Dictionary<string, decimal> counted = (await store.SqlAsync(ByHand(measure, dimension.Column)))
                    .ToDictionary(row => row[0], row => decimal.Parse(row[1], CultureInfo.InvariantCulture));
                Assert.Equal(counted, bands.Figures.ToDictionary(figure => figure.ValueOf(dimension.Id)!, figure => figure.Numerator));
            }
        }
    }

    // Of each resident the row that begins last before the day, told without looking at what follows it.
    private static string ByHand(string measure, string band) => measure == "customers"
        ? $"""
            SELECT COALESCE(band, 'Not recorded'), COUNT(*)
            FROM (
              SELECT ARG_MAX([{band}], valid_from)[1] AS band, ARG_MAX(valid_to, valid_from) AS valid_to
              FROM dim_resident_characteristics
              WHERE recorded_to_load = 2147483647 AND resident_key > 0 AND valid_from <= DATE '2025-03-31'
              GROUP BY resident_key
            )
            WHERE valid_to > DATE '2025-03-31'
            GROUP BY 1
            """
        : $"""
            SELECT COALESCE((
              SELECT CASE WHEN c.valid_to > s.received_on THEN c.{band} END
              FROM dim_resident_characteristics AS c
              WHERE c.recorded_to_load = 2147483647 AND c.resident_key = s.resident_key AND s.resident_key > 0
                AND c.valid_from <= s.received_on
              ORDER BY c.valid_from DESC LIMIT 1
            ), 'Not recorded'), COUNT(*)
            FROM fact_stage AS s
            WHERE s.recorded_to_load = 2147483647 AND s.stage = 1 AND s.status <> 'refused' AND s.stock_type <> 'NEITHER'
              AND s.received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
            GROUP BY 1
            """;

    private static LandlordRow[] Landlords => [.. new[] { "A1", "B2", "C3" }.Select(code => Make.Landlord(code, $"Landlord {code}"))];

    private static ResidentRow One(string pseudonym, string landlord, DateOnly from, DateOnly? to = null) => new()
    {
        SourceRow = pseudonym.GetHashCode(StringComparison.Ordinal) & 0xffff,
        Pseudonym = pseudonym,
        LandlordCode = LandlordCode.Parse(landlord),
        ValidFrom = from,
        ValidTo = to,
    };

    private static IEnumerable<ResidentRow> Many(int count, string landlord, DateOnly from, string name = "P") =>
        Enumerable.Range(0, count).Select(number => One($"{name}{number}", landlord, from));

    private static async Task<TestWarehouse> StoreAsync(ResidentRow[] residents, DateOnly? extract = null)
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(extract ?? s_cutOff, new TestRows { Landlords = Landlords, Residents = residents });
        return store;
    }

    private static async Task<string> OneAsync(TestWarehouse store, string year, string? landlord = null)
    {
        FigureTable table = await AskAsync(store, new()
        {
            Measures = ["customers"],
            Years = [ReportingYear.Parse(year)],
            Filters = landlord is null ? [] : [new QueryFilter("landlord", [landlord])],
        });
        return Assert.Single(table.Figures).Display;
    }

    private static async Task<string[]> LinesAsync(TestWarehouse store, string measure, string by = "ethnicity")
    {
        FigureTable table = await AskAsync(
            store, new() { Measures = [measure], GroupBy = [by], Years = [s_year], ShareOf = by });
        return
        [
            .. table.Figures.Select(figure => string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.ValueOf(by)} {figure.Display} {(figure.Share?.Value is decimal share ? decimal.Round(share, 2) : "*")}")),
        ];
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<FigureTable> AskAsync(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, Stop);
}
