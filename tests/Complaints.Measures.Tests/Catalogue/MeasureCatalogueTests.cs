using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Catalogue;

public sealed class MeasureCatalogueTests
{
    private const string Extra = """
        {
          // A measure of our own.
          "measures": [
            {
              "id": "avoidable_stage2",
              "title": "Avoidable stage 2 complaints",
              "unit": "%",
              "kind": "percent",
              "numerator": {
                "count": { "all": [{ "field": "stage", "op": "eq", "value": 2 }, { "field": "avoidable", "op": "eq", "value": true }] }
              },
              "denominator": { "count": { "field": "stage", "op": "eq", "value": 2 } },
              "population": "tsm",
              "date_role": "made",
              "source": "our scrutiny panel",
            },
          ],
        }
        """;

    [Fact]
    public void The_shipped_catalogue_has_every_measure_of_the_contract() => Assert.Equal(
        [
            "stage1_made", "stage2_made", "complaints_accepted", "ch01_stage1", "ch01_stage2", "ch02_stage1", "ch02_stage2",
            "ch02_stage1_standard",
            "ch02_stage1_extension",
            "ch02_stage2_standard",
            "ch02_stage2_extension",
            "escalation_rate",
            "upheld_rate_stage1",
            "mean_days_to_respond_stage1",
            "received_stage1", "accepted_stage1", "received_stage2", "accepted_stage2", "refused_stage1", "refused_stage2", "refused_rate",
            "withdrawn_stage1", "withdrawn_stage2", "answered_stage1", "answered_stage2", "open_stage1", "open_stage2", "overdue_stage1",
            "overdue_stage2", "acknowledged_in_time_stage1", "acknowledged_in_time_stage2", "upheld_rate_stage2",
            "upheld_stage1", "partially_upheld_stage1", "not_upheld_stage1", "upheld_stage2", "partially_upheld_stage2",
            "not_upheld_stage2", "upheld_share_stage1", "partially_upheld_share_stage1", "not_upheld_share_stage1", "upheld_share_stage2",
            "partially_upheld_share_stage2", "not_upheld_share_stage2", "upheld_rate", "service_failure_rate_stage1",
            "service_failure_rate_stage2", "late_stage1", "late_stage2", "answered_in_time_stage1", "answered_in_time_stage2",
            "answered_in_time", "answered_in_time_standard_stage1", "answered_in_time_standard_stage2", "answered_in_time_standard",
            "extended_stage1", "extended_stage2", "ombudsman_details_given_stage1", "ombudsman_details_given_stage2", "escalated_share",
            "points_raised_stage1", "points_raised_stage2", "avoidable_share_stage1", "avoidable_share_stage2",
            "mean_days_to_respond_stage2", "mean_calendar_days_to_respond_stage1", "mean_calendar_days_to_respond_stage2",
            "median_days_to_respond_stage1", "p90_days_to_respond_stage1", "median_days_to_respond_stage2", "p90_days_to_respond_stage2",
            "median_calendar_days_to_respond_stage1", "p90_calendar_days_to_respond_stage1", "median_calendar_days_to_respond_stage2",
            "p90_calendar_days_to_respond_stage2",
            "complainants", "repeat_complainants_2", "repeat_complainants_3", "repeat_complainants_5",
        ],
        MeasureCatalogue.Shipped.IdsOf(FactTables.Stage));

