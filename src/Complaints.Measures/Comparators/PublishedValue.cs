using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Comparators;

/// <summary>One landlord's published figure; the printed value is not read (domain §1.1: "never ingest the calculated column").</summary>
internal sealed record PublishedValue(string Measure, Rate? Rate, string? LandlordType, string? SizeBand, string? Region, string Publisher)
{
    /// <summary>The current figures of a year and section, the newest where a landlord's stands twice.</summary>
    internal static async Task<List<PublishedValue>> ReadAsync(
        ISnapshot snapshot,
        ISqlDialect dialect,
        ComparatorQuery query,
        IEnumerable<string> measures,
        CancellationToken ct)
    {
        var parameters = new ParameterList(dialect);
        string text = $"""
            SELECT p.measure_id, p.numerator, p.denominator, p.landlord_type, p.size_band, p.region, p.publisher
            FROM (
              SELECT
                m.*,
                ROW_NUMBER() OVER (
                  PARTITION BY m.landlord_code, m.measure_id
                  ORDER BY m.recorded_from_load DESC, m.published_measure_key DESC
                ) AS newest
              FROM fact_published_measure AS m
              WHERE m.recorded_to_load = {parameters.Add(ScopeRenderer.Open)}
                AND m.reporting_year = {parameters.Add(query.Year.StartYear)}
                AND m.stock_type = {parameters.Add(StockTypes.Code(query.StockType))}
                AND m.measure_id IN {parameters.List(measures)}
            ) AS p
            WHERE p.newest = 1
            """.ReplaceLineEndings("\n");
        var values = new List<PublishedValue>();
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                values.Add(Row(reader));
                if (values.Count > Limits.ComparatorLandlords * Limits.MeasuresPerQuery)
                {
                    throw new UserException(
                        "There are more published figures than a comparator can be taken over.",
                        expected: $"at most {Limits.ComparatorLandlords} landlords",
                        fix: "load one regulator's publication only");
                }
            }
        }

        return values;
    }

    private static PublishedValue Row(DbDataReader reader)
    {
        Rate? rate = reader.IsDBNull(1) || reader.IsDBNull(2) ? null : new Rate(reader.GetDecimal(1), reader.GetDecimal(2));
        return new PublishedValue(reader.GetString(0), rate, Text(3), Text(4), Text(5), reader.GetString(6));

        string? Text(int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
    }
}
