using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Catalogue;

/// <summary>A file of measures is mended once and not once for each fault.</summary>
public sealed class CatalogueCheckTests
{
    private const string Bad = """
        {
          "colour": "red",
          "populations": [
            {
              "id": "ours", "title": "Ours",
              "exclusions": [ { "reason": "Bad reason!", "title": "x", "when": { "field": "statuss", "op": "eq", "value": "refused" } } ]
            }
          ],
          "measures": [
            {
              "id": "first", "title": "", "unit": "%", "kind": "percentage", "population": "ours", "date_role": "made", "source": "us",
              "numerator": { "count": { "all": [
                { "field": "stage", "op": "eq", "value": 3 },
                { "field": "avoidable", "op": "lt", "value": true } ] } }
            },
            { "id": "ch02_stage1", "title": "Again", "unit": "complaints", "kind": "count", "population": "tsm", "date_role": "made",
              "numerator": { "count": { "field": "stage", "op": "eq", "value": 1 } }, "source": "us" },
            { "id": "good", "title": "Good", "unit": "complaints", "kind": "count", "population": "tsm", "date_role": "made",
              "numerator": { "count": { "field": "stage", "op": "eq", "value": 1 } }, "source": "us" },
            { "id": "second", "title": "Second", "unit": "%", "kind": "percent", "population": "tsn", "date_role": "answered", "source": "us",
              "numerator": { "sum": "days", "where": { "field": "stage", "op": "eq", "value": 1 } },
              "effective_from": "2024-04-01", "effective_to": "2024-04-01" }
          ]
        }
        """;

    [Fact]
    public void Every_fault_is_told_at_once_in_the_order_of_the_lines()
    {
        CatalogueCheck check = MeasureCatalogue.Shipped.Check(Bad, "ours.jsonc");
        Assert.False(check.IsUsable);
        Assert.Equal(
            [
                "ours.jsonc:2 $.colour",
                "ours.jsonc:4 $.populations[0]",
                "ours.jsonc:6 $.populations[0].exclusions[0].reason",
                "ours.jsonc:6 $.populations[0].exclusions[0].when.field",
                "ours.jsonc:11 $.measures[0].kind",
                "ours.jsonc:11 $.measures[0].title",
                "ours.jsonc:13 $.measures[0].numerator.count.all[0].value",
                "ours.jsonc:14 $.measures[0].numerator.count.all[1].op",
                "ours.jsonc:16 $.measures[1]",
                "ours.jsonc:20 $.measures[3]",
                "ours.jsonc:20 $.measures[3].date_role",
                "ours.jsonc:20 $.measures[3].population",
                "ours.jsonc:21 $.measures[3].numerator.sum",
                "ours.jsonc:22 $.measures[3].effective_to",
            ],
            check.Faults.Select(fault => fault.Where!).OrderBy(Line).ThenBy(where => where, StringComparer.Ordinal));
        Assert.Equal(check.Faults.Select(fault => Line(fault.Where!)).Order(), check.Faults.Select(fault => Line(fault.Where!)));
        Assert.Equal(["good"], check.Measures);
    }

    // A measure of a population with a fault has none by that: each fault is told once.
    [Fact]
    public void A_fault_brings_no_others_after_it() => Assert.DoesNotContain(
        MeasureCatalogue.Shipped.Check(Bad, "ours.jsonc").Faults,
        fault => fault.What.Contains("'ours' is not known", StringComparison.Ordinal));

    [Fact]
    public void What_a_check_finds_first_is_what_a_load_of_the_file_refuses_it_for()
    {
        UserException error = Assert.Throws<UserException>(() => MeasureCatalogue.Shipped.With(Bad, "ours.jsonc"));
        Assert.Contains(MeasureCatalogue.Shipped.Check(Bad, "ours.jsonc").Faults, fault => fault.Message == error.Message);
    }

    [Fact]
    public void The_shipped_catalogue_has_no_fault_and_notes_the_one_ratio_of_two_populations()
    {
        CatalogueCheck check = MeasureCatalogue.CheckShipped();
        Assert.Empty(check.Faults);
        Assert.Equal(MeasureCatalogue.Shipped.Ids, check.Measures);
        Assert.StartsWith("escalation_rate: ", Assert.Single(check.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_nothing_can_meet_is_noted()
    {
        CatalogueCheck check = MeasureCatalogue.Shipped.Check(
            """
            { "measures": [ { "id": "none", "title": "None", "unit": "complaints", "kind": "count", "population": "tsm", "date_role": "made",
              "numerator": { "count": { "all": [ { "field": "stage", "op": "eq", "value": 1 }, { "field": "stage", "op": "eq", "value": 2 } ] } },
              "source": "us" } ] }
            """,
            "ours.jsonc");
        Assert.True(check.IsUsable);
        Assert.Contains("counts nothing", Assert.Single(check.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ }", "'measures' is missing")]
    [InlineData("[ ]", "there is a list")]
    [InlineData("{ \"measures\": {} }", "there is an object")]
    [InlineData("{ \"measures\": [ 1 ] }", "there is the number 1")]
    public void A_file_of_another_shape_says_what_is_there(string text, string what) => Assert.Contains(
        what, Assert.Single(MeasureCatalogue.Shipped.Check(text, "ours.jsonc").Faults).What, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_JSON_has_one_fault() =>
        Assert.Contains(
            "not valid JSON", Assert.Single(MeasureCatalogue.Shipped.Check("{ ", "ours.jsonc").Faults).What, StringComparison.Ordinal);

    private static int Line(string where) =>
        int.Parse(where.Split(':')[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
