namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// Every measure in SQL that was written by hand from its source paragraph, without the catalogue: landlord, stock type, numerator,
/// denominator (null for a count), of the reporting year 2024/25 as at a day.
/// </summary>
internal static class HandWrittenSql
{
    private const string Year = "BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'";
    private const string Current = "recorded_to_load = 2147483647";
    private const string Accepted = $"status IN ('accepted', 'withdrawn') AND {Current}";
    private const string Tenants = $"status <> 'refused' AND stock_type IN ('LCRA', 'LCHO') AND {Current}";
    private const string Due = "GREATEST(standard_due_on, COALESCE(extended_due_on, standard_due_on))";
    private const string Agreed = "COALESCE(extension_agreed_on, DATE '1900-01-01')";

    internal static string Of(string measure, string asAt)
    {
        bool either = !measure.Contains("_stage", StringComparison.Ordinal);
        string stage = measure.Contains("_stage2", StringComparison.Ordinal) || measure.StartsWith("stage2", StringComparison.Ordinal)
            ? "2"
            : "1";
        string kind = measure.Replace("_stage1", "", StringComparison.Ordinal).Replace("_stage2", "", StringComparison.Ordinal);
        string made = $"received_on {Year} AND received_on <= DATE '{asAt}'";
        string answered = $"responded_on {Year} AND responded_on <= DATE '{asAt}'";
        string by = $"COALESCE(responded_on, DATE '9999-01-01') <= DATE '{asAt}'";
        string tenants = $"{Tenants} AND {made}";
        string own = $"{Tenants} AND {made} AND stage = {stage}";
        string accepted = $"{Accepted} AND {made} AND stage = {stage}";
        string both = $"{Accepted} AND {made}";
        string closed = $"{Accepted} AND {answered}{(either ? "" : $" AND stage = {stage}")}";
        return kind switch
        {
            "stage1_made" or "stage2_made" => Count(own, "1 = 1"),
            "complaints_accepted" => Count(both, "1 = 1"),
            "ch01" => Homes(own),
            "ch02" => Share(own, $"{by} AND responded_on <= {Due}"),
            "ch02_standard" => Share(own, $"{by} AND responded_on <= standard_due_on"),
            "ch02_extension" => Share(own, $"{by} AND responded_on > standard_due_on AND responded_on <= {Due}"),
            "escalation_rate" => Two(tenants, "stage = 2", "stage = 1"),
            "upheld_rate" => Share($"{(either ? both : own)} AND {Decided(by)}", Outcome("upheld", "partially_upheld")),
            "mean_days_to_respond" => Two(
                $"{Tenants} AND {answered} AND stage = {stage}", "1 = 1", "working_days_to_respond IS NOT NULL", "working_days_to_respond"),
            "mean_calendar_days_to_respond" =>
                Two($"{Tenants} AND {answered} AND stage = {stage}", "1 = 1", "1 = 1", "DATE_DIFF('day', received_on, responded_on)"),
            "median_days_to_respond" or "p90_days_to_respond" => AtPlace(
                $"{Tenants} AND {answered} AND stage = {stage}", "working_days_to_respond", kind[0] == 'm' ? 50 : 90),
            "median_calendar_days_to_respond" or "p90_calendar_days_to_respond" => AtPlace(
                $"{Tenants} AND {answered} AND stage = {stage}", "DATE_DIFF('day', received_on, responded_on)", kind[0] == 'm' ? 50 : 90),
            "complainants" => Residents(accepted, 1),
            "repeat_complainants_2" or "repeat_complainants_3" or "repeat_complainants_5" => Residents(accepted, kind[^1] - '0'),
            "received" => Count($"{Current} AND {made} AND stage = {stage}", "1 = 1"),
            "accepted" => Count(accepted, "1 = 1"),
            "refused" => Count($"{Current} AND {made} AND stage = {stage}", "status = 'refused'"),
            "refused_rate" => Share($"{Current} AND {made}", "status = 'refused'"),
            "withdrawn" => Count($"{Current} AND {made} AND stage = {stage}", "status = 'withdrawn'"),
            "answered" => Count(closed, "1 = 1"),
            "open" => Count($"{Current} AND {made} AND stage = {stage}", $"status = 'accepted' AND NOT {by}"),
            "overdue" => Count($"{Current} AND {made} AND stage = {stage}", $"status = 'accepted' AND NOT {by} AND {Due} < DATE '{asAt}'"),
            "acknowledged_in_time" => Share(
                $"{accepted} AND acknowledge_due_on IS NOT NULL",
                $"COALESCE(acknowledged_on, DATE '9999-01-01') <= LEAST(acknowledge_due_on, DATE '{asAt}')"),
            "upheld" or "partially_upheld" or "not_upheld" => Count($"{accepted} AND {by}", Outcome(kind)),
            "upheld_share" or "partially_upheld_share" or "not_upheld_share" =>
                Share($"{accepted} AND {Decided(by)}", Outcome(kind.Replace("_share", "", StringComparison.Ordinal))),
            "service_failure_rate" => Share($"{accepted} AND {by}", Outcome("upheld", "partially_upheld")),
            "late" => Count(accepted, $"{by} AND responded_on > {Due}"),
            "answered_in_time" => Share(closed, $"responded_on <= {Due}"),
            "answered_in_time_standard" => Share(closed, "responded_on <= standard_due_on"),
            "extended" => Share(accepted, $"extended_due_on IS NOT NULL AND {Agreed} <= DATE '{asAt}'"),
            "ombudsman_details_given" => Share(
                $"{accepted} AND extended_due_on IS NOT NULL AND {Agreed} <= DATE '{asAt}'", "COALESCE(ombudsman_details_given, FALSE)"),
            "escalated_share" => Share($"{Accepted} AND {made} AND stage = 1", $"""
                case_reference IN (
                  SELECT case_reference FROM fact_stage
                  WHERE stage = 2 AND status IN ('accepted', 'withdrawn') AND received_on <= DATE '{asAt}' AND {Current})
                """),
            "points_raised" => Sum(accepted, "points_raised"),
            "avoidable_share" => Share($"{accepted} AND (avoidable OR NOT avoidable)", "avoidable"),
            _ => throw new InvalidOperationException($"'{measure}' has no SQL of its own in this test: write one from its source paragraph."),
        };
    }

