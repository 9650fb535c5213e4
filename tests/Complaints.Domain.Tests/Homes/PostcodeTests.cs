using Complaints.Domain.Homes;

namespace Complaints.Domain.Tests.Homes;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("W2 1AA", "W2 1AA")]
    [InlineData("w21aa", "W2 1AA")]
    [InlineData(" sw1a  0aa ", "SW1A 0AA")]
    [InlineData("EC1A1BB", "EC1A 1BB")]
    [InlineData("M60 1NW", "M60 1NW")]
    [InlineData("DN55 1PT", "DN55 1PT")]
    [InlineData("W1A 1HQ", "W1A 1HQ")]
    public void Case_and_blanks_do_not_matter(string text, string expected)
    {
        Assert.True(Postcode.TryParse(text, out Postcode postcode));
        Assert.Equal(expected, postcode.Value);
        Assert.Equal(expected, postcode.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("W99")]
    [InlineData("W2 1A")]
    [InlineData("2W 1AA")]
    [InlineData("ABC1 1AA")]
    [InlineData("W2 AA1")]
    [InlineData("W2-1AA")]
    [InlineData("W2 1AA London")]
    [InlineData("unknown")]
    public void Anything_else_is_none(string? text) => Assert.False(Postcode.TryParse(text, out _));

    [Fact]
    public void The_default_is_none()
    {
        Assert.Equal("", default(Postcode).ToString());
        Assert.Throws<InvalidOperationException>(() => default(Postcode).Value);
    }
}
