using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Support;

/// <summary>Rows by hand, one thing said at a time.</summary>
internal static class Make
{
    public static StageRow Stage(
        string reference,
        string landlord,
        DateOnly received,
        DateOnly? responded = null,
        Stage stage = Domain.Code.Stage.One) => new()
    {
        SourceRow = reference.GetHashCode(StringComparison.Ordinal) & 0xffff,
        CaseReference = reference,
        Stage = stage,
        LandlordCode = LandlordCode.Parse(landlord),
        StockType = StockType.Lcra,
        CodeRuleId = CodeRules.For(received).Id,
        Status = StageStatus.Accepted,
        ReceivedOn = received,
        RespondedOn = responded,
        StandardDueOn = received.AddDays(14),
        InTimeBasis = InTimeBasis.Open,
    };

    public static StockRow Stock(string landlord, int year, int homes, StockType type = StockType.Lcra) => new()
    {
        SourceRow = year + homes,
        LandlordCode = LandlordCode.Parse(landlord),
        StockType = type,
        YearEnd = new DateOnly(year + 1, 3, 31),
        Homes = homes,
    };

    public static LandlordRow Landlord(string code, string name, DateOnly? from = null) => new()
    {
        SourceRow = name.Length + code.Length,
        LandlordCode = LandlordCode.Parse(code),
        Name = name,
        ValidFrom = from ?? new DateOnly(2010, 4, 1),
    };

    public static ContactRow Contact(string reference, string landlord, DateOnly received, string kind = "service_request") => new()
    {
        SourceRow = reference.GetHashCode(StringComparison.Ordinal) & 0xffff,
        ContactReference = reference,
        Kind = kind,
        ReceivedOn = received,
        LandlordCode = LandlordCode.Parse(landlord),
    };

    public static QuarantineRow Held(int row, string rule, DateOnly? day, string target = "stage", params string[] candidates) => new()
    {
        SourceRow = row,
        Target = target,
        RuleId = rule,
        Expected = "something else",
        Hint = "mend it",
        RowKey = $"Q{row}",
        EventDate = day,
        Raw = $$"""{"row":"{{row}}"}""",
        Candidates = [.. candidates.Select(code => new WorklistCandidate(LandlordCode.Parse(code), null, null, 0.5m, "test"))],
    };
}
