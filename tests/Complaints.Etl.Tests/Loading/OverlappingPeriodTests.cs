using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// Two periods of one home that share days ended the whole load as a defect of ours: every register whose last days are inclusive, and
/// whose owners change on the day, did.
/// </summary>
public sealed class OverlappingPeriodTests
{
    private const string Versions = "SELECT property_reference, landlord_code, valid_from, valid_to FROM dim_property WHERE property_key > 0 AND recorded_to_load = 2147483647 ORDER BY 1, 3";

    [Theory]
    [InlineData(
        "", "P1,4826,01/01/2010,01/01/2025\nP1,00BK,01/01/2024,\n",
        "P1|4826|2010-01-01|2024-01-01", "P1|00BK|2024-01-01|9999-12-31")]
    [InlineData(
        "", "P1,4826,01/01/2010,01/01/2030\nP1,00BK,01/01/2015,01/01/2016\n",
        "P1|4826|2010-01-01|2015-01-01", "P1|00BK|2015-01-01|2016-01-01")]
    [InlineData(
        "inclusive", "P1,4826,01/01/2010,01/04/2024\nP1,00BK,01/04/2024,\n",
        "P1|4826|2010-01-01|2024-04-01", "P1|00BK|2024-04-01|9999-12-31")]
    public async Task The_row_that_begins_later_ends_the_one_before(string validTo, string homes, params string[] expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, homes, validTo);

        Assert.Equal(expected, await test.QueryAsync(Versions));
        Assert.Equal(0, (await LoadAsync(test, homes, validTo)).Plan.Changed);
    }

    [Fact]
    public async Task An_overlap_that_comes_with_a_later_extract_ends_the_period_that_was_known()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "P1,4826,01/01/2010,01/01/2025\n", "");
        await LoadAsync(test, "P1,4826,01/01/2010,01/01/2025\nP1,00BK,01/01/2024,\n", "");

        Assert.Equal(2, (await test.QueryAsync(Versions)).Count);
    }

    private static async Task<FileOutcome> LoadAsync(TestWarehouse test, string homes, string validTo)
    {
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", $"ref,landlord,from,to\n{homes}");
        string inclusive = validTo.Length == 0 ? "" : $$""", "valid_to": "{{validTo}}" """;
        test.Write(
            "homes.mapping.jsonc",
            $$"""{ "mapping": "homes", "source": { "system": "REG2" }, "target": "property", "mode": "full", "date_order": "dmy"{{inclusive}}, "columns": { "property_reference": "ref", "valid_from": "from", "valid_to": "to", "stock_type": { "value": "LCRA" } }, "landlord": { "column": "landlord" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
        return (await test.LoadAsync()).Files.Single(file => file.Target == "property");
    }
}
