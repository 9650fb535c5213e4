using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>Of a row held back, the quarantine keeps what is needed to mend it and nothing of a resident.</summary>
public sealed class KeptCellsTests
{
    private const string Columns = """
        "case_reference": "Case", "stage": "Stage", "received_on": "Received", "resident_reference": "Tenant", "category": "Category", "tenure_code": "Tenure"
        """;
    private const string Header = "Case,Stage,Received,Tenant,Category,Landlord,Tenure,Name,Email";
    private const string Sound = "K1,1,02/04/2024,T-1001,Damp,4826,SEC,Ann Other,ann@example.org";

    [Fact]
    public async Task Columns_that_the_mapping_does_not_refer_to_are_not_kept()
    {
        string raw = await RawOfAsync("K2,9,02/04/2024,T-1002,Damp,4826,SEC,Ben Other,ben@example.org");

        Assert.DoesNotContain("Ben", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("T-1002", raw, StringComparison.Ordinal);
        Assert.Contains("\"Case\":\"K2\"", raw, StringComparison.Ordinal);
        Assert.Contains("\"Category\":\"Damp\"", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("K2,x,1,02/04/2024,T-1002,Damp,4826,SEC,Ben Other,ben@example.org")]
    [InlineData("1,02/04/2024,T-1002,Damp,4826,SEC,Ben Other,ben@example.org")]
    [InlineData("K2,,1,02/04/2024,T-1002,Damp,4826,SEC,Ben Other")]
    [InlineData("K2,1,T-1002,Damp,4826,SEC,Ben Other,ben@example.org,")]
    [InlineData("K2,x,1,02/04/2024,T-1002,4826,SEC,,")]
    [InlineData("K2,x,1,02/04/2024,T-1002,Damp,4826,SEC,Ben Other,")]
    public async Task A_row_shifted_by_a_cell_keeps_no_residents_reference_and_no_name(string row)
    {
        string entry = await RawOfAsync(row);

        Assert.DoesNotContain("T-1002", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", entry, StringComparison.Ordinal);
        Assert.Contains("[withheld]", entry, StringComparison.Ordinal);
    }

    // The cell that a stray quotation mark begins was shown as it stands.
    [Theory]
    [InlineData("K2,1,02/04/2024,\"T-1002 \"x\" y,Damp,4826,SEC,Ben Other,ben@example.org")]
    [InlineData("K2,1,02/04/2024,\"T-1002,Damp,4826,SEC,Ben Other,ben@example.org")]
    [InlineData("K2,1,02/04/2024,T-1002,Damp,4826,SEC,\"Ben \"B\" Other,ben@example.org")]
    [InlineData("K2,1,02/04/2024,T-1002,Damp,4826,SEC,\"Ben Other 07700 900123,ben@example.org")]
    public async Task What_a_stray_quotation_mark_begins_is_not_shown_where_it_is_somebodys(string row)
    {
        string entry = await RawOfAsync(row);

        Assert.StartsWith("stray-quote|", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("T-1002", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stray_quotation_mark_in_a_column_of_the_mapping_is_shown()
    {
        string entry = await RawOfAsync("K2,1,02/04/2024,T-1002,\"Damp \"bad\" mould,4826,SEC,Ben Other,ben@example.org");

        Assert.Contains("\"Damp \"bad\" mould", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_the_place_of_a_residents_reference_is_shown_as_it_stands()
    {
        string entry = await RawOfAsync("K2,1,02/04/2024,#N/A,Damp,4826,SEC,Ben Other,ben@example.org");

        Assert.StartsWith("error-cell|Tenant|#N/A|", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_residents_reference_that_is_what_is_wrong_is_not_kept_either()
    {
        string entry = await RawOfAsync("K2,1,02/04/2024,T-10\uFFFD2,Damp,4826,SEC,Ben,b");

        Assert.StartsWith("mojibake|", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("T-10", entry, StringComparison.Ordinal);
    }

    private static async Task<string> RawOfAsync(string row)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{Header}\n{Sound}\n{row}\n", SmallSet.StageMapping(Columns));
        await test.LoadAsync(key: PseudonymKey.For(null, _ => "a long enough key for tests"));
        return Assert.Single(await test.QueryAsync("SELECT rule_id, column_name, value, expected, hint, row_key, raw FROM load_quarantine"));
    }
}
