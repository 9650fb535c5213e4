using Complaints.Etl.Conform.Values;

namespace Complaints.Etl.Tests.Conform;

public sealed class IdentifierTextTests
{
    [Theory]
    [InlineData("00012345", "12345")]
    [InlineData(" b 12-34/a ", "B1234A")]
    [InlineData("0000", "0")]
    [InlineData("--", "")]
    [InlineData("A0012", "A0012")]
    public void Case_blanks_punctuation_and_leading_zeros_do_not_count(string identifier, string expected) =>
        Assert.Equal(expected, IdentifierText.Normalise(identifier));
}
