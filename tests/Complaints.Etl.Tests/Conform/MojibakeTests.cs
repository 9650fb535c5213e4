using System.Text;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Etl.Tests.Conform;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("FlÃ¢t 3, CafÃ© Row", "Flât 3, Café Row")]
    [InlineData("residentâ€™s kitchen", "resident’s kitchen")]
    [InlineData("Â£25 offered", "£25 offered")]
    public void UTF_8_read_as_Windows_1252_is_put_right(string broken, string expected)
    {
        Assert.Equal(expected, Mojibake.Repair(broken, out bool lost));
        Assert.False(lost);
    }

    [Theory]
    [InlineData("Zoë Ângström")]
    [InlineData("São Tomé")]
    [InlineData("£25 – café")]
    public void Sound_text_stays_as_it_is(string text)
    {
        Assert.Same(text, Mojibake.Repair(text, out bool lost));
        Assert.False(lost);
    }

    [Theory]
    [InlineData("resident\uFFFDs kitchen")]
    [InlineData("residentâ€?s kitchen")]
    public void Lost_characters_are_told(string text)
    {
        Mojibake.Repair(text, out bool lost);
        Assert.True(lost);
    }

    [Fact]
    public void Every_western_text_survives_the_wrong_reading_and_the_repair()
    {
        char[] letters = [.. "abc XYZ 123 éèçüñßøåæÉÈÜ£’“–"];
        Arbitrary<string> texts = Gen.Elements(letters).ArrayOf().Select(chars => new string(chars)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            string broken = string.Concat(
                Encoding.UTF8.GetBytes(text).Select(
                    b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? (char)b : EncodingChoice.Windows().GetString([b])[0]));
            return Mojibake.Repair(broken, out bool lost) == text && !lost;
        }).QuickCheckThrowOnFailure();
    }
}
