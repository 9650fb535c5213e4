using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders what residents are on a day: the bands of a complaint's resident on the day it was received, and who the customers are at a
/// reporting year's end. On a day a resident is what the row says that begins last, whoever states it.
/// </summary>
internal static class ResidentSql
{
    private static readonly string[] s_bands = [.. FactTables.BandColumns];

    /// <summary>
    /// Stages with the bands of their residents; those without a resident, or whose resident has no row on the day, have none.
    /// </summary>
    internal static string OfStages(int? knownAtLoad, ParameterList parameters) => $"""

            SELECT a.*, {string.Join(", ", s_bands.Select(band => $"r.{band}"))}
            FROM fact_stage AS a
            LEFT JOIN (
            {Versions(knownAtLoad, parameters)}
            ) AS r ON r.resident_key = a.resident_key
              AND r.valid_from <= a.received_on
              AND r.valid_to > a.received_on

            """.ReplaceLineEndings("\n");

    /// <summary>A row for each customer and reporting year's end.</summary>
    internal static string AtYearEnds(int? knownAtLoad, ParameterList parameters) => $"""

            SELECT r.*, d.counted_on
            FROM (
            {Versions(knownAtLoad, parameters)}
            ) AS r
            JOIN (
              SELECT n.date_key AS counted_on
              FROM dim_date AS n
              WHERE EXTRACT(MONTH FROM n.date_key) = 3 AND EXTRACT(DAY FROM n.date_key) = 31
            ) AS d ON d.counted_on >= r.valid_from AND d.counted_on < r.valid_to

            """.ReplaceLineEndings("\n");

    // Two rows that begin on one day are of two sources: the one that was recorded later counts.
    private static string Versions(int? knownAtLoad, ParameterList parameters) => $"""
              SELECT
                c.resident_key,
                c.pseudonym,
                c.landlord_code,
                {string.Join(", ", s_bands.Select(band => $"c.{band}"))},
                c.source_system,
                c.recorded_from_load,
                c.recorded_to_load,
                c.valid_from,
                LEAST(
                  c.valid_to,
                  LEAD(c.valid_from, 1, {parameters.Add(DateOnly.MaxValue)})
                    OVER (PARTITION BY c.resident_key ORDER BY c.valid_from, c.characteristics_key)
                ) AS valid_to
              FROM dim_resident_characteristics AS c
              WHERE c.resident_key <> 0 AND {ScopeRenderer.Version("c", knownAtLoad, parameters)}
            """.ReplaceLineEndings("\n");
}
