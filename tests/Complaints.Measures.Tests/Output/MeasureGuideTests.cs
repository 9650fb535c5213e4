using Complaints.Measures.Catalogue;
using Complaints.Measures.Output;

namespace Complaints.Measures.Tests.Output;

/// <summary>What the catalogue's page says is what the catalogue counts.</summary>
public sealed class MeasureGuideTests
{
    [Fact]
    public void The_page_of_measures_is_what_the_shipped_catalogue_says()
    {
        string page = Path.Combine(Root(), "docs", "measures.md");
        string made = MeasureGuide.Markdown(MeasureCatalogue.Shipped.Definitions.Select(MeasureInfo.Of));
        if (Environment.GetEnvironmentVariable("COMPLAINTS_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(page, made);
        }

        Assert.Equal(made, File.ReadAllText(page).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("stage2_made", "stages where stage is 2")]
    [InlineData("ch01_stage1", "stages where stage is 1 ÷ homes at the year's end × 1,000")]
    [InlineData(
        "ch02_stage1", "stages where stage is 1 and in time basis is standard or extension ÷ stages where stage is 1 × 100")]
    public void A_formula_is_told_in_words(string id, string formula) =>
        Assert.Equal(formula, MeasureInfo.Of(MeasureCatalogue.Shipped.Find(id)).Formula);

    [Fact]
    public void Parts_of_other_kinds_are_told_apart_by_brackets()
    {
        MeasureCatalogue ours = MeasureCatalogue.Shipped.With(
            """
            {
              "measures": [
                {
                  "id": "mine",
                  "title": "Mine",
                  "unit": "complaints",
                  "kind": "count",
                  "numerator": { "count": { "all": [
                    { "field": "stage", "op": "eq", "value": 2 },
                    { "any": [
                      { "field": "tenure_code", "op": "is_null" },
                      { "not": { "field": "avoidable", "op": "eq", "value": true } },
                      { "field": "working_days_to_respond", "op": "gt", "value": 20 }
                    ] }
                  ] } },
                  "population": "tsm",
                  "date_role": "made",
                  "source": "our panel"
                }
              ]
            }
            """,
            "ours.jsonc");
        Assert.Equal(
            "stages where stage is 2 and (tenure code is not recorded or not (avoidable is yes) or working days to respond is more than 20)",
            MeasureInfo.Of(ours.Find("mine")).Formula);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "docs")))
        {
            folder = folder.Parent;
        }

        return Assert.IsType<DirectoryInfo>(folder).FullName;
    }
}
