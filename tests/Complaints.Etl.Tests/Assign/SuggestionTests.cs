using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// A suggestion comes from evidence that a person would accept. It came from the distance between two numbers, which points to the home
/// beside where identifiers are sequential, and as often to another landlord's.
/// </summary>
public sealed class SuggestionTests
{
    // P4 of 4826 ended and is P5 of 00BK under the same UPRN; P6 and P7 are one address in two towns; B1 and B2 share a block's UPRN.
    private const string Homes =
        """
        P1,101,4826,"Flat 1, 12 High Street",W99 1AA,,
        P2,102,00BK,"Flat 2, 12 High Street",W99 1AA,,
        P3,103,00BK,12 High Street,W99 1AA,,
        P4,104,4826,14 High Street,W99 1AA,,01/01/2024
        P5,104,00BK,14 High Street,W99 1AA,01/01/2024,
        P6,106,4826,"7 Mill Lane, Otley",W98 1AA,,
        P7,107,00BK,"7 Mill Lane, Ilkley",W97 1AA,,
        P8,108,4826,"9 Mill Lane, Otley",,,
        B0,200,4826,Block 1 Elm Road,W99 2AA,,01/01/2024
        B1,200,00BK,"Flat 1, 1 Elm Road",W99 2AA,,
        B2,200,00BK,"Flat 2, 1 Elm Road",W99 2AA,,
        S1,300,4826,15 High Street,W99 1AA,,
        S2,300,00BK,15 High Street,W99 1AA,,

        """;

    private const string References = "1001,P1\n1002,P2\n1003,P3\n1004,P4\n1005,B0\n12/3,P1\n0a1,P2\nA1,P3\n";

