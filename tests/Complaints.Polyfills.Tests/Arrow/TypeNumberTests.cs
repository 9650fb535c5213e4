using Apache.Arrow.Types;

namespace Complaints.Polyfills.Tests.Arrow;

/// <summary>
/// A compiler writes an enumeration's number into whoever uses it, so code that was compiled over the original reads a
/// stand-in's types by the original's numbers. This runs over both.
/// </summary>
public class TypeNumberTests
{
    [Theory]
    [InlineData("Null", 0)]
    [InlineData("Boolean", 1)]
    [InlineData("Int64", 9)]
    [InlineData("Double", 12)]
    [InlineData("Binary", 14)]
    [InlineData("Date32", 16)]
    [InlineData("Timestamp", 18)]
    [InlineData("Time64", 20)]
    [InlineData("Decimal128", 22)]
    [InlineData("List", 24)]
    [InlineData("Struct", 25)]
    public void A_kind_of_type_has_the_originals_number(string name, int number) =>
        Assert.Equal(number, (int)Enum.Parse<ArrowTypeId>(name));
}
