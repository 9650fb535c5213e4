using System.Text.Json;
using Complaints.Domain.Text;

namespace Complaints.Domain.Tests.Text;

public class TerminalTextTests
{
    [Theory]
    [InlineData("\u001B[2J", "\\u001B[2J")]
    [InlineData("a\u009Bb", "a\\u009Bb")]
    [InlineData("a\u202Eb\u2066c", "a\\u202Eb\\u2066c")]
    [InlineData("line\rover", "line\\u000Dover")]
    [InlineData("\u007F\u0000", "\\u007F\\u0000")]
    [InlineData("A\u200B1\uFEFF", "A\\u200B1\\uFEFF")]
    [InlineData("A\uDB40\uDC411\u3164", "A\\uDB40\\uDC411\\u3164")]
    public void What_acts_on_a_terminal_is_written_out(string text, string visible) => Assert.Equal(visible, TerminalText.Of(text));

    [Theory]
    [InlineData("Straße 12, €5 – “so” 😀")]
    [InlineData("a\tb\r\nc\n")]
    public void Everything_else_stays_the_same_text(string text) => Assert.Same(text, TerminalText.Of(text));

    // No attribute can hold half a character.
    [Fact]
    public void Half_a_character_is_written_out() => Assert.Equal("\\uD800x", TerminalText.Of("\uD800x"));

    [Fact]
    public void In_JSON_it_is_the_same_value()
    {
        string json = TerminalText.Of("\"a\u202E\u009B\"");
        Assert.Equal("a\u202E\u009B", JsonSerializer.Deserialize<string>(json));
    }
}