    [Theory]
    [InlineData("1,,\"FLAT 1 12 HIGH ST\",w991aa", "4826|P1|0.9|it has the row's address and postcode")]
    [InlineData("1000,,\"Apartment 2, 12 High Street, London, W99 1AA\",", "00BK|P2|0.9|it has the row's address and postcode")]
    [InlineData("1000,,\"7, Mill Lane, Otley\",", "4826|P6|0.85|it has the row's address and town, with no postcode to compare")]
    [InlineData("1000,,\"9 Mill Lane, Otley\",W98 1AB", "4826|P8|0.85|it has the row's address and town, with no postcode to compare")]
    [InlineData("1000,,9 Mill Lane,", "4826|P8|0.6|it has the row's address, with no postcode or town to compare")]
    [InlineData("1000,,\"12 High Street, Otley\",", "00BK|P3|0.6|it has the row's address, with no postcode or town to compare")]
    [InlineData("1004,,,", "00BK|P5|0.95|'1004' stands for P4, which is not valid on 2024-04-02 (valid to 2024-01-01, that day not included); P5 has the same UPRN and is valid on the day")]
    [InlineData("1-2-3,,,", null)]
    [InlineData("12-3,,,", "4826|P1|0.3|'12/3': it differs by capitals, blanks, separators or zeros alone")]
    public async Task The_evidence_is_told_in_words_and_leads_from_a_confidence_on(string named, string? expected)
    {
        await using TestWarehouse test = await AddressSet.Of(Homes, References, $"A,02/04/2024,{named}\n");

        await test.LoadAsync();

        WorklistEntry entry = await AddressSet.EntryAsync(test);
        string? first = (await AddressSet.SuggestedAsync(test)).FirstOrDefault();
        Assert.StartsWith(expected ?? "", first ?? "", StringComparison.Ordinal);
        Assert.Equal(expected is null, first is null);
        bool leads = expected?.Split('|')[2] is "0.95" or "0.9" or "0.85";
        Assert.Equal(leads ? expected!.Split('|')[1] : null, entry.Leading?.PropertyReference);
        Assert.Equal(leads, entry.Row.Hint.Contains("perhaps P", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1000,,,")] // the number before another's
    [InlineData("1006,,,")] // the number behind
    [InlineData("1010,,,")] // two digits swapped
    [InlineData("1000,,13 High Street,W99 1AA")] // the house beside
    [InlineData("1000,,1 12 High Street,W99 1AA")] // a number that is no flat's
    [InlineData("1000,,\"Flat 12, High Street\",W99 1AA")]
    [InlineData("1000,,\"Flat 1, 12 High Street\",W99 1AB")] // another postcode
    [InlineData("1000,,High Street,W99 1AA")]
    [InlineData("1000,999,,")]
    public async Task What_is_only_near_is_no_suggestion(string named)
    {
        await using TestWarehouse test = await AddressSet.Of(Homes, References, $"A,02/04/2024,{named}\n");

        await test.LoadAsync();

        Assert.Empty(await AddressSet.SuggestedAsync(test));
        Assert.Equal(
            ["00BK", "4826"],
            (await AddressSet.EntryAsync(test)).Suggestions.Select(suggestion => suggestion.Landlord.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1000,,7 Mill Lane,", "00BK|P7|0.3 4826|P6|0.3")] // in two towns
    [InlineData("1000,,15 High Street,W99 1AA", "00BK|S2|0.45 4826|S1|0.45")] // on two registers
    // The number says one home, the address another.
    [InlineData("1004,,\"Flat 1, 12 High Street\",W99 1AA", "00BK|P5|0.5 4826|P1|0.5 4826|P4|0.5")]
    [InlineData("1005,,,", "00BK|B1|0.5 00BK|B2|0.5 4826|B0|0.5")] // a block's number
    public async Task Where_homes_of_two_landlords_are_as_likely_none_leads(string named, string expected)
    {
        await using TestWarehouse test = await AddressSet.Of(Homes, References, $"A,02/04/2024,{named}\n");

        await test.LoadAsync();

        string[] found = [.. (await AddressSet.SuggestedAsync(test)).Select(text => string.Join('|', text.Split('|')[..3]))];
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        WorklistEntry entry = await AddressSet.EntryAsync(test);
        Assert.Null(entry.Leading);
        Assert.DoesNotContain("perhaps", entry.Row.Hint, StringComparison.Ordinal);
        string line = (await AddressSet.ExportAsync(test))[1];
        Assert.Equal(["CRM", named.Split(',')[0], "", "", "", "", ""], line.Split(',')[..7]);
        Assert.Contains(" of 00BK", line, StringComparison.Ordinal);
        Assert.Contains(" of 4826", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_flat_of_a_block_that_the_row_names_leads_before_the_others_that_share_its_UPRN()
    {
        await using TestWarehouse test = await AddressSet.Of(
            Homes, References, "A,02/04/2024,1005,,\"Flat 2, 1 Elm Road\",W99 2AA\n");

        await test.LoadAsync();

        Assert.Equal("B2", (await AddressSet.EntryAsync(test)).Leading?.PropertyReference);
    }

    [Fact]
    public async Task A_home_of_the_address_that_has_ended_comes_with_its_dates()
    {
        await using TestWarehouse test = await AddressSet.Of(
            "P1,,4826,1 High Street,W99 1AA,,01/01/2024\n", "1,P9\n", "A,02/04/2024,1000,,1 High Street,W99 1AA\n");

        await test.LoadAsync();

        Assert.Equal(
            ["4826|P1|0.5|it has the row's address, but is not valid on 2024-04-02 (valid to 2024-01-01, that day not included)"],
            await AddressSet.SuggestedAsync(test));
    }

    [Fact]
    public async Task An_identifier_that_ended_suggests_whoever_has_its_home_on_the_day()
    {
        await using TestWarehouse test = await AddressSet.Of(
            "P1,,4826,,,,01/01/2024\nP1,,00BK,,,01/01/2024,\n", "1,P9\n", "A,02/04/2024,OLD,,,\n");
        test.Write("refs.csv", "id,ref,to\nOLD,P1,01/12/2023\n");
        string mapping = await File.ReadAllTextAsync(
            Path.Combine(test.SetFolder, "refs.mapping.jsonc"), TestContext.Current.CancellationToken);
        test.Write(
            "refs.mapping.jsonc",
            mapping.Replace("\"identifier\"", "\"valid_to\": \"to\", \"identifier\"", StringComparison.Ordinal));

        await test.LoadAsync();

        Assert.StartsWith(
            "00BK|P1|0.5|'OLD' is known, but not valid on 2024-04-02 (valid to 2023-12-01",
            Assert.Single(await AddressSet.SuggestedAsync(test)),
            StringComparison.Ordinal);
    }
}
