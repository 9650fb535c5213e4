using Complaints.Domain.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Text;

public class EditDistanceTests
{
    // Few letters and short texts, so that texts are near each other and every kind of slip occurs.
    private static readonly Gen<string> s_text = Gen.Choose(0, 7).SelectMany(length =>
        Gen.Elements('a', 'b', 'c').ArrayOf(length).Select(letters => new string(letters)));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("stage", "stage", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("landlord", "landlrod", 1)]
    [InlineData("landlord", "landord", 1)]
    [InlineData("landlord", "landlords", 1)]
    [InlineData("landlord", "lamdlord", 1)]
    [InlineData("ca", "abc", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Stage", "stage", 1)]
    public void A_change_an_omission_an_addition_and_a_swap_are_one_slip_each(string left, string right, int slips) =>
        Assert.Equal(slips, EditDistance.Between(left, right));

    [Property(MaxTest = 2_000)]
    public Property Only_equal_texts_have_no_distance() =>
        Pairs().Holds(pair => EditDistance.Between(pair.A, pair.B) == 0 == (pair.A == pair.B));

    [Property(MaxTest = 2_000)]
    public Property It_is_the_same_both_ways() =>
        Pairs().Holds(pair => EditDistance.Between(pair.A, pair.B) == EditDistance.Between(pair.B, pair.A));

    [Property(MaxTest = 2_000)]
    public Property It_is_never_shorter_than_by_way_of_a_third_text() =>
        Pairs().SelectMany(pair => s_text.Select(third => (pair.A, pair.B, C: third))).Holds(texts =>
            EditDistance.Between(texts.A, texts.C) <= EditDistance.Between(texts.A, texts.B) + EditDistance.Between(texts.B, texts.C));

    [Property(MaxTest = 2_000)]
    public Property It_lies_between_the_difference_and_the_longer_of_the_lengths() =>
        Pairs().Holds(pair => EditDistance.Between(pair.A, pair.B) is int slips
            && slips >= Math.Abs(pair.A.Length - pair.B.Length)
            && slips <= Math.Max(pair.A.Length, pair.B.Length));

    [Property(MaxTest = 2_000)]
    public Property With_enough_given_it_is_cut_off_there() =>
        Pairs().SelectMany(pair => Gen.Choose(0, 8).Select(enough => (pair.A, pair.B, enough))).Holds(asked =>
            EditDistance.Between(asked.A, asked.B, asked.enough) == Math.Min(EditDistance.Between(asked.A, asked.B), asked.enough));

    private static Gen<(string A, string B)> Pairs() => s_text.SelectMany(a => s_text.Select(b => (A: a, B: b)));
}
