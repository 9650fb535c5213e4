using Complaints.Domain.Figures;

namespace Complaints.Domain.Tests.Figures;

/// <summary>
/// Every rounded or truncated figure of the five published reports (docs/domain.md §7), from its numerator and denominator.
/// </summary>
public class SeedFigureTests
{
    [Theory]
    [InlineData("stage 1 on time", 19, 57, 0, "33", "33")]
    [InlineData("stage 2 on time", 4, 15, 0, "26", "27")]
    [InlineData("service failure rate", 46, 57, 0, "80", "81")]
    [InlineData("theme: repairs", 30, 57, 0, "52", "53")]
    [InlineData("theme: housing management", 7, 57, 0, "12", "12")]
    [InlineData("theme: heating and hot water", 5, 57, 0, "8", "9")]
    [InlineData("theme: customer care", 4, 57, 0, "7", "7")]
    [InlineData("theme: communal areas", 3, 57, 0, "5", "5")]
    [InlineData("theme: anti-social behaviour", 1, 57, 0, "1", "2")]
    public void Westminster_Community_Homes_truncates(string figure, int n, int d, int places, string published, string halfUp) =>
        Check(figure, n, d, places, 100m, RoundingMode.Truncate, published, halfUp);

    [Theory]
    [InlineData("in time with extensions", 492, 542, 0, 100, "91")]
    [InlineData("in the initial time", 361, 542, 0, 100, "67")]
    [InlineData("stage 1 in the initial time", 290, 440, 1, 100, "65.9")]
    [InlineData("stage 2 in the initial time", 71, 102, 1, 100, "69.6")]
    [InlineData("agreed", 329, 500, 0, 100, "66")]
    [InlineData("not accepted", 21, 542, 0, 100, "4")]
    [InlineData("escalation rate", 102, 440, 0, 100, "23")]
    [InlineData("to the Ombudsman", 16, 558, 0, 100, "3")]
    [InlineData("survey response", 81, 372, 0, 100, "22")]
    [InlineData("TP09 rented", 120, 270, 0, 100, "44")]
    [InlineData("CH01 stage 1, shared ownership", 34, 947, 1, 1000, "35.9")]
    [InlineData("CH01 stage 2, rented", 76, 7321, 1, 1000, "10.4")]
    [InlineData("CH01 stage 2, shared ownership", 12, 947, 1, 1000, "12.7")]
    [InlineData("CH02 stage 1, rented", 323, 352, 0, 100, "92")]
    [InlineData("CH02 stage 1, shared ownership", 30, 34, 0, 100, "88")]
    [InlineData("CH02 stage 2, rented", 69, 76, 0, 100, "91")]
    [InlineData("CH02 stage 2, shared ownership", 9, 12, 0, 100, "75")]
    [InlineData("maladministration 2022/23", 6, 11, 0, 100, "55")]
    [InlineData("maladministration 2023/24, considered findings", 17, 27, 1, 100, "63.0")]
    [InlineData("maladministration 2023/24, all findings", 17, 31, 1, 100, "54.8")]
    public void West_Kent_rounds_half_up(string figure, int n, int d, int places, int scale, string published) =>
        Check(figure, n, d, places, scale, RoundingMode.HalfUp, published);

    [Fact]
    public void West_Kent_truncates_one_figure() =>
        Check("CH01 stage 1, rented", 352, 7321, 1, 1000m, RoundingMode.Truncate, "48.0", "48.1");

    [Theory]
    [InlineData("stage 1 per 1,000", 330, 6365, 1, 1000, "51.8")]
    [InlineData("stage 2 per 1,000", 39, 6365, 1, 1000, "6.1")]
    [InlineData("stage 1 in time", 290, 330, 1, 100, "87.9")]
    [InlineData("stage 2 in time", 29, 39, 1, 100, "74.4")]
    [InlineData("TP09", 69, 174, 2, 100, "39.66")]
    public void Westward_rounds_half_up(string figure, int n, int d, int places, int scale, string published) =>
        Check(figure, n, d, places, scale, RoundingMode.HalfUp, published);

