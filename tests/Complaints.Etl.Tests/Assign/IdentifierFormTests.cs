using Complaints.Etl.Assign;

namespace Complaints.Etl.Tests.Assign;

/// <summary>Only what the register itself shows to be without meaning may be dropped when identifiers are compared.</summary>
public sealed class IdentifierFormTests
{
    [Theory]
    [InlineData("1/23")]
    [InlineData("4/47")]
    [InlineData("447")]
    [InlineData("44.7")]
    [InlineData("44-7")]
    [InlineData("44 7")]
    [InlineData("44\u00A07")]
    [InlineData("44\u200B7")]
    [InlineData("44 \u2009 7")]
    [InlineData("44_7")]
    [InlineData("44,7")]
    public void A_separator_between_two_numbers_is_never_dropped(string read)
    {
        string[] register = ["12/3", "12/4", "44/7"];
        IdentifierForm form = IdentifierForm.Of(register);
        Assert.DoesNotContain(form.Apply(read), register.Select(form.Apply));
    }

    [Theory]
    [InlineData("1234.0", "12340")]
    [InlineData("1.234", "1234")]
    [InlineData("12/34", "1234")]
    [InlineData("12-34", "1234")]
    [InlineData("12 34", "1234")]
    [InlineData("B12 34", "B1234")]
    [InlineData("12,34", "1234")]
    [InlineData("12_34", "1234")]
    public void A_point_a_slash_or_a_hyphen_that_the_register_lacks_makes_no_other_number(string read, string register)
    {
        IdentifierForm form = IdentifierForm.Of([register, "99999"]);
        Assert.NotEqual(form.Apply(register), form.Apply(read));
    }

    [Theory]
    [InlineData("a9U290000004GNX", "a9U290000004GNx")]
    [InlineData("A9U290000004GNY", "a9U290000004GNY")]
    public void Case_counts_where_the_register_mixes_it(string read, string register)
    {
        IdentifierForm form = IdentifierForm.Of(["a9U290000004GNy", "a9U290000004GNY", "a9U290000004GNx"]);
        Assert.NotEqual(form.Apply(register), form.Apply(read));
    }

    [Theory]
    [InlineData("b 12345", "B12345")]
    [InlineData("B-12345", "B12345")]
    [InlineData("\u00A0B12345\u200B", "B12345")]
    [InlineData("123", "000123")]
    [InlineData("0000123", "000123")]
    public void What_a_spreadsheet_or_a_typist_changes_is_dropped_where_nothing_speaks_against_it(string read, string register)
    {
        IdentifierForm form = IdentifierForm.Of(["B12345", "B99999", "000123", "004567"]);
        Assert.Equal(form.Apply(register), form.Apply(read));
    }

    // A blank or a hyphen can stand for whatever parts the letter from the number in the other.
    [Theory]
    [InlineData("A/1", "A 1")]
    [InlineData("A-1", "A 1")]
    [InlineData("A.1", "A-1")]
    public void A_separator_beside_a_letter_counts_where_the_register_tells_identifiers_apart_by_one(string parted, string read)
    {
        IdentifierForm form = IdentifierForm.Of([parted, "A1", "B2"]);
        Assert.NotEqual(form.Apply("A1"), form.Apply(read));
    }

    [Fact]
    public void Zeros_count_where_numbers_of_several_widths_begin_with_them()
    {
        IdentifierForm form = IdentifierForm.Of(["007", "07", "7"]);
        Assert.Equal(3, new[] { "007", "07", "7" }.Select(form.Apply).Distinct().Count());
    }

    [Fact]
    public void Zeros_before_a_plain_number_do_not_count()
    {
        IdentifierForm form = IdentifierForm.Of(["7", "1234"]);
        Assert.Equal(form.Apply("7"), form.Apply("0007"));
    }

    [Fact]
    public void Nothing_is_dropped_that_would_make_one_identifier_of_two()
    {
        string[] register = ["A-1", "A1", "b2", "c-3"];
        IdentifierForm form = IdentifierForm.Of(register);
        Assert.Equal(register.Length, register.Select(form.Apply).Distinct().Count());
        Assert.NotEqual(form.Apply("A1"), form.Apply("A-1"));
    }
}
