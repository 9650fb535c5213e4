using Complaints.Etl.Conform.Values;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>A comma anywhere and a point before three zeros were read over: "8,41" was 841 homes, and "6.000" six.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("6.000", null)]
    [InlineData("12.000", null)]
    [InlineData("4123.000", null)]
    [InlineData("2,00", null)]
    [InlineData("8,41", null)]
    [InlineData("41,2", null)]
    [InlineData("20,00,0", null)]
    [InlineData("1,2345", null)]
    [InlineData("1234,567", null)]
    [InlineData(",123", null)]
    [InlineData("123,", null)]
    [InlineData("1,,234", null)]
    [InlineData("1.234,00", null)]
    [InlineData("1.234.567", null)]
    [InlineData("12.", null)]
    [InlineData(".0", null)]
    [InlineData("-5", null)]
    [InlineData("99,999,999,999", null)]
    [InlineData("6", 6)]
    [InlineData("4123.0", 4123)]
    [InlineData("4123.00", 4123)]
    [InlineData("4123.0000", 4123)]
    [InlineData("4,123", 4123)]
    [InlineData("4,123.0", 4123)]
    [InlineData("12,345,678", 12345678)]
    [InlineData("0.000", 0)]
    public void A_whole_number_has_commas_between_groups_of_three_and_no_point_that_could_part_thousands(string text, int? expected)
    {
        Assert.Equal(expected is not null, NumberText.TryReadWhole(text, out int number));
        Assert.Equal(expected ?? number, number);
    }

    [Theory]
    [InlineData("52,2", null)]
    [InlineData("6.000", null)]
    [InlineData("6.125", null)]
    [InlineData("1,23.5", null)]
    [InlineData("20.7", "20.7")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("6.1250", "6.1250")]
    [InlineData("1234.125", "1234.125")]
    [InlineData("0.125", "0.125")]
    public async Task A_published_number_that_can_be_two_is_held_back(string text, string? expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("published.csv", $"code,name,year,num\n4826,Westward,2024/25,\"{text}\"\n");
        test.Write("published.mapping.jsonc", """{ "mapping": "pub", "source": { "system": "PUB" }, "target": "published_measure", "mode": "full", "columns": { "landlord_code": "code", "landlord_name": "name", "measure_id": { "value": "ch02_stage1" }, "stock_type": { "value": "LCRA" }, "reporting_year": "year", "numerator": "num", "publisher": { "value": "council" } } }""");
        SmallSet.WriteManifest(test, ("published.csv", "published.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(
            expected is null ? [] : [$"{decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture):0.0000}"],
            await test.QueryAsync("SELECT numerator FROM fact_published_measure"));
        Assert.Equal(
            expected is null ? [$"bad-number|{text}"] : [], await test.QueryAsync("SELECT rule_id, value FROM load_quarantine"));
    }

    [Theory]
    [InlineData("3,5")]
    [InlineData("4.000")]
    public async Task Points_raised_are_read_by_the_same_rule(string points)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"{SmallSet.Header},Points\nK1,1,02/04/2024,,,,,4826,SEC,2\nK2,1,03/04/2024,,,,,4826,SEC,\"{points}\"\n",
            SmallSet.StageMapping(SmallSet.StageColumns + """, "points_raised": "Points" """));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(1, outcome.Files[1].QuarantinedByRule["bad-number"]);
        Assert.Equal(["K1|2"], await test.QueryAsync("SELECT case_reference, points_raised FROM fact_stage"));
    }

    [Theory]
    [InlineData("47,9", false)]
    [InlineData("1,00", false)]
    [InlineData("99", true)]
    public void A_printed_value_with_a_comma_out_of_place_is_no_number(string printed, bool contradicts) =>
        Assert.Equal(contradicts, PrintedValue.Contradicts(printed, 11, 23));
}
