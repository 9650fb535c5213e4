using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Homes;

public class UprnTests
{
    [Theory]
    [InlineData("100023336956", 100023336956)]
    [InlineData("000000199356", 199356)]
    [InlineData("0000000000000000199356", 199356)]
    [InlineData("  100023336956   ", 100023336956)]
    [InlineData("1000 2333 6956", 100023336956)]
    [InlineData("1000-2333-6956", 100023336956)]
    [InlineData("UPRN: 100023336956", 100023336956)]
    [InlineData("'100023336956", 100023336956)]
    [InlineData("\"100023336956\"", 100023336956)]
    [InlineData("=\"100023336956\"", 100023336956)]
    [InlineData("\u00A0100023336956\u200B", 100023336956)]
    [InlineData("100,023,336,956", 100023336956)]
    [InlineData("100023336956.0", 100023336956)]
    [InlineData("10002333695.00", 10002333695)]
    [InlineData("999999999999", 999999999999)]
    [InlineData("1", 1)]
    public void Marks_and_leading_zeros_are_dropped(string text, long expected)
    {
        Assert.True(Uprn.TryParse(text, out Uprn uprn, out UprnFault fault));
        Assert.Equal(UprnFault.None, fault);
        Assert.Equal(expected, uprn.Value);
        Assert.Equal(expected.ToString(System.Globalization.CultureInfo.InvariantCulture), uprn.ToString());
    }

    [Theory]
    [InlineData(null, UprnFault.Empty)]
    [InlineData("", UprnFault.Empty)]
    [InlineData("   ", UprnFault.Empty)]
    [InlineData("unknown", UprnFault.NotANumber)]
    [InlineData("١٢٣", UprnFault.NotANumber)]
    [InlineData("1.00023E+11", UprnFault.ScientificNotation)]
    [InlineData("1,00023E+11", UprnFault.ScientificNotation)]
    [InlineData("1E11", UprnFault.ScientificNotation)]
    [InlineData("100023000000", UprnFault.ScientificNotation)]
    [InlineData("10023000000", UprnFault.ScientificNotation)]
    [InlineData("100023000000.0", UprnFault.ScientificNotation)]
    [InlineData("1.00023e+011", UprnFault.ScientificNotation)]
    [InlineData(" 1.00023E+11 ", UprnFault.ScientificNotation)]
    [InlineData("-1.00023E+11", UprnFault.ScientificNotation)]
    [InlineData("-100023336956", UprnFault.Negative)]
    [InlineData("−5", UprnFault.Negative)]
    [InlineData("0", UprnFault.Zero)]
    [InlineData("000000000000", UprnFault.Zero)]
    [InlineData("000000000000000", UprnFault.Zero)]
    [InlineData("0.0", UprnFault.Zero)]
    [InlineData("1000233369561", UprnFault.TooLong)]
    [InlineData("10002333695.5", UprnFault.Fraction)]
    [InlineData("10002333695.000", UprnFault.Fraction)]
    [InlineData("10002333695,0", UprnFault.Fraction)]
    [InlineData("1,23", UprnFault.Fraction)]
    [InlineData("100023;336956", UprnFault.Several)]
    [InlineData("Flat 3 of 10002333", UprnFault.Several)]
    [InlineData("100023\n336956", UprnFault.Several)]
    public void What_cannot_be_trusted_is_refused_with_the_reason(string? text, UprnFault expected)
    {
        Assert.False(Uprn.TryParse(text, out Uprn uprn, out UprnFault fault));
        Assert.Equal(expected, fault);
        Assert.Equal(default, uprn);
        Assert.Throws<UserException>(() => Uprn.Parse(text));
    }

    [Fact]
    public void A_long_note_in_the_wrong_column_is_refused_without_being_read()
    {
        Assert.False(Uprn.TryParse(new string('1', 1_000_000), out _, out UprnFault fault));
        Assert.Equal(UprnFault.TooLong, fault);
    }

    [Property(MaxTest = 2_000)]
    public Property Every_number_of_up_to_12_digits_survives_padding_and_printing() =>
        (from high in Gen.Choose(0, 999_999)
         from low in Gen.Choose(1, 999_999)
         from width in Gen.Choose(0, 20)
         select (Value: (high * 1_000_000L) + low, Width: width)).Holds(x =>
            Uprn.Parse(x.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(x.Width, '0')).Value == x.Value
            && Uprn.Parse(Uprn.From(x.Value).ToString()) == Uprn.From(x.Value));

    [Property(MaxTest = 2_000)]
    public Property Any_text_is_either_a_UPRN_in_range_or_has_a_reason() =>
        ArbMap.Default.GeneratorFor<string?>().Holds(text =>
            Uprn.TryParse(text, out Uprn uprn, out UprnFault fault)
                ? fault == UprnFault.None && uprn.Value is > 0 and <= 999_999_999_999
                : fault != UprnFault.None && uprn == default);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000)]
    public void A_number_out_of_range_is_refused(long value) => Assert.Throws<UserException>(() => Uprn.From(value));

    [Fact]
    public void A_UPRN_that_was_never_set_cannot_be_used()
    {
        Assert.Throws<InvalidOperationException>(() => default(Uprn).Value);
        Assert.Equal("", default(Uprn).ToString());
    }

    [Fact]
    public void A_float_of_a_spreadsheet_is_told_how_to_come_back_as_text() =>
        Assert.Contains("as text", Assert.Throws<UserException>(() => Uprn.Parse("1.00023E+11")).Fix!, StringComparison.Ordinal);
}
