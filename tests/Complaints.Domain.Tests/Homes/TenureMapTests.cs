using Complaints.Domain.Errors;
using Complaints.Domain.Homes;

namespace Complaints.Domain.Tests.Homes;

public class TenureMapTests
{
    [Theory]
    [InlineData("SEC", StockType.Lcra)]
    [InlineData("INT", StockType.Lcra)]
    [InlineData("NON", StockType.Lcra)]
    [InlineData("DEC", StockType.Lcra)]
    [InlineData("TAF", StockType.Lcra)]
    [InlineData("SHO", StockType.Lcho)]
    [InlineData("LEA", StockType.Neither)]
    [InlineData("LHS", StockType.Neither)] // fully staircased: a leaseholder
    [InlineData("SPS", StockType.Neither)]
    [InlineData("FRE", StockType.Neither)]
    [InlineData("FRS", StockType.Neither)]
    [InlineData("COM", StockType.Neither)]
    [InlineData("PVG", StockType.Neither)]
    [InlineData("TGA", StockType.Neither)]
    public void A_built_in_code_has_the_stock_type_of_its_meaning(string code, StockType expected) =>
        Assert.Equal(expected, Classify(TenureMap.BuiltIn, code));

    [Fact]
    public void Fixed_width_padding_and_case_do_not_matter() =>
        Assert.Equal(StockType.Lcra, Classify(TenureMap.BuiltIn, " sec       "));

    [Theory]
    [InlineData("XYZ")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("SSE")]
    [InlineData("TRA")]
    public void A_code_without_a_stock_type_fails_and_gets_no_default(string? code)
    {
        Assert.False(TenureMap.BuiltIn.TryClassify(code, out StockType type, out string normalised));
        Assert.False(Enum.IsDefined(type));
        Assert.Equal(code ?? "", normalised);
        Assert.NotEmpty(TenureMap.BuiltIn.Hint(code));
    }

    [Fact]
    public void Every_code_of_the_known_list_is_either_classified_or_named_as_undecided()
    {
        string[] known =
        [
            "SEC", "INT", "NON", "MPA", "DEC", "TAF", "LTA", "TBB", "THO", "THL", "TLA", "TPL", "TRA", "SHO", "SSE", "RTM", "LEA",
            "LHS", "SPS", "SLL", "FRE", "FRS", "COM", "PVG", "TGA", "RSL", "ASY",
        ];

        Assert.Equal(known.Order(), TenureMap.BuiltIn.Codes.Keys.Concat(TenureMap.BuiltIn.Undecided).Order());
    }

    [Fact]
    public void A_mapping_adds_codes_decides_undecided_ones_and_overrides()
    {
        TenureMap map = TenureMap.BuiltIn.With(new Dictionary<string, StockType>
        {
            ["gn"] = StockType.Lcra,
            ["SSE"] = StockType.Lcho,
            ["COM"] = StockType.Lcra,
        });

        Assert.Equal(StockType.Lcra, Classify(map, "GN"));
        Assert.Equal(StockType.Lcho, Classify(map, "SSE"));
        Assert.Equal(StockType.Lcra, Classify(map, "COM"));
        Assert.Equal(StockType.Lcra, Classify(map, "SEC"));
        Assert.DoesNotContain("SSE", map.Undecided);
        Assert.False(TenureMap.BuiltIn.TryClassify("GN", out _));
        Assert.Equal(StockType.Neither, Classify(TenureMap.BuiltIn, "COM"));
    }

    [Fact]
    public void An_empty_map_knows_nothing() => Assert.False(TenureMap.Empty.TryClassify("SEC", out _));

    [Fact]
    public void A_mapping_that_contradicts_itself_is_refused() =>
        Assert.Throws<UserException>(() => TenureMap.BuiltIn.With(
        [
            KeyValuePair.Create("GN", StockType.Lcra),
            KeyValuePair.Create("gn ", StockType.Lcho),
        ]));

    [Fact]
    public void Codes_have_limits()
    {
        Assert.Throws<UserException>(() => TenureMap.Empty.With([KeyValuePair.Create(" ", StockType.Lcra)]));
        Assert.Throws<UserException>(() => TenureMap.Empty.With(
            [KeyValuePair.Create(new string('A', Limits.TenureCodeLength + 1), StockType.Lcra)]));
        Assert.Throws<UserException>(() => TenureMap.Empty.With([KeyValuePair.Create("GN", default(StockType))]));
        Assert.Throws<UserException>(() => TenureMap.Empty.With(
            Enumerable.Range(0, Limits.TenureCodes + 1).Select(n => KeyValuePair.Create($"C{n}", StockType.Lcra))));
    }

    [Fact]
    public void The_hint_for_an_undecided_code_is_another_than_for_an_unknown_one()
    {
        Assert.Contains("scheme", TenureMap.BuiltIn.Hint("RTM"), StringComparison.Ordinal);
        Assert.Contains("'XYZ'", TenureMap.BuiltIn.Hint("xyz"), StringComparison.Ordinal);
        Assert.Contains("fill in", TenureMap.BuiltIn.Hint("  "), StringComparison.Ordinal);
    }

    private static StockType? Classify(TenureMap map, string code) => map.TryClassify(code, out StockType type) ? type : null;
}
