using System.Text;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>A hundred complaints of "Unknown" were one household's, and every one of them was thought to be escalated.</summary>
public sealed class ResidentTests
{
    private const string Columns = SmallSet.StageColumns + """, "resident_reference": "Tenant", "uprn": "UPRN" """;

    [Theory]
    [InlineData("Unknown")]
    [InlineData("n/a")]
    [InlineData("N.A.")]
    [InlineData("--")]
    [InlineData("(none)")]
    [InlineData("000000")]
    [InlineData("t.b.c.")]
    [InlineData("Not  known")]
    [InlineData("not-recorded")]
    [InlineData("Anonymous")]
    [InlineData("?")]
    [InlineData("x-x-x")]
    public void A_word_for_nothing_is_no_resident_however_it_is_written(string word) => Assert.True(NothingWords.Contain(word));

    [Theory]
    [InlineData("T0")]
    [InlineData("100")]
    [InlineData("0001")]
    [InlineData("NA12")]
    [InlineData("UNKNOWNE-SMITH")]
    [InlineData("Tennant")]
    [InlineData("A")]
    public void What_only_resembles_one_is_a_reference(string reference) => Assert.False(NothingWords.Contain(reference));

    [Fact]
    public async Task Rows_with_such_a_word_load_without_a_resident_and_the_load_tells_how_many()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, "K1,1,02/04/2024,,,,,4826,SEC,Not stated,\nK2,1,03/04/2024,,,,,4826,SEC,-,\nK3,1,04/04/2024,,,,,4826,SEC,T-77,\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.Equal(
            ["K1|True", "K2|True", "K3|False"],
            await test.QueryAsync("SELECT case_reference, resident_key = 0 FROM fact_stage ORDER BY 1"));
        Assert.Equal(2, outcome.Files[1].CorrectedByRule["no-resident"]);
        Assert.Contains(outcome.Notices, notice => notice.StartsWith("stages.csv: 2 rows name no resident", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reference_that_stands_in_more_complaints_than_a_household_has_is_told()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        StringBuilder rows = new();
        for (int i = 0; i < 60; i++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"K{i:D2},1,{1 + (i % 28):D2}/04/2024,,,,,4826,SEC,{(i % 2 == 0 ? "WALK-IN 1" : $"T{i / 20}")},\n");
        }

        Write(test, rows.ToString());

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(new SharedResidents(1, 30, 0, "K00"), outcome.Files[1].SharedResidents);
        Assert.Contains(
            outcome.Notices,
            notice => notice.Contains("30 complaints whose homes are not known, among them 'K00'", StringComparison.Ordinal));
    }

    // A column of numbers that are none was dropped without a count where the landlord stood in the row.
    [Theory]
    [InlineData("N.A.", 1)]
    [InlineData("23456.5", 1)]
    [InlineData("0", 1)]
    [InlineData("1.00023E+11", 1)]
    [InlineData("100023000417", 0)]
    [InlineData("", 0)]
    public async Task A_uprn_that_is_none_is_counted_also_where_the_landlord_is_known_without_it(string uprn, int counted)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, $"K1,1,02/04/2024,,,,,4826,SEC,,{uprn}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.Equal(counted, outcome.Files[1].CorrectedByRule.GetValueOrDefault("bad-uprn"));
    }

    private static void Write(TestWarehouse test, string rows) =>
        SmallSet.Write(test, $"{SmallSet.Header},Tenant,UPRN\n{rows}", SmallSet.StageMapping(Columns));
}
