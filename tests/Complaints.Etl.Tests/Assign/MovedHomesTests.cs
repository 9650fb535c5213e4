using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// A register whose column of landlords or tenures became another one gave all homes to others since ever, and with the cases of the same
/// load every figure moved without a word.
/// </summary>
public sealed class MovedHomesTests
{
    [Theory]
    [InlineData("00BK,LCRA")]
    [InlineData("4826,LCHO")]
    public async Task Homes_of_which_many_are_given_to_others_since_ever_are_refused_and_can_be_meant(string others)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, Homes(40, 0, ""));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, Homes(40, 12, others)));

        Assert.StartsWith("The register gives 12 of the 40 homes", refused.What, StringComparison.Ordinal);
        Assert.Contains("--allow-changes", refused.Fix, StringComparison.Ordinal);
        await LoadAsync(test, Homes(40, 12, others), LoadAllowance.Changes);
    }

    [Fact]
    public async Task Homes_that_change_hands_on_a_day_and_a_few_that_are_corrected_load()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, Homes(40, 0, ""));
        string sold = string.Concat(Enumerable.Range(0, 40).Select(home =>
            string.Create(CultureInfo.InvariantCulture, $"P{home},4826,LCRA,01/04/2015,01/10/2024\nP{home},00BK,LCRA,01/10/2024,\n")));

        LoadOutcome outcome = await LoadAsync(test, sold);

        Assert.Equal(0, outcome.RowsQuarantined);
        await LoadAsync(test, sold.Replace("P7,4826,LCRA", "P7,4826,LCHO", StringComparison.Ordinal));
    }

    private static string Homes(int homes, int moved, string others) => string.Concat(Enumerable.Range(0, homes).Select(home =>
        string.Create(CultureInfo.InvariantCulture, $"P{home},{(home < moved ? others : "4826,LCRA")},01/04/2015,\n")));

    private static Task<LoadOutcome> LoadAsync(TestWarehouse test, string homes, LoadAllowance allow = LoadAllowance.None)
    {
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", $"ref,landlord,type,from,to\n{homes}");
        test.Write(
            "homes.mapping.jsonc",
            """{ "mapping": "homes", "source": { "system": "REG2" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "valid_from": "from", "valid_to": "to", "stock_type": "type" }, "landlord": { "column": "landlord" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
        return test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = allow });
    }
}
