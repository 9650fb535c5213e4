using Complaints.Etl.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Tests.Loading;

/// <summary>Keys of several parts are never told by their parts joined: two keys had one text.</summary>
public sealed class KeyTests
{
    private const string Categories =
        """
        SELECT c.category, c.subcategory, COUNT(*)
        FROM fact_stage s
        JOIN dim_category c USING (category_key)
        WHERE s.recorded_to_load = 2147483647
        GROUP BY ALL
        ORDER BY ALL
        """;

    [Theory]
    [InlineData("Repairs,Damp|Repairs,|Repairs > Damp,|Repairs > Damp,Leak")]
    [InlineData("Repairs > Damp,Leak|Repairs > Damp,|Repairs,|Repairs,Damp")]
    [InlineData("Repairs > Damp,|Repairs,Damp|Repairs,Damp > Leak|Repairs > Damp,Leak")]
    public async Task A_category_whose_name_holds_the_arrow_is_not_anothers_subcategory(string pairs)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string[] rows = pairs.Split('|');

        // One load each, so that later members meet earlier ones.
        foreach ((string pair, int number) in rows.Select((pair, i) => (pair, i)))
        {
            SmallSet.Write(test, $"Case,Stage,Received,Category,Sub,Landlord,Tenure\nC{number},1,02/04/2024,{pair},4826,SEC\n", Mapping);
            Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
        }

        string[] expected = [.. rows.Select(pair => pair.Replace(',', '|') + "|1").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, (await test.QueryAsync(Categories)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stage_1_of_case_100_settles_nothing_of_case_100_slash_1()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, "Case,Stage,Received,Category,Sub,Landlord,Tenure\n100/1,9,02/04/2024,,,4826,SEC\n", Mapping);
        await test.LoadAsync();
        SmallSet.Write(test, "Case,Stage,Received,Category,Sub,Landlord,Tenure\n100,1,02/04/2024,,,4826,SEC\n", Mapping);

        await test.LoadAsync();

        Assert.Equal(["100\\/1/?|open"], await test.QueryAsync("SELECT row_key, status FROM load_quarantine"));
        Assert.Equal(["100/1"], await test.QueryAsync("SELECT case_reference FROM held_back_stage"));
    }

    [Theory]
    [InlineData("100", "1", "100/1")]
    [InlineData("100/1", "1", "100\\/1/1")]
    [InlineData("a\\", "b", "a\\\\/b")]
    [InlineData("why?", "1", "why\\?/1")]
    [InlineData("100", null, "100/?")]
    [InlineData("", "1", null)]
    public void A_key_is_written_so_that_its_parts_can_be_told(string first, string? second, string? expected) =>
        Assert.Equal(expected, RowKey.Of(first, second));

    private static string Mapping { get; } = SmallSet.StageMapping(
        """
        "case_reference": "Case", "stage": "Stage", "received_on": "Received", "category": "Category", "subcategory": "Sub", "tenure_code": "Tenure"
        """,
        mode: "incremental");
}
