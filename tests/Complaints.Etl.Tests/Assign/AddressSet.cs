using System.Globalization;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>A register with addresses of two landlords, a cross-reference, and complaints with an address.</summary>
internal static class AddressSet
{
    private const string Through = "\"landlord\": { \"through\": \"property_reference\", \"column\": \"Asset\", \"uprn_column\": \"UPRN\", \"address_column\": \"Address\", \"postcode_column\": \"PC\" }";

    /// <param name="homes">Lines of ref, UPRN, landlord, address, postcode, from, to.</param>
    /// <param name="references">Lines of identifier and home.</param>
    /// <param name="cases">Lines of case, received, identifier, UPRN, address, postcode.</param>
    internal static async Task<TestWarehouse> Of(string homes, string references, string cases)
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", "ref,uprn,landlord,address,postcode,from,to\n" + homes);
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "uprn": "uprn", "landlord_code": "landlord", "stock_type": { "value": "LCRA" }, "address": "address", "postcode": "postcode", "valid_from": "from", "valid_to": "to" } }""");
        test.Write("refs.csv", "id,ref\n" + references);
        test.Write("refs.mapping.jsonc", """{ "mapping": "refs", "source": { "system": "CRM" }, "target": "property_reference", "mode": "full", "columns": { "identifier": "id", "property_reference": "ref", "property_allocator": { "value": "HOUSING" } } }""");
        test.Write("cases.csv", "Case,Received,Asset,UPRN,Address,PC\n" + cases);
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "nulls": ["not known"], "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received" }, """ + Through + " }");
        SmallSet.WriteManifest(
            test, ("homes.csv", "homes.mapping.jsonc"), ("refs.csv", "refs.mapping.jsonc"), ("cases.csv", "cases.mapping.jsonc"));
        return test;
    }

    /// <summary>The homes suggested for the only row that waits, best first: landlord, home, confidence and why.</summary>
    internal static async Task<string[]> SuggestedAsync(TestWarehouse test) =>
    [
        .. (await EntryAsync(test)).Suggestions
            .Where(suggestion => suggestion.PropertyReference is not null)
            .Select(suggestion => string.Create(
                CultureInfo.InvariantCulture,
                $"{suggestion.Landlord}|{suggestion.PropertyReference}|{suggestion.Score:0.####}|{suggestion.Why}")),
    ];

    internal static async Task<WorklistEntry> EntryAsync(TestWarehouse test) =>
        Assert.Single(await new WorklistStore(test.Warehouse).ListAsync(TestContext.Current.CancellationToken));

    internal static async Task<string[]> ExportAsync(TestWarehouse test)
    {
        using var text = new StringWriter();
        await new WorklistStore(test.Warehouse).ExportAsync(text, TestContext.Current.CancellationToken);
        return [.. text.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd('\r'))];
    }

    internal static Task<LoadOutcome> AcceptAsync(TestWarehouse test, IEnumerable<string> lines) => test.LoadAsync(
        new LoadRequest { Path = test.SetFolder, AcceptedReferences = test.Write("reviewed.csv", string.Join('\n', lines) + "\n") });
}
