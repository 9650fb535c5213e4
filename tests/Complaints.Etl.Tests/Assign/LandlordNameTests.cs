using Complaints.Domain.Homes;
using Complaints.Etl.Assign.LandlordNames;

namespace Complaints.Etl.Tests.Assign;

public sealed class LandlordNameTests
{
    private static readonly DateOnly s_day = new(2025, 6, 1);

    [Theory]
    [InlineData("Hyde Housing Association Limited", "Hyde Housing Association Limited", "Exact")]
    [InlineData("HYDE HOUSING ASSOCIATION LTD.", "Hyde Housing Association Limited", "Normalised")]
    [InlineData("Hyde HA", "Hyde Housing Association Limited", "Normalised")]
    [InlineData("The Guinness Partnership", "Guinness Partnership Limited, The", "Normalised")]
    [InlineData("Legal and General Homes", "Legal & General Homes Limited", "Normalised")]
    [InlineData("Mosscare St Vincent\u2019s", "Mosscare St. Vincent's Limited", "Normalised")]
    [InlineData("Hyde", "Hyde Housing Association Limited", "Shortened")]
    [InlineData("Hyde Housing Association", "Hyde Limited", "Shortened")]
    [InlineData("Orbit", "Orbit Group Limited", "Shortened")]
    [InlineData("City of Wolverhampton Council", "Wolverhampton City Council", "Council")]
    [InlineData("Westminster City Council", "City of Westminster", "Council")]
    [InlineData("Brent Council", "London Borough of Brent", "Council")]
    [InlineData("Council of the London Borough of Brent", "Brent London Borough Council", "Council")]
    [InlineData("LB Brent", "London Borough of Brent", "Council")]
    [InlineData("Royal Borough of Greenwich", "London Borough of Greenwich", "Council")]
    [InlineData("Wigan MBC", "Wigan Metropolitan Borough Council", "Council")]
    [InlineData("St Albans District Council", "St Albans City and District Council", "Council")]
    [InlineData("Stoke-on-Trent City Council", "Stoke on Trent City Council", "Normalised")]
    public void A_name_written_otherwise_tells_its_landlord(string written, string known, string rule)
    {
        NameMatch match = Index(("4826", known), ("00BK", "Somebody Else Limited")).Find(written, s_day);

        Assert.Equal("4826", match.Landlord?.Value);
        Assert.Equal(rule, match.Rule.ToString());
        Assert.True(match.Confidence >= 0.85m);
    }

    [Theory]
    [InlineData("Orbit Group", "Orbit Housing Association Limited")]
    [InlineData("Nottingham City Council", "Nottingham County Council")]
    [InlineData("Peabody", "Peabody Trust")]
    [InlineData("Westmister Homes Limited", "Westminster Homes Limited")]
    public void What_is_only_like_a_name_is_suggested_with_its_reason_and_tells_nobody(string written, string known)
    {
        NameMatch match = Index(("4826", known), ("00BK", "Somebody Else Limited")).Find(written, s_day);

        Assert.Null(match.Landlord);
        Assert.Equal(0m, match.Confidence);
        NameSuggestion only = Assert.Single(match.Suggestions);
        Assert.Equal("4826", only.Landlord.Value);
        Assert.True(only.Score < 0.8m);
        Assert.False(match.Fits);
    }

    [Theory]
    [InlineData("Housing Association", "Hyde Housing Association Limited")]
    [InlineData("Group", "Orbit Group Limited")]
    [InlineData("Council", "Leeds City Council")]
    [InlineData("City Council", "Leeds City Council")]
    [InlineData("Unknown Landlord", "Leeds City Council")]
    [InlineData("Cambridgeshire County Council", "Cambridge City Council")]
    [InlineData("South Cambridgeshire District Council", "Cambridge City Council")]
    [InlineData("Cheltenham Borough Homes", "Cheltenham Borough Council")]
    [InlineData("Pinnacle Affordable Homes Ltd", "Affordable Housing Communities Limited")]
    [InlineData("MHS Homes", "PHA Homes")]
    public void A_name_of_words_that_all_have_tells_nobody_and_suggests_nothing(string written, string known)
    {
        NameMatch match = Index(("4826", known)).Find(written, s_day);

        Assert.Null(match.Landlord);
        Assert.Empty(match.Suggestions);
    }

    [Fact]
    public void A_name_that_two_landlords_have_by_one_rule_tells_neither_though_a_stronger_rule_tells_one()
    {
        NameIndex names = Index(("4826", "Orbit Group Limited"), ("00BK", "Orbit Housing Association Limited"));

        NameMatch both = names.Find("Orbit", s_day);

        Assert.Null(both.Landlord);
        Assert.True(both.Fits);
        Assert.Equal(["00BK", "4826"], both.Suggestions.Select(found => found.Landlord.Value).Order(StringComparer.Ordinal));
        Assert.Equal("4826", names.Find("orbit group", s_day).Landlord?.Value);
        Assert.Equal("00BK", names.Find("Orbit HA", s_day).Landlord?.Value);
    }

