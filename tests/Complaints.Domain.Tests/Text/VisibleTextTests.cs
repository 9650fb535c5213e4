using Complaints.Domain.Text;

namespace Complaints.Domain.Tests.Text;

public class VisibleTextTests
{
    // Fillers, variation selectors and tags were not known as invisible: they are no format characters to Unicode, or outside its first
    // plane.
    [Theory]
    [InlineData("\u034F")]
    [InlineData("\u115F")]
    [InlineData("\u17B5")]
    [InlineData("\u180F")]
    [InlineData("\u200B")]
    [InlineData("\u3164")]
    [InlineData("\uFE00")]
    [InlineData("\uFEFF")]
    [InlineData("\uFFA0")]
    [InlineData("\uD834\uDD73")]
    [InlineData("\uDB40\uDC41")]
    [InlineData("\uDB40\uDDEF")]
    public void A_character_without_width_is_dropped_found_and_named(string unseen)
    {
        Assert.Equal("Damp and mould", VisibleText.Of($" Da{unseen}mp {unseen} and\u00A0\u2800mould{unseen}"));
        Assert.True(VisibleText.HasInvisible($"A{unseen}1"));
        Assert.Equal($"A<U+{char.ConvertToUtf32(unseen, 0):X4}>1", VisibleText.Named($"A{unseen}1"));
    }

    [Theory]
    [InlineData("Straße 12 – 😀 \u0600")]
    [InlineData("plain")]
    public void What_is_seen_stays(string text)
    {
        Assert.Equal(text, VisibleText.Of(text));
        Assert.False(VisibleText.HasInvisible(text));
        Assert.Equal(text, VisibleText.Named(text));
    }
}
