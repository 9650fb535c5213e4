using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>An address never assigns by itself: a person sees what it suggests, and accepts it or not.</summary>
public sealed class AddressReviewTests
{
    private const string Homes =
        """
        P1,101,4826,"Flat 1, 12 High Street",W99 1AA,,
        P2,12,00BK,12 High Street,W99 1AA,,

        """;

    private const string Standing = "SELECT case_reference, landlord_code, assignment FROM fact_stage WHERE recorded_to_load = 2147483647 ORDER BY case_reference";

    [Fact]
    public async Task A_row_with_an_address_alone_waits_for_a_person_and_loads_by_the_accepted_line()
    {
        await using TestWarehouse test = await AddressSet.Of(
            Homes, "1001,P1\n", "A,02/04/2024,,,\"Flat 1, 12 High St\",W99 1AA\nB,03/04/2024,,,\"FLAT 1 12 HIGH STREET W99 1AA\",\n");

        LoadOutcome first = await test.LoadAsync();

        Assert.Equal(2, first.Worklist.Unmatched);
        Assert.Empty(await test.QueryAsync(Standing));
        Assert.Equal(
            ["Address|FLAT 1 12 HIGH STREET, W99 1AA", "Address|FLAT 1 12 HIGH STREET, W99 1AA"],
            await test.QueryAsync("SELECT column_name, value FROM load_quarantine"));

        string[] lines = await AddressSet.ExportAsync(test);
        Assert.Equal(2, lines.Length);
        Assert.Equal(
            "CRM,\"FLAT 1 12 HIGH STREET, W99 1AA\",P1,HOUSING,,,,A/1,2024-04-02,2,\"Flat 1, 12 High St, W99 1AA\",P1,4826,\"Flat 1, 12 High Street, W99 1AA\",0.9000,it has the row's address and postcode",
            lines[1]);

        // Nobody has decided yet.
        LoadOutcome undecided = await AddressSet.AcceptAsync(test, lines);
        Assert.Equal((0, 1), (undecided.Review!.Used, undecided.Review.Undecided));
        Assert.Empty(await test.QueryAsync(Standing));

        string decided = lines[1].Replace(",,,,A/1", ",,J. Smith,2025-04-01,A/1", StringComparison.Ordinal);
        LoadOutcome accepted = await AddressSet.AcceptAsync(test, [lines[0], decided]);

        Assert.Equal((1, 0), (accepted.Review!.Used, accepted.Review.NotUsed.Count));
        Assert.Equal(["A|4826|reviewed", "B|4826|reviewed"], await test.QueryAsync(Standing));
        Assert.Equal(0, accepted.Worklist.Unmatched);

        // The decision stands with the next extract too, and is of this address alone.
        test.Write("cases.csv", "Case,Received,Asset,UPRN,Address,PC\nA,02/04/2024,,,\"Flat 1, 12 High St\",W99 1AA\nB,03/04/2024,,,\"flat 1, 12 high st, W99 1AA\",\nC,04/04/2024,,,12 High Street,W99 1AA\n");
        await test.LoadAsync();
        Assert.Equal(["A|4826|reviewed", "B|4826|reviewed"], await test.QueryAsync(Standing));
        Assert.Equal("12 HIGH STREET, W99 1AA", (await AddressSet.EntryAsync(test)).Row.Value);
    }

    [Fact]
    public async Task An_accepted_address_is_no_UPRN_and_no_decision_on_rows_with_an_identifier_of_their_own()
    {
        await using TestWarehouse test = await AddressSet.Of(
            "P1,101,4826,12 High Street,,,\nP2,102,00BK,,,,\n", "1001,P1\n", "A,02/04/2024,,,12 High Street,\nB,03/04/2024,,12,,\nC,04/04/2024,77,,12 High Street,\n");
        await test.LoadAsync();

        await AddressSet.AcceptAsync(
            test, ["allocator,identifier,property_reference,property_allocator,valid_from,accepted_by,accepted_on", "CRM,12 HIGH STREET,P1,HOUSING,,J. Smith,2025-04-01"]);

        Assert.Equal(["A|4826|reviewed"], await test.QueryAsync(Standing));
        Assert.Equal(["12", "77"], await test.QueryAsync("SELECT value FROM load_quarantine WHERE status = 'open' ORDER BY value"));
    }

    [Fact]
    public async Task A_home_is_named_in_the_review_file_only_from_the_stated_confidence_on()
    {
        await using TestWarehouse test = await AddressSet.Of(
            "P1,101,4826,\"12 High Street, Otley\",,,\nP2,102,00BK,,,,01/01/2024\n",
            "1001,P1\n1002,P2\n",
            "A,02/04/2024,X1,,\"12 High Street, Otley\",\nB,02/04/2024,X2,,12 High Street,\nC,02/04/2024,1002,,,\nD,02/04/2024,X4,,not known,\n");
        await test.LoadAsync();

        string[] lines = await AddressSet.ExportAsync(test);

        Assert.Equal(
            [
                "CRM,X1,P1,HOUSING,,,,A/1,2024-04-02,1,\"12 High Street, Otley\",P1,4826,\"12 High Street, Otley\",0.8500,\"it has the row's address and town, with no postcode to compare\"",
                "CRM,X2,,,,,,B/1,2024-04-02,1,12 High Street,,,,,\"0.6 P1 of 4826 (12 High Street, Otley): it has the row's address, with no postcode or town to compare\"",
                "CRM,1002,,,,,,C/1,2024-04-02,1,,,,,,\"0.5 P2 of 00BK: '1002' is known, but not valid on 2024-04-02 (valid to 2024-01-01, that day not included)\"",
                "CRM,X4,,,,,,D/1,2024-04-02,1,not known,,,,,",
            ],
            lines[1..]);
    }

    [Fact]
    public async Task Rows_of_one_identifier_that_lead_to_different_homes_are_not_filled_in()
    {
        await using TestWarehouse test = await AddressSet.Of(
            Homes, "1001,P1\n", "A,02/04/2024,X1,,\"Flat 1, 12 High Street\",W99 1AA\nB,02/04/2024,X1,,12 High Street,W99 1AA\n");
        await test.LoadAsync();

        string line = Assert.Single((await AddressSet.ExportAsync(test))[1..]);

        Assert.StartsWith("CRM,X1,,,,,,A/1,2024-04-02,2,", line, StringComparison.Ordinal);
        Assert.EndsWith("; other rows of it lead to another home", line.TrimEnd('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_home_is_known_does_not_wait_for_its_address()
    {
        await using TestWarehouse test = await AddressSet.Of(
            Homes, "1001,P1\n", $"A,02/04/2024,1001,,12 High Street,W99 1AA\nB,02/04/2024,1001,,#REF!,\nC,02/04/2024,1001,,\"{new string('x', 900)}\",\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.Equal(["A|4826|exact", "B|4826|exact", "C|4826|exact"], await test.QueryAsync(Standing));
    }

    [Fact]
    public async Task An_address_that_tells_no_home_is_left_out_of_the_review_and_counted()
    {
        await using TestWarehouse test = await AddressSet.Of(Homes, "1001,P1\n", "A,02/04/2024,,,High Street,W99 1AA\n");
        await test.LoadAsync();
        using var text = new StringWriter();

        WorklistExport export = await new WorklistStore(test.Warehouse).ExportAsync(text, TestContext.Current.CancellationToken);

        Assert.Equal(new WorklistExport(0, 1), export);
        Assert.Equal("High Street, W99 1AA", (await AddressSet.EntryAsync(test)).Address);
    }
}
