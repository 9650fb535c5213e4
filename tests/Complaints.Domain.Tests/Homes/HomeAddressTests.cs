using Complaints.Domain.Homes;

namespace Complaints.Domain.Tests.Homes;

public sealed class HomeAddressTests
{
    [Theory]
    [InlineData("12 High Street", "12 HIGH ST.")]
    [InlineData("12 High Street", "No. 12, High Street")]
    [InlineData("12A High Street", "12 a high street")]
    [InlineData("012 High Street", "12 High Street, England")]
    [InlineData("Flat 3, 12 High St", "Apartment 3 12 High Street")]
    [InlineData("Flat 3, 12 High St", "FLAT 3\n12 HIGH STREET")]
    [InlineData("Flat 3; 12 High St", "Apt. 3, 12, High Street")]
    [InlineData("3 Elm Ct", "3 Elm Court")]
    [InlineData("3 Elm Hse, St. John's Rd", "3 Elm House, Saint Johns Road")]
    [InlineData("12 St Mary's Ter", "12 Saint Mary’s Terrace")]
    [InlineData("12 Café Row", "12 CAFÉ ROW")]
    [InlineData("12 Dukes & Earls Ave", "12 Dukes and Earls Avenue")]
    [InlineData("12-14 High Street", "12–14 High Street")]
    [InlineData("Rose Cottage, Mill Lane", "ROSE COTTAGE, MILL LN")]
    [InlineData("12 High Street, London W2 1AA", "12 High Street, W21AA")]
    [InlineData("Flat 3, 12 High Street, Otley, West Yorkshire, LS21 1AA", "Flat 3, 12 High St, LS21 1AA")]
    [InlineData("Flat 3, Elm House, Otley, LS21 1AA", "Flat 3 Elm House LS21 1AA")]
    [InlineData("12 HIGH STREET OTLEY LS21 1AA", "12 High Street, LS21 1AA")]
    [InlineData("FLAT 3 12 HIGH STREET WEST YORKSHIRE LS21 1AA", "Flat 3, 12 High Street West Yorkshire, LS21 1AA")]
    [InlineData("12, W2 1AA", "012, w2 1aa")]
    public void One_home_is_written_in_many_ways(string one, string other)
    {
        HomeAddress first = Read(one);
        HomeAddress second = Read(other);

        Assert.True(first.IsAlike(second), $"{first} and {second}");
        Assert.True(second.IsAlike(first));
        Assert.Equal(first.ToString(), second.ToString());
    }

    [Theory]
    [InlineData("12 High Street", "21 High Street")]
    [InlineData("12 High Street", "12A High Street")]
    [InlineData("12 High Street", "12 High Road")]
    [InlineData("12 High Street", "112 High Street")]
    [InlineData("12 High Street", "12-14 High Street")]
    [InlineData("12 High Street", "Flat 12, High Street")]
    [InlineData("12 High Street", "Flat 1, 12 High Street")]
    [InlineData("12 High Street", "1, 2 High Street")]
    [InlineData("Flat 3, 12 High Street", "Flat 12, 3 High Street")]
    [InlineData("Flat 3, 12 High Street", "3/12 High Street")]
    [InlineData("3/12 High Street", "12/3 High Street")]
    [InlineData("Flat 3, 12 High Street", "Unit 3, 12 High Street")]
    [InlineData("Flat 3, 12 High Street", "Room 3, 12 High Street")]
    [InlineData("Flat A, 12 High Street", "12A High Street")]
    [InlineData("Flat 12-14 High Street", "Flat 12 - 14 High Street")]
    [InlineData("12 N Circular Road", "12N Circular Road")]
    [InlineData("Flat 3 A Block, Elm Road", "Flat 3A Block, Elm Road")]
    [InlineData("12 High Street, Otley", "12 High Street, Ilkley")]
    [InlineData("12 High Street, Otley", "12 High Street")]
    [InlineData("12 High Street, W2 1AA", "12 High Street, W2 1AB")]
    [InlineData("12 High Street, W2 1AA", "12 High Street North, W2 1AA")]
    [InlineData("12 Park Lane, W2 1AA", "12 Park Lane Alder, W2 1AA")]
    [InlineData("12 High Street, W2 1AA", "12 High Street Flat A, W2 1AA")]
    [InlineData("Flat 3, Alder House, W2 1AA", "Flat 3, Birch House, W2 1AA")]
    [InlineData("Flat 3, Alder, London, W2 1AA", "Flat 3, Birch, London, W2 1AA")]
    [InlineData("Flat 3, 12 High Street, W2 1AA", "Flat 3, 12 High Street, Rear Block, W2 1AA")]
    [InlineData("Flat 3, High Street, Block B, W2 1AA", "Flat 3, High Street, Block C, W2 1AA")]
    [InlineData("12 St Street", "12 Street Street")]
    public void Different_homes_are_never_alike(string one, string other)
    {
        Assert.False(Read(one).IsAlike(Read(other)), $"{Read(one)} and {Read(other)}");
        Assert.False(Read(other).IsAlike(Read(one)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("12")]
    [InlineData("Flat 3")]
    [InlineData("High Street")]
    [InlineData("High Street, Otley")]
    [InlineData("High Street, Otley, LS21 1AA")]
    [InlineData("Alder Estate, High Street")]
    [InlineData("1st Avenue")]
    [InlineData("Western Avenue, A40")]
    [InlineData("LS21 1AA")]
    [InlineData("unknown")]
    [InlineData("12 High Street, W2 1AA", "W2 1AB")]
    public void What_does_not_tell_a_home_from_its_street_is_no_address_of_one(string? text, string? postcode = null) =>
        Assert.False(HomeAddress.TryParse(text, postcode, out _));

    [Fact]
    public void A_postcode_counts_in_the_address_and_apart()
    {
        Assert.True(HomeAddress.TryParse("12 High Street", "w21aa", out HomeAddress? apart));
        Assert.Equal("12 HIGH STREET, W2 1AA", apart.ToString());
        Assert.True(apart.IsAlike(Read("12 High Street, London, W2 1AA")));
        Assert.True(HomeAddress.TryParse("12 High Street, W2 1AA", "W2 1AA", out _));
        Assert.True(HomeAddress.TryParse("12 High Street", "not known", out HomeAddress? without));
        Assert.Null(without.Postcode);
    }

    [Fact]
    public void Without_a_postcode_on_one_side_every_line_counts()
    {
        Assert.True(Read("12 High Street, W2 1AA").IsAlike(Read("12 High Street")));
        Assert.False(Read("12 High Street, London, W2 1AA").IsAlike(Read("12 High Street")));
        Assert.True(Read("12 High Street, London, W2 1AA").IsAlike(Read("12 High Street, London")));
    }

    [Fact]
    public void A_text_that_no_address_is_as_long_as_is_none()
    {
        Assert.True(HomeAddress.TryParse("12 " + new string('A', Limits.AddressCharacters - 3), null, out _));
        Assert.False(HomeAddress.TryParse("12 " + new string('A', Limits.AddressCharacters - 2), null, out _));
        Assert.False(HomeAddress.TryParse("12 High Street " + new string('/', 100), null, out _));
    }

    internal static HomeAddress Read(string text) => HomeAddress.TryParse(text, null, out HomeAddress? address)
        ? address
        : throw new InvalidOperationException($"'{text}' does not identify a home.");
}
