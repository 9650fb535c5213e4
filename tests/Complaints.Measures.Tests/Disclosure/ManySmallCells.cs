using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Disclosure;

/// <summary>Complaints of five landlords over two years, unevenly spread, so that many cells are small and none is like another.</summary>
public sealed class ManySmallCells : IAsyncLifetime
{
    public static readonly DateOnly CutOff = new(2025, 6, 30);

    // A measure of one's own: the whole less what a shipped one counts, written as what it is not.
    private const string Missed = """
        {
          "measures": [
            {
              "id": "missed", "title": "Not in time", "unit": "complaints", "kind": "count", "population": "tsm", "date_role": "made",
              "numerator": { "count": { "all": [
                { "field": "stage", "op": "eq", "value": 1 },
                { "field": "in_time_basis", "op": "not_in", "value": ["standard", "extension"] } ] } },
              "source": "us"
            }
          ]
        }
        """;

    private static readonly string[] s_landlords = ["A1", "A1", "A1", "A1", "B2", "B2", "C3", "C3", "D4", "E5"];
    private static readonly string[] s_areas =
    [
        "Repairs", "Repairs", "Repairs", "Repairs", "Estates", "Estates", "Charges", "Lettings", "Heating",
    ];
    private static readonly string[] s_subcategories = ["Damp", "Damp", "Damp", "Leak", "Leak", "Roof", "Noise", "Noise", "Dogs"];
    private static readonly string[] s_channels = ["Telephone", "Telephone", "Letter", "Web", "Web", "Visit"];
    private static readonly string?[] s_outcomes = ["upheld", "partially_upheld", "not_upheld", "not_upheld", "resolved_otherwise", null];

    public TestWarehouse Store { get; private set; } = null!;

    public FigureEngine Engine { get; private set; } = null!;

    public static Principal Viewer(params string[] landlords) =>
        new("viewer", LandlordScope.Of(landlords.Select(LandlordCode.Parse)), Role.Viewer);

    public static Principal Sector { get; } = new("sector", LandlordScope.All, Role.Sector);

    public async ValueTask InitializeAsync()
    {
        Store = await TestWarehouse.CreateAsync();
        string[] landlords = [.. s_landlords.Distinct()];
        await Store.LoadAsync(CutOff, new TestRows
        {
            Landlords = [.. landlords.Select(code => Make.Landlord(code, $"Landlord {code}"))],
            Stock =
            [
                .. landlords.SelectMany((code, at) => Enumerable.Range(2023, 2).SelectMany(year => new[]
                {
                    Make.Stock(code, year, 1000 + (at * 10)),
                    Make.Stock(code, year, 300 + (at * 10), StockType.Lcho),
                })),
            ],
            Stages = [.. Stages(seed: 5, count: 1_200)],
            Residents = [.. Residents(seed: 9, count: 300)],
        });
        Engine = new FigureEngine(Store.Warehouse, MeasureCatalogue.Shipped.With(Missed, "ours.jsonc"));
    }

    public async ValueTask DisposeAsync() => await Store.DisposeAsync();

    // Some bands are of many and some of few; a fifth of those who complain is on no register.
    private static IEnumerable<ResidentRow> Residents(int seed, int count)
    {
        var random = new Random(seed);
        for (int number = 0; number < count; number++)
        {
            int drawn = random.Next(40);
            yield return new ResidentRow
            {
                SourceRow = number + 1,
                Pseudonym = $"R{number:000}",
                LandlordCode = LandlordCode.Parse(s_landlords[random.Next(s_landlords.Length)]),
                AgeBand = random.Next(9) == 0 ? null : random.Next(3) == 0 ? "16-34" : "35+",
                EthnicityBand = drawn switch { 0 => "Arab", 1 => "Roma", < 5 => "Black", < 10 => "Asian", < 13 => null, _ => "White" },
                ValidFrom = new DateOnly(2020, 1, 1).AddDays(random.Next(1_600)),
            };
        }
    }

    private static IEnumerable<StageRow> Stages(int seed, int count)
    {
        var random = new Random(seed);
        var more = new Random(seed + 1);
        var people = new Random(seed + 2);
        for (int number = 1; number <= count; number++)
        {
            DateOnly received = new DateOnly(2023, 4, 1).AddDays(random.Next(730));
            DateOnly? responded = random.Next(9) == 0 ? null : received.AddDays(random.Next(2) + random.Next(45));
            DateOnly due = received.AddDays(random.Next(14, 40));
            int subcategory = random.Next(s_subcategories.Length);
            // What was added later has a stream of its own, so that the rest stays as it was.
            DateOnly? acknowledged = more.Next(9) == 0 ? null : received.AddDays(more.Next(9));
            yield return Make.Stage($"C{number:00000}", s_landlords[random.Next(s_landlords.Length)], received, responded) with
            {
                SourceRow = number,
                Stage = random.Next(6) == 0 ? Stage.Two : Stage.One,
                StockType = random.Next(20) switch { 0 => StockType.Neither, < 4 => StockType.Lcho, _ => StockType.Lcra },
                ServiceArea = s_areas[random.Next(s_areas.Length)],
                Category = subcategory < 6 ? "Building" : "Behaviour",
                Subcategory = s_subcategories[subcategory],
                Channel = random.Next(12) == 0 ? null : s_channels[random.Next(s_channels.Length)],
                Outcome = responded is null ? null : s_outcomes[random.Next(s_outcomes.Length)],
                Status = random.Next(20) switch { 0 => StageStatus.Refused, 1 => StageStatus.Withdrawn, _ => StageStatus.Accepted },
                AcknowledgedOn = acknowledged,
                AcknowledgeDueOn = more.Next(30) == 0 ? null : received.AddDays(7),
                OmbudsmanDetailsGiven = more.Next(2) == 0 ? null : more.Next(3) > 0,
                Avoidable = more.Next(4) == 0 ? null : more.Next(3) == 0,
                PointsRaised = more.Next(4) == 0 ? null : more.Next(1, 5),
                StandardDueOn = due,
                ExtendedDueOn = random.Next(5) == 0 ? due.AddDays(10) : null,
                ResidentPseudonym = people.Next(5) == 0 ? null : $"R{people.Next(300):000}",
                WorkingDaysToRespond = responded is DateOnly day ? (day.DayNumber - received.DayNumber) * 5 / 7 : null,
            };
        }
    }
}
