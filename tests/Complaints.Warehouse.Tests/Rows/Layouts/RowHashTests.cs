using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.Tests.Rows.Layouts;

public class RowHashTests
{
    [Fact]
    public void Every_business_column_enters_the_hash()
    {
        ulong plain = Hash(Stage());
        Assert.Equal(plain, Hash(Stage() with { SourceRow = 77 }));
        Assert.NotEqual(plain, Hash(Stage() with { PointsRaised = 0 }));
        Assert.NotEqual(plain, Hash(Stage() with { Avoidable = false }));
        Assert.NotEqual(
            Hash(Stage() with { ServiceArea = "ab", Category = "c" }),
            Hash(Stage() with { ServiceArea = "a", Category = "bc" }));
        Assert.NotEqual(Hash(Stage() with { Theme = "" }), plain);
    }

    [Fact]
    public void The_stored_hash_of_a_row_never_changes() => Assert.Equal(StoredHash, Hash(Stage()));

    [Fact]
    public void A_home_without_an_address_keeps_the_hash_of_before_there_were_addresses()
    {
        Assert.Equal(StoredHomeHash, Hash(Home()));
        Assert.NotEqual(StoredHomeHash, Hash(Home() with { Address = "1 High Street" }));
        Assert.NotEqual(Hash(Home() with { Address = "2 High Street" }), Hash(Home() with { Address = "1 High Street" }));
    }

    private const ulong StoredHomeHash = 10050808715614823389;

    private const ulong StoredHash = 4483355663369458183;

    private static ulong Hash(StageRow row) => new StageLayout().Hash(row, new RowHash());

    private static ulong Hash(PropertyRow row) => new PropertyLayout().Hash(row, new RowHash());

    private static PropertyRow Home() => new()
    {
        SourceRow = 3,
        Allocator = "HOUSING",
        PropertyReference = "P1",
        Uprn = Uprn.From(100023336956),
        LandlordCode = LandlordCode.Parse("A1"),
        StockType = StockType.Lcra,
        TenureCode = "SEC",
        Postcode = "W99 1AA",
    };

    private static StageRow Stage() => new()
    {
        SourceRow = 3,
        CaseReference = "C1",
        Stage = Domain.Code.Stage.One,
        LandlordCode = LandlordCode.Parse("A1"),
        StockType = StockType.Lcra,
        CodeRuleId = "code-2024",
        ReceivedOn = new DateOnly(2024, 5, 1),
        InTimeBasis = InTimeBasis.Open,
    };
}