    [Fact]
    public void A_name_is_whose_it_is_on_the_day_and_an_earlier_one_tells_its_landlord_where_nobody_else_has_it()
    {
        DateOnly change = new(2025, 1, 1);
        var names = new NameIndex(
        [
            Known("4826", "Radian Group Limited", DateOnly.MinValue, change),
            Known("4826", "Abri Group Limited", change, DateOnly.MaxValue),
            Known("00BK", "Yarlington Homes Limited", DateOnly.MinValue, change),
            Known("00BK", "Radian Limited", change, DateOnly.MaxValue),
            Known("LH0032", "Swan Homes", DateOnly.MinValue, change), Known("LH0032", "Sanctuary Swan", change, DateOnly.MaxValue),
        ]);

        Assert.Equal("4826", names.Find("Radian Group Limited", new DateOnly(2024, 6, 1)).Landlord?.Value);
        Assert.Null(names.Find("Radian Group Limited", s_day).Landlord);
        Assert.Equal("00BK", names.Find("Radian Ltd", s_day).Landlord?.Value);
        NameMatch earlier = names.Find("Swan Homes", s_day);
        Assert.Equal(("LH0032", true, 0.95m), (earlier.Landlord?.Value, earlier.OnOtherDays, earlier.Confidence));
    }

    [Fact]
    public void How_a_name_is_written_never_leads_to_another_landlord()
    {
        string[] first = ["Hyde", "Orbit", "Stone", "Water", "North Star", "Magna", "St. Anne's"];
        string[] second = ["", " Housing", " Homes", " Living", " Group", " Housing Association", " Housing Trust"];
        string[] names = [.. first.SelectMany(name => second.Select(end => $"{name}{end} Limited"))];
        NameIndex index = Index([.. names.Select((name, i) => ($"L{1000 + i}", name))]);
        var random = new Random(20260601);
        for (int i = 0; i < 5000; i++)
        {
            int at = random.Next(names.Length);
            NameMatch match = index.Find(Rewritten(names[at], random), s_day);

            Assert.True(match.Landlord is null ? match.Fits : match.Landlord.Value.Value == $"L{1000 + at}", $"{names[at]}: {match}");
        }

        Assert.All(
            names,
            (name, i) => Assert.Equal(
                (NameRule.Exact, $"L{1000 + i}"), (index.Find(name, s_day).Rule, index.Find(name, s_day).Landlord?.Value)));
    }

    [Fact]
    public void Knowing_more_landlords_never_moves_a_name_between_those_known_before()
    {
        string[] names =
        [
            "Hyde Group Limited", "Hyde Housing Association Limited", "Hyde Limited", "Brent Council", "London Borough of Brent",
            "Brent Housing Association",
        ];
        string[] asked = ["Hyde", "Hyde HA", "Hyde Group", "Brent", "LB Brent", "The Brent Council", "Brent HA"];
        for (int mask = 1; mask < 1 << names.Length; mask++)
        {
            (string, string)[] some = [.. names.Select((name, i) => ($"L{1000 + i}", name)).Where((_, i) => (mask & (1 << i)) != 0)];
            foreach (string name in asked)
            {
                LandlordCode? few = Index(some).Find(name, s_day).Landlord;
                LandlordCode? all = Index([.. names.Select((known, i) => ($"L{1000 + i}", known))]).Find(name, s_day).Landlord;
                Assert.True(
                    few is null || all is null || few == all || !some.Any(known => known.Item1 == all.Value.Value),
                    $"{name}: {few} {all}");
            }
        }
    }

    private static string Rewritten(string name, Random random)
    {
        string written = random.Next(2) == 0 ? name.ToUpperInvariant() : name;
        written = random.Next(2) == 0 ? written.Replace("Limited", "Ltd", StringComparison.OrdinalIgnoreCase) : written;
        written = random.Next(2) == 0 ? written.Replace("'", "\u2019", StringComparison.Ordinal) : written;
        written = random.Next(2) == 0 ? written.Replace("Housing Association", "H.A.", StringComparison.OrdinalIgnoreCase) : written;
        written = random.Next(2) == 0 ? $"The {written}" : written;
        return random.Next(2) == 0 ? written.Replace(" ", "  ", StringComparison.Ordinal) : written;
    }

    private static NameIndex Index(params (string Code, string Name)[] names) =>
        new([.. names.Select(name => Known(name.Code, name.Name, DateOnly.MinValue, DateOnly.MaxValue))]);

    private static KnownName Known(string code, string name, DateOnly first, DateOnly end) =>
        new(LandlordCode.Parse(code), NameForms.Of(name), first, end);
}
