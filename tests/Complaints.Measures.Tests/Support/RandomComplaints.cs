using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Support;

/// <summary>
/// Complaints of four landlords over two reporting years and a bit, the same for the same seed. The landlord "WCH4" has homes and no
/// complaints; "41UB" has complaints and no homes.
/// </summary>
public static class RandomComplaints
{
    public static readonly DateOnly CutOff = new(2025, 4, 14);

    private static readonly string[] s_landlords = ["00BK", "4826", "41UB"];
    private static readonly string[] s_all = [.. s_landlords, "WCH4"];
    private static readonly string[] s_areas = ["Repairs", "Estates", "Charges"];
    private static readonly string?[] s_outcomes = ["upheld", "partially_upheld", "not_upheld", "resolved_otherwise", null];
    private static readonly string[] s_refusals = ["Over a year old", "At law"];
    private static readonly string[] s_categories = ["Damp", "Noise"];

    public static TestRows Rows(int seed, int count) => new()
    {
        Landlords = [.. s_all.Select((code, index) => Landlord(code, index + 1))],
        Stock =
        [
            Stock(1, "00BK", StockType.Lcra, 2023, 12_000),
            Stock(2, "00BK", StockType.Lcra, 2024, 12_420),
            Stock(3, "00BK", StockType.Lcho, 2024, 1_019),
            Stock(4, "4826", StockType.Lcra, 2023, 6_365),
            Stock(5, "4826", StockType.Lcra, 2024, 6_368),
            Stock(6, "WCH4", StockType.Lcra, 2024, 1_500),
            Stock(7, "00BK", StockType.Lcho, 2023, 0),
        ],
        Stages = Stages(seed, count),
    };

    public static List<StageRow> Stages(int seed, int count)
    {
        var random = new Random(seed);
        List<StageRow> stages = [.. Enumerable.Range(1, count).Select(number => Stage(random, number))];
        // What was added later has a stream of its own, so that the rest stays as it was.
        var more = new Random(seed + 1);
        var first = new Dictionary<LandlordCode, Stack<string>>();
        return [.. stages.Select(stage => Handled(more, EscalatedFrom(more, first, stage)))];
    }

    // Most second stages follow a first one of their landlord's, of either year and whether it was refused or not.
    private static StageRow EscalatedFrom(Random random, Dictionary<LandlordCode, Stack<string>> first, StageRow stage)
    {
        if (!first.TryGetValue(stage.LandlordCode, out Stack<string>? cases))
        {
            first.Add(stage.LandlordCode, cases = []);
        }

        if (stage.Stage == Domain.Code.Stage.One)
        {
            cases.Push(stage.CaseReference);
            return stage;
        }

        return random.Next(4) > 0 && cases.TryPop(out string? reference) ? stage with { CaseReference = reference } : stage;
    }

    private static StageRow Handled(Random random, StageRow stage)
    {
        DateOnly due = stage.ReceivedOn.AddDays(7);
        DateOnly? acknowledged = random.Next(6) == 0 ? null : stage.ReceivedOn.AddDays(random.Next(14));
        return stage with
        {
            AcknowledgedOn = acknowledged,
            AcknowledgeDueOn = stage.Stage == Domain.Code.Stage.Two && stage.CodeRuleId == "code-2022" ? null : due,
            ExtensionAgreedOn = stage.ExtendedDueOn is null || random.Next(5) == 0 ? null : stage.ReceivedOn.AddDays(random.Next(40)),
            OmbudsmanDetailsGiven = random.Next(3) switch { 0 => true, 1 => false, _ => null },
            PointsRaised = random.Next(4) == 0 ? null : random.Next(1, 9),
            Avoidable = random.Next(3) switch { 0 => true, 1 => false, _ => null },
            RefusalReason = stage.Status == StageStatus.Refused ? s_refusals[random.Next(s_refusals.Length)] : null,
            ResidentPseudonym = random.Next(10) == 0 ? null : Resident(random.Next(400)),
        };
    }

    // Four of them complain often.
    private static string Resident(int drawn) => $"R{(drawn < 60 ? drawn % 4 : drawn):000}";

    private static StageRow Stage(Random random, int number)
    {
        DateOnly received = new DateOnly(2023, 1, 1).AddDays(random.Next(820));
        DateOnly due = received.AddDays(random.Next(14, 30));
        DateOnly? responded = random.Next(8) == 0 ? null : received.AddDays(random.Next(60));
        Stage stage = random.Next(4) == 0 ? Domain.Code.Stage.Two : Domain.Code.Stage.One;
        return new StageRow
        {
            SourceRow = number,
            CaseReference = $"C{number:00000}",
            Stage = stage,
            LandlordCode = LandlordCode.Parse(s_landlords[random.Next(s_landlords.Length)]),
            StockType = random.Next(10) switch { 0 => StockType.Neither, < 4 => StockType.Lcho, _ => StockType.Lcra },
            ServiceArea = random.Next(5) == 0 ? null : s_areas[random.Next(s_areas.Length)],
            Category = random.Next(5) == 0 ? null : s_categories[random.Next(s_categories.Length)],
            Subcategory = random.Next(2) == 0 ? "Bad" : null,
            Outcome = responded is null ? null : s_outcomes[random.Next(s_outcomes.Length)],
            CodeRuleId = received < new DateOnly(2024, 4, 1) ? "code-2022" : "code-2024",
            Status = random.Next(12) switch { 0 => StageStatus.Refused, 1 => StageStatus.Withdrawn, _ => StageStatus.Accepted },
            ReceivedOn = received,
            RespondedOn = responded,
            StandardDueOn = due,
            ExtendedDueOn = random.Next(3) == 0 ? due.AddDays(14) : null,
            WorkingDaysToRespond = responded is DateOnly day ? (day.DayNumber - received.DayNumber) * 5 / 7 : null,
            InTimeBasis = InTimeBasis.Open,
        };
    }

    private static LandlordRow Landlord(string code, int row) => new()
    {
        SourceRow = row,
        LandlordCode = LandlordCode.Parse(code),
        Name = $"Landlord {code}",
    };

    private static StockRow Stock(int row, string code, StockType type, int year, int homes) => new()
    {
        SourceRow = row,
        LandlordCode = LandlordCode.Parse(code),
        StockType = type,
        YearEnd = new DateOnly(year + 1, 3, 31),
        Homes = homes,
    };
}