    [Fact]
    public void The_shipped_catalogue_has_every_measure_of_other_records() => Assert.Equal(
        [
            "contacts", "service_requests", "mp_enquiries", "councillor_enquiries", "compliments", "contacts_per_1000_homes",
            "contacts_answered",
            "promises_made", "promises_open", "promises_overdue", "promises_in_time",
            "remedies_made", "remedies_open", "remedies_overdue", "remedies_in_time",
            "lessons_made", "lessons_open", "lessons_overdue", "lessons_in_time",
            "payments_offered", "compensation_offered", "payments_made", "compensation_paid", "mean_compensation_paid", "payments_ordered",
            "compensation_ordered", "payments_up_to_100",
            "findings", "findings_severe_maladministration", "findings_maladministration", "findings_service_failure",
            "findings_partial_maladministration", "findings_reasonable_redress", "findings_no_maladministration",
            "findings_resolved_with_intervention", "findings_outside_jurisdiction", "findings_withdrawn", "findings_upheld",
            "maladministration_rate", "maladministration_rate_of_all", "ombudsman_cases", "ombudsman_cases_upheld",
            "orders_made", "recommendations_made", "orders_open", "orders_overdue", "orders_complied", "orders_in_time", "orders_amount",
            "surveys_sent", "surveys_answered", "survey_response_rate", "survey_mean_score", "survey_satisfied",
            "customers",
        ],
        MeasureCatalogue.Shipped.Definitions.Where(measure => measure.Fact != FactTables.Stage).Select(measure => measure.Id));

    [Fact]
    public void Every_shipped_measure_names_a_source_that_its_readers_can_find() =>
        Assert.All(
            MeasureCatalogue.Shipped.Definitions,
            measure => Assert.Matches(
                "^RSH Tenant Satisfaction Measures return|landlords report|^Housing Ombudsman|^Complaint Handling Code", measure.Source));

    [Fact]
    public void What_stands_above_the_line_of_a_share_of_complaints_is_seen_to_be_part_of_what_stands_below() => Assert.Equal(
        ["escalation_rate"],
        MeasureCatalogue.CheckShipped().Notes
            .Where(note => note.Contains("100 %", StringComparison.Ordinal)).Select(note => note.Split(':')[0]));

    [Fact]
    public void A_file_of_ones_own_adds_measures()
    {
        MeasureCatalogue catalogue = MeasureCatalogue.Shipped.With(Extra, "ours.jsonc");
        Assert.Equal("Avoidable stage 2 complaints", catalogue.Find("avoidable_stage2").Title);
        Assert.Equal(1, catalogue.Find("avoidable_stage2").DecimalPlaces);
        Assert.Equal(MeasureCatalogue.Shipped.Definitions.Count + 1, catalogue.Definitions.Count);
    }

    [Theory]
    [InlineData("\"percent\"", "\"percentage\"", "ours.jsonc:8 $.measures[0].kind", "'percentage' is not known: did you mean percent?")]
    [InlineData("\"avoidable\", \"op\"", "\"avoidabel\", \"op\"", "ours.jsonc:10", "'avoidabel' is not known: did you mean avoidable?")]
    [InlineData(
        "\"op\": \"eq\", \"value\": true",
        "\"op\": \"eq\", \"value\": \"yes\"",
        "ours.jsonc:10",
        "there is the text 'yes' for 'avoidable'")]
    [InlineData("\"op\": \"eq\", \"value\": true", "\"op\": \"lt\", \"value\": true", "ours.jsonc:10", "'avoidable' has no order")]
    [InlineData("\"value\": 2 } },", "\"value\": 3 } },", "ours.jsonc:12", "'3' is not known")]
    [InlineData("\"population\": \"tsm\"", "\"population\": \"tsn\"", "ours.jsonc:13", "'tsn' is not known: did you mean tsm?")]
    [InlineData("\"unit\": \"%\",", "\"unit\": \"%\", \"colour\": \"red\",", "ours.jsonc:7 $.measures[0].colour", "'colour' is not known")]
    [InlineData("\"date_role\": \"made\",", "", "ours.jsonc:4 $.measures[0]", "'date_role' is missing")]
    [InlineData("\"avoidable_stage2\"", "\"ch02_stage1\"", "ours.jsonc:4 $.measures[0]", "there is a measure 'ch02_stage1' already")]
    [InlineData("\"avoidable_stage2\"", "\"Avoidable!\"", "ours.jsonc:5 $.measures[0].id", "'Avoidable!' is not an id")]
    [InlineData(
        "\"source\": \"our scrutiny panel\",", "\"source\": \"x\", \"decimal_places\": 13", "ours.jsonc:15", "there is the number 13")]
    [InlineData("\"source\": \"our scrutiny panel\",", "\"source\": \"x\", \"source\": \"y\"", "ours.jsonc:15", "'source' is given twice")]
    [InlineData("\"title\": ", "\"title\" ", "ours.jsonc:6", "not valid JSON")]
    [InlineData("\"kind\": \"percent\"", "\"kind\": \"count\"", "ours.jsonc:12", "a measure of kind 'count' has a denominator")]
    public void A_bad_file_is_refused_with_path_line_and_reason(string good, string bad, string where, string reason)
    {
        string text = Extra.ReplaceLineEndings("\n").Replace(good, bad, StringComparison.Ordinal);
        UserException error = Assert.Throws<UserException>(() => MeasureCatalogue.Shipped.With(text, "ours.jsonc"));
        Assert.StartsWith(where, error.Where, StringComparison.Ordinal);
        Assert.Contains(reason, error.What, StringComparison.Ordinal);
        Assert.NotNull(error.Fix);
    }

