using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Facts;

/// <summary>
/// Every measure of records other than complaints against SQL that was written by hand from the measure's source paragraph: same groups,
/// same numerators, same denominators.
/// </summary>
public sealed class IndependentRecordSqlTests(SeededRecords seeded) : IClassFixture<SeededRecords>
{
    private const string Current = "recorded_to_load = 2147483647";

    public static TheoryData<string, string> Measures()
    {
        var data = new TheoryData<string, string>();
        foreach (MeasureDefinition measure in MeasureCatalogue.Shipped.Definitions.Where(one => one.Fact != FactTables.Stage))
        {
            // Before the year's end nobody is counted at it.
            string[] earlier = measure.Fact == FactTables.Customer ? [] : ["2024-06-30", "2024-11-15"];
            foreach (string asAt in (string[])[.. earlier, "2025-04-14"])
            {
                data.Add(measure.Id, asAt);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task A_measure_equals_hand_written_SQL(string measure, string asAt)
    {
        (string dimension, string text) = HandWritten(measure, asAt);
        FigureTable table = await seeded.Engine.QueryAsync(
            new FigureQuery
            {
                Measures = [measure],
                GroupBy = ["landlord", dimension],
                Years = [ReportingYear.Parse("2024/25")],
                AsAt = DateOnly.ParseExact(asAt, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
            Principal.Demo,
            TestContext.Current.CancellationToken);

        List<string> actual =
        [
            .. table.Figures
                .Where(figure => figure.Numerator != 0 || figure.Denominator is not (null or 0))
                .Select(figure => Row(figure.ValueOf("landlord")!, figure.ValueOf(dimension)!, figure.Numerator, figure.Denominator)),
        ];
        Assert.NotEmpty(actual);
        Assert.Equal(
            (await seeded.Store.SqlAsync(text))
                .Select(row => Row(row[0], row[1], Number(row[2]) ?? 0, Number(row[3])))
                .Where(row => !row.EndsWith(" 0 / ", StringComparison.Ordinal) && !row.EndsWith(" 0 / 0", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            actual.Order(StringComparer.Ordinal));
    }

    private static string Row(string landlord, string group, decimal numerator, decimal? denominator) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(landlord.Length == 0 ? "Not recorded" : landlord)} {(group.Length == 0 ? "Not recorded" : group)} {numerator / 1.0000000m:0.####} / {denominator / 1.0000000m:0.####}");

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    internal static (string Dimension, string Sql) HandWritten(string measure, string asAt)
    {
        string by = $"DATE '{asAt}'";
        string In(string day) => $"{Current} AND {day} BETWEEN DATE '2024-04-01' AND DATE '2025-03-31' AND {day} <= {by}";
        string Contacts(string counted, string below = "NULL", string day = "received_on") => $"""
            SELECT landlord_code, kind, COUNT(*) FILTER ({counted}), {below} FROM fact_contact WHERE {In(day)} GROUP BY 1, 2
            """;
        const string made = "CASE WHEN made_on IS NOT NULL THEN made_on WHEN done_on IS NOT NULL THEN done_on ELSE due_on END";
        const string notDone = "(done_on IS NULL OR done_on > {0})";
        string Actions(string kind, string counted, string below = "NULL", string day = made) => $"""
            SELECT {OfCase("fact_action")}, kind, COUNT(*) FILTER ({counted}), {below}
            FROM fact_action WHERE {In(day)} AND kind = '{kind}' GROUP BY 1, 2
            """;
        string Payments(string what, string where, string day, string below = "NULL") => $"""
            SELECT {OfCase("fact_compensation")}, ordered_by, {what}, {below} FROM fact_compensation WHERE {In(day)} AND {where} GROUP BY 1, 2
            """;
        string Findings(string what, string below = "NULL", string where = "TRUE") => $"""
            SELECT landlord_code, (SELECT CASE category WHEN '' THEN 'Not recorded' ELSE category END FROM dim_category AS c WHERE c.category_key = f.category_key), {what}, {below}
            FROM fact_finding AS f WHERE {In("determined_on")} AND {where} GROUP BY 1, 2
            """;
        string Orders(string what, string where, string day, string below = "NULL") => $"""
            SELECT landlord_code, kind, {what}, {below}
            FROM (
              SELECT *, (
                SELECT MIN(f.determined_on) FROM fact_finding AS f
                WHERE f.ombudsman_reference = o.ombudsman_reference AND f.landlord_code = o.landlord_code AND f.{Current}
              ) AS determined_on
              FROM fact_order AS o
            ) AS o
            WHERE {In(day)} AND {where} GROUP BY 1, 2
            """;
        string Surveys(string what, string day, string below = "NULL") => $"""
            SELECT landlord_code, question, {what}, {below} FROM fact_survey WHERE {In(day)} GROUP BY 1, 2
            """;
        const string bad = "finding IN ('severe_maladministration', 'maladministration', 'service_failure')";
        string overdue = $"due_on < {by} AND {string.Format(CultureInfo.InvariantCulture, notDone, by)}";
        string open = string.Format(CultureInfo.InvariantCulture, notDone, by);
        string complied = $"complied_on <= {by}";
        return measure switch
        {
            "contacts" => ("kind", Contacts("TRUE")),
            "service_requests" => ("kind", Contacts("kind = 'service_request'")),
            "mp_enquiries" => ("kind", Contacts("kind = 'mp_enquiry'")),
            "councillor_enquiries" => ("kind", Contacts("kind = 'councillor_enquiry'")),
            "compliments" => ("kind", Contacts("kind = 'compliment'")),
            "contacts_per_1000_homes" => ("kind", $"""
                SELECT landlord_code, kind, COUNT(*), (
                  SELECT SUM(homes) FROM fact_stock AS s
                  WHERE s.{Current} AND s.landlord_code = c.landlord_code AND reporting_year = 2024 AND stock_type <> 'NEITHER'
                )
                FROM fact_contact AS c WHERE {In("received_on")} GROUP BY 1, 2
                """),
            "contacts_answered" => ("kind", Contacts(
                $"kind <> 'compliment' AND responded_on <= {by}", "COUNT(*) FILTER (kind <> 'compliment')")),
            "promises_made" => ("kind", Actions("promise", "TRUE")),
            "promises_open" => ("kind", Actions("promise", open)),
            "promises_overdue" => ("kind", Actions("promise", overdue)),
            "promises_in_time" => ("kind", Actions("promise", $"done_on <= {by} AND done_on <= due_on", "COUNT(*)", "due_on")),
            "remedies_made" => ("kind", Actions("remedy", "TRUE")),
            "remedies_open" => ("kind", Actions("remedy", open)),
            "remedies_overdue" => ("kind", Actions("remedy", overdue)),
            "remedies_in_time" => ("kind", Actions("remedy", $"done_on <= {by} AND done_on <= due_on", "COUNT(*)", "due_on")),
            "lessons_made" => ("kind", Actions("lesson", "TRUE")),
            "lessons_open" => ("kind", Actions("lesson", open)),
            "lessons_overdue" => ("kind", Actions("lesson", overdue)),
            "lessons_in_time" => ("kind", Actions("lesson", $"done_on <= {by} AND done_on <= due_on", "COUNT(*)", "due_on")),
            "payments_offered" => ("ordered_by", Payments("COUNT(*)", "TRUE", "offered_on")),
            "compensation_offered" => ("ordered_by", Payments("SUM(amount)", "TRUE", "offered_on")),
            "payments_made" => ("ordered_by", Payments("COUNT(*)", "TRUE", "paid_on")),
            "compensation_paid" => ("ordered_by", Payments("SUM(amount)", "TRUE", "paid_on")),
            "mean_compensation_paid" => ("ordered_by", Payments("SUM(amount)", "TRUE", "paid_on", "COUNT(*)")),
            "payments_ordered" => ("ordered_by", Payments("COUNT(*)", "ordered_by = 'ombudsman'", "paid_on")),
            "compensation_ordered" => ("ordered_by", Payments("SUM(amount)", "ordered_by = 'ombudsman'", "paid_on")),
            "payments_up_to_100" => ("ordered_by", Payments("COUNT(*) FILTER (amount <= 100)", "TRUE", "paid_on", "COUNT(*)")),
            "findings" => ("category", Findings("COUNT(*)")),
            "findings_upheld" => ("category", Findings("COUNT(*)", where: bad)),
            "maladministration_rate" => ("category", Findings(
                $"COUNT(*) FILTER ({bad})", "COUNT(*)", "finding NOT IN ('outside_jurisdiction', 'withdrawn')")),
            "maladministration_rate_of_all" => ("category", Findings($"COUNT(*) FILTER ({bad})", "COUNT(*)")),
            "ombudsman_cases" => ("category", Findings("COUNT(DISTINCT ombudsman_reference)")),
            "ombudsman_cases_upheld" => ("category", Findings("COUNT(DISTINCT ombudsman_reference)", where: bad)),
            "orders_made" => ("kind", Orders("COUNT(*)", "kind = 'order'", "determined_on")),
            "recommendations_made" => ("kind", Orders("COUNT(*)", "kind = 'recommendation'", "determined_on")),
            "orders_open" => ("kind", Orders("COUNT(*)", $"kind = 'order' AND ({complied}) IS NOT TRUE", "determined_on")),
            "orders_overdue" => ("kind", Orders("COUNT(*)", $"kind = 'order' AND due_on < {by} AND ({complied}) IS NOT TRUE", "due_on")),
            "orders_complied" => ("kind", Orders($"COUNT(*) FILTER ({complied})", "kind = 'order'", "determined_on", "COUNT(*)")),
            "orders_in_time" => ("kind", Orders(
                $"COUNT(*) FILTER ({complied} AND complied_on <= due_on)", "kind = 'order'", "due_on", "COUNT(*)")),
            "orders_amount" => ("kind", Orders("SUM(amount)", "kind = 'order'", "determined_on")),
            "surveys_sent" => ("question", Surveys("COUNT(DISTINCT source_system || survey_reference) FILTER (answers = 1)", "sent_on")),
            "surveys_answered" => ("question", Surveys("COUNT(DISTINCT source_system || survey_reference) FILTER (answers = 1)", "answered_on")),
            "survey_response_rate" => ("question", Surveys(
                $"COUNT(DISTINCT CASE WHEN answered_on <= {by} AND answers = 1 THEN source_system || survey_reference END)",
                "sent_on",
                "COUNT(DISTINCT source_system || survey_reference) FILTER (answers = 1)")),
            "survey_mean_score" => ("question", Surveys("SUM(score)", "answered_on", "COUNT(score)")),
            "survey_satisfied" => ("question", Surveys(
                "SUM(answers) FILTER (answer = 'very_satisfied' OR answer = 'fairly_satisfied')",
                "answered_on",
                "SUM(answers) FILTER (answer <> '')")),
            "customers" => ("reporting_year", $"""
                SELECT landlord_code, '2024/25', COUNT(*), NULL
                FROM (
                  SELECT ARG_MAX(landlord_code, valid_from) AS landlord_code, ARG_MAX(valid_to, valid_from) AS valid_to
                  FROM dim_resident_characteristics
                  WHERE {Current} AND resident_key > 0 AND valid_from <= DATE '2025-03-31' AND DATE '2025-03-31' <= {by}
                  GROUP BY resident_key
                )
                WHERE valid_to > DATE '2025-03-31'
                GROUP BY 1
                """),
            _ when RandomRecords.Findings.Contains(measure["findings_".Length..]) =>
                ("category", Findings("COUNT(*)", where: $"finding = '{measure["findings_".Length..]}'")),
            _ => throw new InvalidOperationException($"'{measure}' has no SQL of its own in this test: write one from its source paragraph."),
        };
    }

    // The stage that is named, else the newest.
    private static string OfCase(string fact) => $"""
        COALESCE((
          SELECT s.landlord_code FROM fact_stage AS s
          WHERE s.source_system = {fact}.source_system AND s.case_reference = {fact}.case_reference AND s.{Current}
          ORDER BY s.stage DESC LIMIT 1
        ), '')
        """;
}
