using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>A blank between two numbers of an identifier was dropped: <c>7 65</c> is as likely the flat 7/65 as home 765.</summary>
public sealed class SeparatedNumberTests
{
    private const string HeldBack =
        "SELECT q.row_key, q.rule_id, c.property_reference FROM load_quarantine AS q LEFT JOIN worklist_candidate AS c ON c.quarantine_id = q.quarantine_id ORDER BY q.line, c.property_reference";

    [Theory]
    [InlineData("7 65")]
    [InlineData(" 7  65 ")]
    [InlineData("7\u00A065")]
    [InlineData("7\u202F65")]
    [InlineData("7\u280065")]
    [InlineData("7\u200B65")]
    [InlineData("7\u00AD65")]
    [InlineData("7\u2060 \uFE0F65")]
    public async Task Numbers_parted_by_a_blank_or_an_unseen_mark_are_not_one_number(string read)
    {
        await using TestWarehouse test = await Set($"A,02/05/2024,,{read}");

        await test.LoadAsync();

        Assert.Empty(await test.QueryAsync(AssignTests.Assigned));
        Assert.Equal(["A|landlord-unmatched|7/65", "A|landlord-unmatched|765"], await test.QueryAsync(HeldBack));
    }

    [Fact]
    public async Task Neither_stage_of_a_row_with_both_is_given_to_the_home_of_the_joined_number()
    {
        await using TestWarehouse test = await Set("A,02/05/2024,03/06/2024,31 9\nB,02/05/2024,03/06/2024,319");

        await test.LoadAsync();

        Assert.Equal(["B|00BK|LCRA|exact", "B|00BK|LCRA|exact"], await test.QueryAsync(AssignTests.Assigned));
    }

    [Theory]
    [InlineData("b 40")]
    [InlineData("B\u00A040")]
    [InlineData("B\u200B40")]
    [InlineData("\u00A0B40\u200B")]
    public async Task A_blank_beside_a_letter_is_dropped_where_the_register_has_none(string read)
    {
        await using TestWarehouse test = await Set($"A,02/05/2024,,{read}");

        await test.LoadAsync();

        Assert.StartsWith("A|4826|LCRA", Assert.Single(await test.QueryAsync(AssignTests.Assigned)), StringComparison.Ordinal);
    }

    private static async Task<TestWarehouse> Set(string rows)
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("homes.csv", "ref,landlord\n7/65,4826\n765,00BK\n31-9,4826\n319,00BK\nB40,4826\n");
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "CRM" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": { "value": "LCRA" } } }""");
        test.Write("cases.csv", "Case,R1,R2,Asset\n" + rows + "\n");
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "complaint", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2" }, "landlord": { "through": "property_reference", "column": "Asset" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"), ("cases.csv", "cases.mapping.jsonc"));
        return test;
    }
}
