using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests;

/// <summary>Rows with as little said as possible.</summary>
internal static class Make
{
    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    public static LandlordRow Landlord(string code, string? name = null, string? validFrom = null) => new()
    {
        SourceRow = 2 + code[0],
        LandlordCode = LandlordCode.Parse(code),
        Name = name ?? $"Landlord {code}",
        ValidFrom = validFrom is null ? null : Day(validFrom),
    };

    public static PropertyRow Property(string reference, string landlord = "A1", string? from = null, string? to = null, long row = 2) =>
        new()
    {
        SourceRow = row,
        Allocator = TestLoad.Source,
        PropertyReference = reference,
        LandlordCode = LandlordCode.Parse(landlord),
        StockType = StockType.Lcra,
        TenureCode = "GN",
        ValidFrom = from is null ? null : Day(from),
        ValidTo = to is null ? null : Day(to),
    };

    public static StageRow Stage(
        string reference, Domain.Code.Stage stage = Domain.Code.Stage.One, string received = "2024-05-01", string landlord = "A1",
        long row = 0) => new()
        {
            SourceRow = row == 0
                ? (long.Parse(new string([.. reference.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) * 2) + (long)stage
                : row,
            CaseReference = reference,
            Stage = stage,
            LandlordCode = LandlordCode.Parse(landlord),
            StockType = StockType.Lcra,
            CodeRuleId = "code-2024",
            ReceivedOn = Day(received),
            InTimeBasis = InTimeBasis.Open,
        };

    public static QuarantineRow Held(long row, string raw, string rule = "bad-date", string? key = null) => new()
    {
        SourceRow = row,
        Target = "stage",
        RuleId = rule,
        Column = "Received",
        Value = "31/02/2024",
        Expected = "a date",
        Hint = "correct it",
        RowKey = key,
        Raw = raw,
    };
}
