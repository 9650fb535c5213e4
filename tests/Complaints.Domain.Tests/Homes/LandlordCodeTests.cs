using Complaints.Domain.Errors;
using Complaints.Domain.Homes;

namespace Complaints.Domain.Tests.Homes;

public class LandlordCodeTests
{
    [Theory]
    [InlineData("LH3827", "LH3827")]
    [InlineData("4826", "4826")]
    [InlineData("00bk ", "00BK")]
    [InlineData(" 41UB", "41UB")]
    [InlineData("L4240", "L4240")]
    [InlineData("5056", "5056")]
    public void Codes_of_the_register_are_read(string text, string expected)
    {
        Assert.Equal(expected, LandlordCode.Parse(text).Value);
        Assert.Equal(expected, LandlordCode.Parse(text).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("LH 3827")]
    [InlineData("LH-3827")]
    [InlineData("ÄB12")]
    [InlineData("１２３４")]
    [InlineData("ABCDEFGHIJKLM")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(LandlordCode.TryParse(text, out LandlordCode code));
        Assert.Equal(default, code);
        Assert.Throws<UserException>(() => LandlordCode.Parse(text));
    }

    [Fact]
    public void Codes_are_equal_and_ordered_by_their_characters()
    {
        Assert.Equal(LandlordCode.Parse("00bk"), LandlordCode.Parse("00BK"));
        Assert.NotEqual(LandlordCode.Parse("0BK"), LandlordCode.Parse("00BK"));
        Assert.True(LandlordCode.Parse("00BK") < LandlordCode.Parse("41UB"));
        Assert.True(LandlordCode.Parse("LH3827") >= LandlordCode.Parse("L4240"));
    }

    [Fact]
    public void A_code_that_was_never_set_cannot_be_used() =>
        Assert.Throws<InvalidOperationException>(() => default(LandlordCode).Value);
}
