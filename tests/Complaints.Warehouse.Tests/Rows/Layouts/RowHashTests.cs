using System.Text;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.Tests.Rows.Layouts;

public class RowHashTests
{
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999UL)]
    [InlineData("a", 0xD24EC4F1A98C6E5BUL)]
    [InlineData("abc", 0x44BC2CF5AD770999UL)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x0B242D361FDA71BCUL)]
    public void The_algorithm_gives_its_published_values(string text, ulong expected) =>
        Assert.Equal(expected, XxHash64.Hash(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Every_business_column_enters_the_hash()
    {
        ulong plain = Hash(Make.Stage("C1"));
        Assert.Equal(plain, Hash(Make.Stage("C1", row: 77)));
        Assert.NotEqual(plain, Hash(Make.Stage("C1") with { PointsRaised = 0 }));
        Assert.NotEqual(plain, Hash(Make.Stage("C1") with { Avoidable = false }));
        Assert.NotEqual(
            Hash(Make.Stage("C1") with { ServiceArea = "ab", Category = "c" }),
            Hash(Make.Stage("C1") with { ServiceArea = "a", Category = "bc" }));
        Assert.NotEqual(Hash(Make.Stage("C1") with { Theme = "" }), plain);
    }

    [Fact]
    public void The_stored_hash_of_a_row_never_changes() => Assert.Equal(StoredHash, Hash(Make.Stage("C1")));

    private const ulong StoredHash = 4483355663369458183;

    private static ulong Hash(Complaints.Warehouse.Rows.StageRow row) => new StageLayout().Hash(row, new RowHash());
}
