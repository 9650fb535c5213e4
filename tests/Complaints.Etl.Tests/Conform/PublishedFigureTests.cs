using Complaints.Etl.Conform.Values;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>Published figures that cannot be: 15 of 10 in time, −1 of 10, 120 %. They stood in the sector's median.</summary>
public sealed class PublishedFigureTests
{
    private const string Mapping =
        """{ "mapping": "pub", "source": { "system": "PUB" }, "target": "published_measure", "mode": "full", "columns": { "landlord_code": "code", "landlord_name": "code", "measure_id": "measure", "stock_type": { "value": "LCRA" }, "reporting_year": { "value": "2024/25" }, "numerator": "num", "denominator": "den", "value_as_printed": "printed", "publisher": { "value": "RSH" } } }""";

    [Theory]
    [InlineData("ch02_stage1", 9, 10, "90%", true)]
    [InlineData("ch02_stage1", 10, 10, "100", true)]
    [InlineData("ch02_stage1", 15, 10, null, false)]
    [InlineData("ch02_stage2_extension", 11, 10, null, false)]
    [InlineData("tp09", 52, 42, null, false)]
    [InlineData("ch02_stage1", -1, 10, null, false)]
    [InlineData("ch01_stage1", 5, -1000, null, false)]
    [InlineData("ch01_stage1", -5, 1000, null, false)]
    [InlineData("ch01_stage1", 1200, 1000, "1200", true)]
    [InlineData("ch02_stage1", 9, 10, "120%", false)]
    [InlineData("ch02_stage1", null, null, "120", false)]
    [InlineData("ch02_stage1", null, null, "-4%", false)]
    [InlineData("ch02_stage1", 120, 130, "120", true)]
    [InlineData("ch02_stage1", null, null, "[U]", true)]
    [InlineData("ch02_stage1", 0, 0, "0%", true)]
    [InlineData("escalation_rate", 15, 10, "150%", true)]
    public void A_share_is_a_part_of_its_whole_and_no_count_is_negative(
        string measure, int? numerator, int? denominator, string? printed, bool possible) =>
        Assert.Equal(possible, PublishedFigure.Impossible(measure, numerator, denominator, printed) is null);

    [Theory]
    [InlineData("ch01_stage1", true, null)]
    [InlineData("ch02_stage2_standard", true, null)]
    [InlineData("tp09", true, null)]
    [InlineData("escalation_rate", true, null)]
    [InlineData("CH02 (1)", false, "ch02_stage1")]
    [InlineData("CH01 stage 2", false, "ch01_stage2")]
    [InlineData("CH02_STAGE1", false, "ch02_stage1")]
    [InlineData("ch02_1", false, "ch02_stage1")]
    [InlineData("ch02", false, null)]
    [InlineData("TP9", false, "tp09")]
    [InlineData("tp13", false, null)]
    [InlineData("Complaints in time", false, null)]
    public void A_measure_has_an_id_by_which_it_is_found(string text, bool known, string? meant)
    {
        Assert.Equal(known, PublishedFigure.IsId(text));
        Assert.Equal(meant, known ? null : PublishedFigure.Suggestion(text));
    }

    [Fact]
    public async Task A_figure_under_an_id_in_capitals_is_read_and_told_when_it_contradicts_itself_and_twice_in_a_file_it_is_a_copy()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("published.csv", "code,measure,num,den,printed\n4826,CH02_Stage1,11,11,79%\n00BK,TP09,3,10,30%\n00BK,tp09,4,10,40%\n");
        test.Write("published.mapping.jsonc", Mapping);
        SmallSet.WriteManifest(test, ("published.csv", "published.mapping.jsonc"));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Contains(
            outcome.Notices,
            notice => notice.StartsWith("published.csv: 1 published figures contradict themselves", StringComparison.Ordinal));
        Assert.Equal(
            ["3|duplicate-case", "4|duplicate-case"], await test.QueryAsync("SELECT line, rule_id FROM load_quarantine ORDER BY line"));
        Assert.Equal(["ch02_stage1"], await test.QueryAsync("SELECT measure_id FROM fact_published_measure"));
    }

    [Fact]
    public async Task Figures_that_cannot_be_and_measures_that_nobody_finds_are_held_back()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write(
            "published.csv",
            "code,measure,num,den,printed\n4826,ch02_stage1,9,10,90%\n00BK,ch02_stage1,15,10,\n4826,ch02_stage2,-1,10,\n00BK,CH02 (1),4,10,\n4826,tp09,,,140%\n");
        test.Write("published.mapping.jsonc", Mapping);
        SmallSet.WriteManifest(test, ("published.csv", "published.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(
            ["3|impossible-figure", "4|impossible-figure", "5|unknown-code", "6|impossible-figure"],
            await test.QueryAsync("SELECT line, rule_id FROM load_quarantine ORDER BY line"));
        Assert.Contains(
            "ch02_stage1",
            Assert.Single(await test.QueryAsync("SELECT hint FROM load_quarantine WHERE line = 5")),
            StringComparison.Ordinal);
        Assert.Equal(["4826|9"], await test.QueryAsync("SELECT landlord_code, numerator::INTEGER FROM fact_published_measure"));
    }
}
