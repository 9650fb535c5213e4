using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Records;

/// <summary>Orders and recommendations of the Ombudsman, and whether they were complied with.</summary>
public sealed class OrderTests
{
    private const string Header = "Case,Order,Landlord,Kind,What,Amount,Due,Complied,Evidence";

    private const string Columns =
        """
        "ombudsman_reference": "Case", "order_reference": "Order", "kind": "Kind", "description": "What", "amount": "Amount",
        "due_on": "Due", "complied_on": "Complied", "evidence": "Evidence"
        """;

    private const string Named = """, "landlord": { "name_column": "Landlord" }""";

    private const string Faults = "SELECT row_key, rule_id, column_name FROM load_quarantine ORDER BY line";

    [Fact]
    public async Task An_order_loads_with_its_amount_days_and_evidence_under_the_landlord_it_names()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(
            test,
            """
            202300001,1,Westward,Order,Apologise,,01/06/2024,14/06/2024,letter
            202300001,2,WESTWARD,order,Pay,"£1,250.50",01/06/2025,,
            202300002,1,Westminster,recommendation,Train,0,,,
            """);

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((3L, 3L, 0L, 0L), RecordSet.Fates(outcome));
        Assert.Equal(
            [
                "202300001|1|4826|Westward|order|Apologise||2024-06-01|2024-06-14|letter",
                "202300001|2|4826|Westward|order|Pay|1250.50|2025-06-01||", "202300002|1|00BK|Westminster|recommendation|Train|0.00|||",
            ],
            await test.QueryAsync("SELECT ombudsman_reference, order_reference, landlord_code, name, kind, description, amount, due_on, complied_on, evidence FROM fact_order JOIN dim_landlord USING (landlord_key, landlord_code) ORDER BY 1, 2"));
    }

    [Theory]
    [InlineData("1,1,Westward,order,,-5,,,", "bad-amount", "Amount")]
    [InlineData("1,1,Westward,order,,some,,,", "bad-amount", "Amount")]
    [InlineData("1,1,Westward,demand,,,,,", "unknown-code", "Kind")]
    [InlineData("1,1,Westward,,,,,,", "missing-key", "Kind")]
    [InlineData("1,1,Nobody,order,,,,,", "landlord-name", "Landlord")]
    [InlineData("1,1,Westward,order,,,soon,,", "bad-date", "Due")]
    [InlineData("1,1,Westward,order,,,,15/04/2025,", "future-date", "Complied")]
    public async Task An_order_with_a_bad_cell_is_held_back_by_the_rule_of_that_cell(string row, string rule, string column)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, row);

        Assert.Equal((1L, 0L, 0L, 1L), RecordSet.Fates(await test.LoadAsync()));

        Assert.Equal([$"1/1|{rule}|{column}"], await test.QueryAsync(Faults));
    }

    [Fact]
    public async Task A_second_load_says_nothing_new_and_a_full_one_withdraws_what_it_lacks()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Rows(30));
        Assert.Equal((30L, 30L, 0L, 0L), RecordSet.Fates(await test.LoadAsync()));
        Assert.Equal((30L, 0L, 30L, 0L), RecordSet.Fates(await test.LoadAsync()));

        const string first = "1000,1,Westward,order,,,01/06/2024,";
        Write(test, Rows(29).Replace(first, first + "05/06/2024", StringComparison.Ordinal), "incremental");
        LoadOutcome part = await test.LoadAsync();
        Assert.Equal((0L, 1L, 0L), Plan(part));
        Write(test, Rows(29));
        Assert.Equal((0L, 1L, 1L), Plan(await test.LoadAsync()));

        Assert.Equal(["1029"], await test.QueryAsync("SELECT ombudsman_reference FROM fact_order WHERE withdrawn_by_source"));
        Assert.Equal(["29"], await test.QueryAsync("SELECT COUNT(*) FROM fact_order WHERE recorded_to_load = 2147483647"));
    }

    [Theory]
    [InlineData(",01/06/2024,", ",08/06/2024,", "another day it is due")]
    [InlineData(",01/06/2024,", ",,", "another day it is due")]
    [InlineData(",Westward,", ",Westminster,", "another landlord")]
    [InlineData(",order,", ",recommendation,", "another kind")]
    [InlineData(",1,Westward", ",2,Westward", "would withdraw 30 of the 30")]
    public async Task A_mass_change_under_the_same_references_is_refused_like_a_mass_withdrawal(string said, string says, string what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Rows(30));
        await test.LoadAsync();

        Write(test, Rows(30).Replace(said, says, StringComparison.Ordinal));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains(what, refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_register_that_lost_one_landlord_is_refused_also_where_its_orders_have_no_day()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string few = string.Concat(Enumerable.Range(0, 4).Select(i => $"9{i},1,Westminster,order,,,,,\n"));
        Write(test, Rows(60) + few);
        await test.LoadAsync();

        Write(test, Rows(60));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("4 of the 4 facts of landlord 00BK", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landlords_new_name_of_a_later_day_leaves_the_order_with_the_name_of_its_own_day()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, "1,1,Westward,order,,,01/06/2024,,\n2,1,Westward,order,,,,,");
        await test.LoadAsync();
        test.Write("landlords.csv", "code,name,from\n4826,Westward,\n4826,Westward Homes,2024-09-01\n00BK,Westminster,\n");
        test.Write(
            "landlords.mapping.jsonc",
            SmallSet.LandlordMapping.Replace("\"name\" }", "\"name\", \"valid_from\": \"from\" }", StringComparison.Ordinal));

        await test.LoadAsync();

        Assert.Equal(
            ["1|Westward", "2|Westward Homes"],
            await test.QueryAsync("SELECT ombudsman_reference, name FROM fact_order AS o JOIN dim_landlord USING (landlord_key) WHERE o.recorded_to_load = 2147483647 AND dim_landlord.recorded_to_load = 2147483647 ORDER BY 1"));
    }

    private static (long Added, long Changed, long Withdrawn) Plan(LoadOutcome outcome) =>
        (outcome.Files[2].Plan.Added, outcome.Files[2].Plan.Changed, outcome.Files[2].Plan.Withdrawn);

    private static void Write(TestWarehouse test, string rows, string mode = "full") =>
        RecordSet.Write(test, RecordSet.Mapping("order", Columns, mode, Named), Header, rows);

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"{1000 + i},1,Westward,order,,,01/06/2024,,\n")));
}
