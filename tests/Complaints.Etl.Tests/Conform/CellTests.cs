using Complaints.Etl.Conform.Values;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>What cells hold that nobody sees, and what systems write for nothing.</summary>
public sealed class CellTests
{
    [Fact]
    public async Task Invisible_characters_in_codes_days_and_headers_are_read_as_blanks_and_counted()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"\u200B{SmallSet.Header.Replace("Ack", "Ack\u00A0", StringComparison.Ordinal)}\nK1,Stage\u00A01,\u200E02/04/2024,,,,Not\u202Fupheld,48\u200B26,SEC\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(["1|2024-04-02|4826"], await test.QueryAsync("SELECT stage, received_on, landlord_code FROM fact_stage"));
        Assert.Equal(1, outcome.Files[1].CorrectedByRule["strip-invisible"]);
    }

    [Theory]
    [InlineData("31/12/9999", "9999-12-31")]
    [InlineData("9999-12-31", "31/12/9999")]
    [InlineData("31/12/9999", "2958465")]
    [InlineData("01/01/1753", "1753-01-01T00:00:00")]
    public async Task A_day_that_stands_for_none_is_one_however_it_is_written(string word, string cell)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"{SmallSet.Header}\nK1,1,02/04/2024,,,{cell},,4826,SEC\n",
            SmallSet.StageMapping().Replace("\"N/A\"", $"\"N/A\", \"{word}\"", StringComparison.Ordinal));

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
        Assert.Equal([""], await test.QueryAsync("SELECT responded_on FROM fact_stage"));
    }

    [Fact]
    public async Task A_column_without_a_name_is_named_by_its_position()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"{SmallSet.Header.Replace("Case", "", StringComparison.Ordinal)}\nK1,1,02/04/2024,,,,,4826,SEC\n",
            SmallSet.StageMapping(SmallSet.StageColumns.Replace("\"Case\"", "\"#1\"", StringComparison.Ordinal)));

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
        Assert.Equal(["K1"], await test.QueryAsync("SELECT case_reference FROM fact_stage"));
    }

    [Theory]
    [InlineData("1234.0", "1234")]
    [InlineData("1,234", "1234")]
    [InlineData("1234.5", null)]
    public async Task A_whole_number_written_with_a_fraction_of_zero_is_whole(string homes, string? expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("stock.csv", $"code,type,day,homes\n4826,LCRA,2024-03-31,\"{homes}\"\n");
        test.Write("stock.mapping.jsonc", """{ "mapping": "stock", "source": { "system": "REG" }, "target": "stock", "mode": "full", "columns": { "landlord_code": "code", "stock_type": "type", "year_end": "day", "homes": "homes" } }""");
        SmallSet.WriteManifest(test, ("stock.csv", "stock.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(expected is null ? [] : [expected], await test.QueryAsync("SELECT homes FROM fact_stock"));
    }

    [Theory]
    [InlineData("85%", 13, 13, true)]
    [InlineData("84.6 %", 11, 13, false)]
    [InlineData("84%", 11, 13, false)]
    [InlineData("0.85", 11, 13, false)]
    [InlineData("25.0", 25, 1000, false)]
    [InlineData("31.2", 25, 1000, true)]
    [InlineData("n/a", 1, 2, false)]
    [InlineData("50%", 1, 0, false)]
    public void A_value_as_printed_contradicts_its_own_numbers_where_no_rounding_gives_it(
        string printed,
        int numerator,
        int denominator,
        bool expected) =>
        Assert.Equal(expected, PrintedValue.Contradicts(printed, numerator, denominator));

    [Fact]
    public async Task Published_rows_that_contradict_themselves_and_rows_without_a_landlord_are_told_as_what_they_are()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("published.csv", "code,name,year,num,den,printed\n4826,Westward,2024/25,9,9,71%\n,A,2024/25,1,2,50%\n,B,2024/25,3,4,75%\n");
        test.Write("published.mapping.jsonc", """{ "mapping": "pub", "source": { "system": "PUB" }, "target": "published_measure", "mode": "full", "columns": { "landlord_code": "code", "landlord_name": "name", "measure_id": { "value": "ch02_stage1" }, "stock_type": { "value": "LCRA" }, "reporting_year": "year", "numerator": "num", "denominator": "den", "value_as_printed": "printed", "publisher": { "value": "council" } } }""");
        SmallSet.WriteManifest(test, ("published.csv", "published.mapping.jsonc"));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(["unknown-landlord", "unknown-landlord"], await test.QueryAsync("SELECT rule_id FROM load_quarantine"));
        Assert.Contains(
            outcome.Notices,
            notice => notice.StartsWith("published.csv: 1 published figures contradict themselves", StringComparison.Ordinal));
    }
}
