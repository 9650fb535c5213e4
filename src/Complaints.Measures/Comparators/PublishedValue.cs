using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Comparators;

/// <summary>One landlord's published figure; the printed value is not read, because its 0 says two things (docs/domain.md §2.6).</summary>
internal sealed record PublishedValue(
    string Measure, Rate? Rate, string? LandlordType, string? SizeBand, string? Region, string Publisher, string Landlord)
{
    /// <summary>The current figures of a year and section, the newest where a landlord's stands twice.</summary>
    internal static async Task<List<PublishedValue>> ReadAsync(
        ISnapshot snapshot,
        LandlordScope scope,
        ComparatorQuery query,
        IEnumerable<string> measures,
        CancellationToken ct)
    {
        var published = NamedQuery.Of(
            "comparators/published_values",
            ("start_year", query.Year.StartYear),
            ("stock_type", StockTypes.Code(query.StockType)),
            ("measures", NamedQuery.List(measures)));
        var values = new List<PublishedValue>();
        DbDataReader reader = await snapshot.QueryAsync(published.For(scope), ct).ConfigureAwait(false);
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
        return new PublishedValue(reader.GetString(0), rate, Text(3), Text(4), Text(5), reader.GetString(6), reader.GetString(7));

        string? Text(int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
    }
}