    private static string Decided(string by) => $"{by} AND {Outcome("upheld", "partially_upheld", "not_upheld")}";

    private static string Outcome(params string[] codes) =>
        $"outcome_key IN (SELECT outcome_key FROM dim_outcome WHERE code IN ({string.Join(", ", codes.Select(code => $"'{code}'"))}))";

    private static string Count(string where, string counted) => Grouped(where, $"SUM(CASE WHEN {counted} THEN 1 ELSE 0 END), NULL");

    private static string Share(string where, string counted) => Grouped(where, $"SUM(CASE WHEN {counted} THEN 1 ELSE 0 END), COUNT(*)");

    private static string Sum(string where, string summed) => Grouped(where, $"COALESCE(SUM({summed}), 0), NULL");

    private static string Two(string where, string above, string below, string summed = "1") => Grouped(
        where, $"COALESCE(SUM(CASE WHEN {above} THEN {summed} END), 0), SUM(CASE WHEN {below} THEN 1 ELSE 0 END)");

    // Of n days in order the one at place percent × (n − 1) ÷ 100 from the first, in hundredths of a place and of a day.
    private static string AtPlace(string where, string days, int percent) => $"""
        SELECT
          landlord_code,
          stock_type,
          SUM(CASE
            WHEN place = {percent} * (n - 1) // 100 THEN days * (100 - {percent} * (n - 1) % 100)
            WHEN place = {percent} * (n - 1) // 100 + 1 THEN days * ({percent} * (n - 1) % 100)
            ELSE 0 END) / 100,
          MAX(n)
        FROM (
          SELECT
            landlord_code,
            stock_type,
            {days} AS days,
            ROW_NUMBER() OVER (PARTITION BY landlord_code, stock_type ORDER BY {days}) - 1 AS place,
            COUNT(*) OVER (PARTITION BY landlord_code, stock_type) AS n
          FROM fact_stage WHERE {where} AND {days} IS NOT NULL) AS ordered
        GROUP BY landlord_code, stock_type
        """;

    private static string Residents(string where, int times) => $"""
        SELECT landlord_code, stock_type, COUNT(*), NULL
        FROM (
          SELECT landlord_code, stock_type, resident_key
          FROM fact_stage WHERE {where} AND resident_key <> 0
          GROUP BY landlord_code, stock_type, resident_key
          HAVING COUNT(*) >= {times}) AS residents
        GROUP BY landlord_code, stock_type
        """;

    private static string Grouped(string where, string numbers) =>
        $"SELECT landlord_code, stock_type, {numbers} FROM fact_stage WHERE {where} GROUP BY landlord_code, stock_type";

    private static string Homes(string made) => $"""
        SELECT
          COALESCE(c.landlord_code, s.landlord_code), COALESCE(c.stock_type, s.stock_type),
          COALESCE(c.made, 0), COALESCE(s.homes, 0)
        FROM (SELECT landlord_code, stock_type, COUNT(*) AS made FROM fact_stage WHERE {made} GROUP BY landlord_code, stock_type) AS c
        FULL JOIN (
          SELECT landlord_code, stock_type, homes FROM fact_stock WHERE year_end = DATE '2025-03-31' AND recorded_to_load = 2147483647
        ) AS s ON s.landlord_code = c.landlord_code AND s.stock_type = c.stock_type
        """;
}