    [Fact]
    public void A_measure_has_no_definition_before_it_began()
    {
        var year = ReportingYear.Parse("2022/23");
        UserException error = Assert.Throws<UserException>(
            () => MeasureCatalogue.Shipped.Find("ch02_stage1", year.FirstDay, year.LastDay.AddDays(1)));
        Assert.Contains("2022-04-01", error.What, StringComparison.Ordinal);
        Assert.Contains("from 2023-04-01", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_may_change_its_definition_on_a_day()
    {
        string text = Extra.Replace(
            "\"date_role\": \"made\",", "\"date_role\": \"made\", \"effective_to\": \"2026-04-01\",", StringComparison.Ordinal);
        MeasureCatalogue catalogue = MeasureCatalogue.Shipped
            .With(text, "old.jsonc")
            .With(Extra
                .Replace("\"date_role\": \"made\",", "\"date_role\": \"made\", \"effective_from\": \"2026-04-01\",", StringComparison.Ordinal)
                .Replace("Avoidable stage 2", "Preventable stage 2", StringComparison.Ordinal), "new.jsonc");
        Assert.StartsWith("Avoidable", Find("2025/26").Title, StringComparison.Ordinal);
        Assert.StartsWith("Preventable", Find("2026/27").Title, StringComparison.Ordinal);
        UserException error = Assert.Throws<UserException>(
            () => catalogue.Find("avoidable_stage2", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 1)));
        Assert.Contains("no single definition", error.What, StringComparison.Ordinal);

        MeasureDefinition Find(string year) => catalogue.Find(
            "avoidable_stage2", ReportingYear.Parse(year).FirstDay, ReportingYear.Parse(year).LastDay.AddDays(1));
    }

    [Fact]
    public void The_schema_lists_the_fields_that_a_condition_may_test() =>
        Assert.All(
            FactTables.ByName.Values.SelectMany(fact => fact.Fields.Keys),
            field => Assert.Contains($"\"{field}\"", MeasureCatalogue.Schema, StringComparison.Ordinal));

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        UserException error = Assert.Throws<UserException>(() => MeasureCatalogue.Shipped.WithFile("/nowhere/ours.jsonc"));
        Assert.Equal("/nowhere/ours.jsonc", error.Where);
    }

    [Fact]
    public async Task A_device_is_no_file_of_measures()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no devices in folders");
        UserException error = await Assert.ThrowsAsync<UserException>(() => Task.Run(
            () => MeasureCatalogue.Shipped.WithFile("/dev/zero")).WaitAsync(TimeSpan.FromSeconds(20),
            TestContext.Current.CancellationToken));
        Assert.Contains("device", error.What, StringComparison.Ordinal);
    }
}
