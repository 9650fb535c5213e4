using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// A register that lets a home begin later than before left the days before it with the landlord, without a word, while a new warehouse
/// knew nothing of them: the same files gave two answers by the order of their loads.
/// </summary>
public sealed class LaterBeginningTests
{
    private const string Versions =
        """
        SELECT property_reference, landlord_code, valid_from, valid_to
        FROM dim_property
        WHERE property_key > 0 AND recorded_to_load = 2147483647
        ORDER BY 1, 3
        """;

    [Theory]
    [InlineData("P1,4826,,\n", "P1,4826,01/06/2024,\n", "P1|4826|2024-06-01|9999-12-31")]
    [InlineData("P1,4826,01/01/2000,\n", "P1,4826,01/06/2024,\n", "P1|4826|2024-06-01|9999-12-31")]
    [InlineData("P1,4826,01/01/2000,\n", "P1,4826,01/06/2024,01/06/2026\n", "P1|4826|2024-06-01|2026-06-01")]
    [InlineData(
        "P1,00BK,01/01/2000,01/01/2020\nP1,4826,01/01/2020,\n", "P1,4826,01/06/2024,\n",
        "P1|00BK|2000-01-01|2020-01-01", "P1|4826|2024-06-01|9999-12-31")]
    public async Task The_days_before_the_new_first_day_are_taken_back(string before, string after, params string[] expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, before);

        await LoadAsync(test, after);

        Assert.Equal(expected, await test.QueryAsync(Versions));
        FileOutcome again = await LoadAsync(test, after);
        Assert.Equal((0, 0), (again.Plan.Changed, again.Plan.BegunLater));
    }

    [Theory]
    [InlineData("P1,00BK,01/01/2000,\n", "P1,4826,01/06/2024,\n", "P1|00BK|2000-01-01|2024-06-01", "P1|4826|2024-06-01|9999-12-31")]
    [InlineData("P1,4826,01/01/2000,01/06/2024\n", "P1,4826,01/06/2024,\n", "P1|4826|2000-01-01|9999-12-31")]
    [InlineData("P1,4826,01/01/2000,\n", "P1,4826,,\n", "P1|4826|2000-01-01|9999-12-31")]
    [InlineData("P1,4826,01/01/2000,\n", "P1,4826,01/01/1990,\n", "P1|4826|1990-01-01|9999-12-31")]
    public async Task What_the_register_does_not_contradict_stays(string before, string after, params string[] expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, before);

        await LoadAsync(test, after);

        Assert.Equal(expected, await test.QueryAsync(Versions));
    }

    [Fact]
    public async Task Complaints_of_the_days_taken_back_are_marked_and_wait_when_they_are_loaded_again()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "P1,4826,,\n");
        await ComplaintsAsync(test);

        await LoadAsync(test, "P1,4826,01/06/2024,\n");
        IReadOnlyList<string> marked = await test.QueryAsync("SELECT row_key, rule_id FROM load_quarantine WHERE status = 'open'");
        await ComplaintsAsync(test);

        Assert.Equal(["A/1|home-restated"], marked);
        Assert.Equal(
            ["A/1|landlord-unmatched"], await test.QueryAsync("SELECT row_key, rule_id FROM load_quarantine WHERE status = 'open'"));
    }

    [Fact]
    public async Task A_register_whose_first_days_are_the_extracts_own_is_refused_and_can_be_meant()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, string.Concat(Enumerable.Range(1, 12).Select(home => $"P{home},4826,01/04/2023,\n")));
        string later = string.Concat(Enumerable.Range(1, 12).Select(home => $"P{home},4826,0{(home <= 3 ? 2 : 1)}/04/2023,\n"));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, later));
        FileOutcome meant = await LoadAsync(test, later, LoadAllowance.Changes);

        Assert.Contains("3 of the 12 homes", refused.Message, StringComparison.Ordinal);
        Assert.Contains("valid_from", refused.Fix, StringComparison.Ordinal);
        Assert.Equal(3, meant.Plan.BegunLater);
    }

    private static async Task<FileOutcome> LoadAsync(TestWarehouse test, string homes, LoadAllowance allow = LoadAllowance.None)
    {
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", $"ref,landlord,from,to\n{homes}");
        test.Write(
            "homes.mapping.jsonc",
            """{ "mapping": "homes", "source": { "system": "REG2" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "valid_from": "from", "valid_to": "to", "stock_type": { "value": "LCRA" } }, "landlord": { "column": "landlord" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
        LoadOutcome outcome = await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = allow });
        return outcome.Files.Single(file => file.Target == "property");
    }

    private static Task<LoadOutcome> ComplaintsAsync(TestWarehouse test)
    {
        test.Write("cases.csv", "Case,Received,Home\nA,02/04/2024,P1\nB,02/07/2024,P1\n");
        test.Write(
            "cases.mapping.jsonc",
            """{ "mapping": "cases", "source": { "system": "CRM2" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "allocator": "REG2" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
        return test.LoadAsync();
    }
}