    [Theory]
    [InlineData("MP enquiries on allocations", 62, 113, 0, 100, "55")]
    [InlineData("service requests: repairs", 40, 103, 0, 100, "39")]
    [InlineData("service requests: neighbourhoods", 27, 103, 0, 100, "26")]
    [InlineData("stage 1 not upheld", 19, 36, 0, 100, "53")]
    [InlineData("stage 1 upheld", 7, 36, 0, 100, "19")]
    [InlineData("stage 1 partially upheld", 10, 36, 0, 100, "28")]
    [InlineData("escalation", 7, 36, 0, 100, "19")]
    [InlineData("stage 2 not upheld", 3, 7, 0, 100, "43")]
    [InlineData("stage 1 in ten working days", 30, 36, 0, 100, "83")]
    [InlineData("stage 1 with extension", 33, 36, 0, 100, "92")]
    [InlineData("stage 2 in twenty working days", 6, 7, 0, 100, "86")]
    [InlineData("stage 2 with extension", 7, 7, 0, 100, "100")]
    [InlineData("CH01 stage 1", 36, 5032, 2, 1000, "7.15")]
    [InlineData("CH01 stage 2", 7, 5032, 2, 1000, "1.39")]
    public void Cannock_Chase_rounds_half_up(string figure, int n, int d, int places, int scale, string published) =>
        Check(figure, n, d, places, scale, RoundingMode.HalfUp, published);

    [Fact]
    public void Cannock_Chases_weighted_survey_counts_fractions() =>
        Assert.Equal("41", new Rate(52.2m, 126.0m).Display(RoundingMode.HalfUp, 0, 100m));

    [Fact]
    public void Cannock_Chases_service_areas_round_to_101_and_can_be_brought_to_100()
    {
        decimal[] areas = [14, 10, 5, 5, 2];

        Assert.Equal([39m, 28m, 14m, 14m, 6m], areas.Select(area => Rounding.HalfUp(area, 36, 100, 0)));
        Assert.Equal(101m, areas.Sum(area => Rounding.HalfUp(area, 36, 100, 0)));
        Assert.Equal(100m, Rounding.LargestRemainder(areas, 0).Sum());
    }

    [Theory]
    [InlineData("on time, stage 1", 728, 957, 0, 100, "76")]
    [InlineData("escalation 2023/24", 68, 957, 0, 100, "7")]
    [InlineData("escalation 2022/23", 44, 505, 0, 100, "9")]
    [InlineData("stage 2: repairs", 40, 68, 0, 100, "59")]
    [InlineData("stage 2 outcomes 2023/24, first", 59, 68, 0, 100, "87")]
    [InlineData("stage 2 outcomes 2023/24, second", 7, 68, 0, 100, "10")]
    [InlineData("stage 2 outcomes 2023/24, third", 2, 68, 0, 100, "3")]
    [InlineData("stage 2 outcomes 2022/23, first", 17, 44, 0, 100, "39")]
    [InlineData("stage 2 outcomes 2022/23, second", 16, 44, 0, 100, "36")]
    [InlineData("stage 2 outcomes 2022/23, third", 11, 44, 0, 100, "25")]
    [InlineData("TP09", 657, 1327, 2, 100, "49.51")]
    [InlineData("CH01 stage 1", 957, 11746, 1, 1000, "81.5")]
    [InlineData("CH01 stage 2", 68, 11746, 1, 1000, "5.8")]
    [InlineData("CH02 stage 2", 50, 68, 1, 100, "73.5")]
    public void One_Manchester_rounds_half_up(string figure, int n, int d, int places, int scale, string published) =>
        Check(figure, n, d, places, scale, RoundingMode.HalfUp, published);

    [Fact]
    public void One_Manchesters_stage_1_outcomes_are_forced_to_100_by_the_last_of_them()
    {
        decimal[] outcomes = [561, 246, 150];

        Assert.Equal([59m, 26m, 16m], outcomes.Select(outcome => Rounding.HalfUp(outcome, 957, 100, 0)));
        Assert.Equal([58m, 26m, 16m], Rounding.LargestRemainder(outcomes, 0));
        Assert.Equal([59m, 26m, 15m], Rounding.LastTakesBalance(outcomes, 0));
    }

    [Fact]
    public void No_rule_reproduces_One_Manchesters_29_percent_of_the_year_before()
    {
        decimal[] outcomes = [268, 140, 97];

        Assert.Equal([53m, 28m, 19m], outcomes.Select(outcome => Rounding.HalfUp(outcome, 505, 100, 0)));
        Assert.Equal([53m, 27m, 19m], outcomes.Select(outcome => Rounding.Truncate(outcome, 505, 100, 0)));
        Assert.Equal([53m, 28m, 19m], Rounding.LargestRemainder(outcomes, 0));
        Assert.Equal([53m, 28m, 19m], Rounding.LastTakesBalance(outcomes, 0));
    }

    private static void Check(
        string figure, int n, int d, int places, decimal scale, RoundingMode mode, string published, string? halfUp = null)
    {
        var rate = new Rate(n, d);

        Assert.Equal((figure, published), (figure, rate.Display(mode, places, scale)));
        Assert.Equal((figure, halfUp ?? published), (figure, rate.Display(RoundingMode.HalfUp, places, scale)));
    }
}
