using Complaints.Domain.Errors;
using Complaints.Domain.Homes;

namespace Complaints.Domain.Tests.Homes;

public class StockTypeTests
{
    [Fact]
    public void Every_stock_type_has_a_code_that_is_read_back()
    {
        Assert.Equal(Enum.GetValues<StockType>(), StockTypes.All);
        Assert.All(Enum.GetValues<StockType>(), type => Assert.Equal(type, StockTypes.Parse(StockTypes.Code(type))));
        Assert.All(
            Enum.GetValues<PublishedStockType>(),
            type => Assert.Equal(type, StockTypes.ParsePublished(StockTypes.Code(type))));
    }

    [Fact]
    public void Case_and_blanks_do_not_matter() => Assert.Equal(StockType.Lcho, StockTypes.Parse(" lcho  "));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rented")]
    [InlineData("COMBINED")]
    [InlineData("1")]
    public void Another_code_is_no_stock_type_of_a_home(string? code)
    {
        Assert.False(StockTypes.TryParse(code, out StockType type));
        Assert.False(Enum.IsDefined(type));
        Assert.Throws<UserException>(() => StockTypes.Parse(code));
    }

    [Fact]
    public void A_published_figure_can_be_combined_but_not_neither()
    {
        Assert.Equal(PublishedStockType.Combined, StockTypes.ParsePublished("combined"));
        Assert.Throws<UserException>(() => StockTypes.ParsePublished("NEITHER"));
    }

    [Fact]
    public void A_stock_type_that_was_never_set_has_no_code()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StockTypes.Code(default(StockType)));
        Assert.Throws<ArgumentOutOfRangeException>(() => StockTypes.Code(default(PublishedStockType)));
    }
}
