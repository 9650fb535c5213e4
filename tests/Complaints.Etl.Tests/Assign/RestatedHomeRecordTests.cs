using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;
using Complaints.Measures;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// A register that is loaded alone, and a complaint that is held back, put contacts, payments and promises in doubt as well: their figures
/// said the landlord of before, "complete".
/// </summary>
public sealed class RestatedHomeRecordTests
{
    private static readonly string[] s_measures = ["contacts", "payments_made", "promises_made"];

    [Fact]
    public async Task A_home_that_another_landlord_has_now_puts_its_contacts_payments_and_promises_in_doubt()
    {
        await using TestWarehouse test = await LoadedAsync();
        Assert.All(await AskAsync(test), figure => Assert.False(figure.Incomplete));
        Register(test, "P1,00BK,SEC,01/01/2000\nP2,4826,SEC,01/01/2000\n");
        await test.LoadAsync();

        IReadOnlyList<Figure> figures = await AskAsync(test);

        Assert.Equal(
            s_measures.SelectMany(measure => new[] { $"{measure} 00BK", $"{measure} 4826" }).Order(StringComparer.Ordinal),
            figures.Where(figure => figure.Incomplete).Select(Name).Order(StringComparer.Ordinal));

        Records(test);
        await test.LoadAsync();

        Assert.All(await AskAsync(test), figure => Assert.False(figure.Incomplete, Name(figure)));
    }

    [Fact]
    public async Task An_identifier_that_leads_to_another_home_now_puts_the_contacts_of_the_first_in_doubt()
    {
        await using TestWarehouse test = await LoadedAsync("X1,P1\nX2,P2", "X");
        Assert.All(await AskAsync(test), figure => Assert.False(figure.Incomplete));
        References(test, "X1,P3\nX2,P2");
        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.Changes | LoadAllowance.Withdrawals });

        Assert.Contains("contacts 4826", (await AskAsync(test)).Where(figure => figure.Incomplete).Select(Name));
    }

    [Fact]
    public async Task A_case_whose_newest_row_is_held_back_puts_its_payments_and_promises_in_doubt()
    {
        await using TestWarehouse test = await LoadedAsync();
        test.Write("cases.csv", "Case,Stage,Received,Home\nA,1,02/04/2024,P9\n");
        test.Write("cases.mapping.jsonc", CasesMapping("incremental", "HOUSING"));
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
        await test.LoadAsync();

        string[] doubtful = [.. (await AskAsync(test)).Where(figure => figure.Incomplete).Select(Name)];

        Assert.Contains("payments_made 4826", doubtful);
        Assert.Contains("promises_made 4826", doubtful);
        Assert.DoesNotContain("contacts 4826", doubtful);
    }

    private static string Name(Figure figure) => $"{figure.Measure} {figure.ValueOf("landlord")}";

    private static async Task<IReadOnlyList<Figure>> AskAsync(TestWarehouse test)
    {
        List<Figure> all = [];
        foreach (string measure in s_measures)
        {
            FigureTable table = await new FigureEngine(test.Warehouse).QueryAsync(
                new FigureQuery { Measures = [measure], GroupBy = ["landlord"], Years = [ReportingYear.Parse("2024/25")] },
                Principal.Demo,
                TestContext.Current.CancellationToken);
            all.AddRange(table.Figures.Where(figure => figure.ValueOf("landlord") is "00BK" or "4826"));
        }

        return all;
    }

    private static async Task<TestWarehouse> LoadedAsync(string? references = null, string prefix = "P")
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        Register(test, "P1,4826,SEC,01/01/2000\nP2,4826,SEC,01/01/2000\nP3,00BK,SEC,01/01/2000\n");
        await test.LoadAsync();
        if (references is not null)
        {
            References(test, references);
            await test.LoadAsync();
        }

        Records(test, prefix);
        await test.LoadAsync();
        return test;
    }

    private static void Register(TestWarehouse test, string homes)
    {
        test.Write("homes.csv", "ref,landlord,tenure,from\n" + homes);
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "incremental", "columns": { "property_reference": "ref", "landlord_code": "landlord", "tenure_code": "tenure", "valid_from": "from" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
    }

    private static void References(TestWarehouse test, string rows)
    {
        test.Write("refs.csv", $"id,ref\n{rows}\n");
        test.Write("refs.mapping.jsonc", """{ "mapping": "refs", "source": { "system": "CRM" }, "target": "property_reference", "mode": "full", "columns": { "identifier": "id", "property_reference": "ref", "property_allocator": { "value": "HOUSING" } } }""");
        SmallSet.WriteManifest(test, ("refs.csv", "refs.mapping.jsonc"));
    }

    private static string CasesMapping(string mode, string allocator) =>
        $$"""{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "{{mode}}", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "allocator": "{{allocator}}" } }""";

    private static void Records(TestWarehouse test, string prefix = "P")
    {
        string allocator = prefix == "P" ? "HOUSING" : "CRM";
        test.Write("cases.csv", $"Case,Stage,Received,Home\nA,1,02/04/2024,{prefix}1\nB,1,02/04/2024,{prefix}2\n");
        test.Write("cases.mapping.jsonc", CasesMapping("full", allocator));
        test.Write("contacts.csv", $"No,Received,Home\nK1,02/05/2024,{prefix}1\nK2,03/05/2024,{prefix}2\n");
        test.Write("contacts.mapping.jsonc", $$"""{ "mapping": "contacts", "source": { "system": "CRM" }, "target": "contact", "mode": "full", "date_order": "dmy", "columns": { "contact_reference": "No", "kind": { "value": "compliment" }, "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "allocator": "{{allocator}}" } }""");
        test.Write("payments.csv", "Case,No,Paid\nA,1,05/06/2024\n");
        test.Write("payments.mapping.jsonc", """{ "mapping": "payments", "source": { "system": "CRM" }, "target": "compensation", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "payment_reference": "No", "kind": { "value": "goodwill" }, "ordered_by": { "value": "landlord" }, "amount": { "value": "50" }, "paid_on": "Paid" } }""");
        test.Write("promises.csv", "Case,No,Made\nA,1,05/06/2024\n");
        test.Write("promises.mapping.jsonc", """{ "mapping": "promises", "source": { "system": "CRM" }, "target": "action", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "action_reference": "No", "kind": { "value": "promise" }, "made_on": "Made" } }""");
        SmallSet.WriteManifest(
            test,
            ("cases.csv", "cases.mapping.jsonc"),
            ("contacts.csv", "contacts.mapping.jsonc"),
            ("payments.csv", "payments.mapping.jsonc"),
            ("promises.csv", "promises.mapping.jsonc"));
    }
}
