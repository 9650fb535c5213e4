using Complaints.Domain.Text;

namespace Complaints.Domain.Tests.Text;

public sealed class NearestNamesTests
{
    private static readonly string[] s_names = ["ch02_stage1", "ch02_stage2", "received_on", "tsm"];

    [Theory]
    [InlineData("ch02_stag1", "ch02_stage1")]
    [InlineData("Received On", "received_on")]
    [InlineData("tsn", "tsm")]
    public void The_nearest_name_comes_first_whatever_its_case_blanks_and_punctuation(string given, string expected) =>
        Assert.Equal(expected, NearestNames.Nearest(given, s_names)[0]);

    [Fact]
    public void A_name_that_is_near_nothing_is_not_answered_with_a_guess()
    {
        Assert.Empty(NearestNames.Nearest("landlord", s_names));
        Assert.Equal("", NearestNames.Suggest("xy", s_names));
    }

    [Fact]
    public void A_suggestion_names_what_is_near() =>
        Assert.Equal(" Did you mean 'ch02_stage1' or 'ch02_stage2'?", NearestNames.Suggest("ch02_stage", s_names));
}
