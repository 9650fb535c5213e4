using System.Data.Common;
using Complaints.Domain.Time;

namespace Complaints.Measures.Figures;

/// <summary>Rows in quarantine for want of a landlord, by the landlord they could belong to and the reporting year of their date.</summary>
internal sealed class UnmatchedCounts
{
    private readonly Dictionary<(string? Landlord, int? Year), long> _rows = [];

    internal static async Task<UnmatchedCounts> ReadAsync(DbDataReader reader, CancellationToken ct)
    {
        var counts = new UnmatchedCounts();
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                string? landlord = reader.IsDBNull(0) ? null : reader.GetString(0);
                int? year = reader.IsDBNull(1) ? null : FieldReader.Int(reader, 1);
                counts._rows.Add((landlord, year), FieldReader.Long(reader, 2));
            }
        }

        return counts;
    }

    /// <summary>How many could belong to a figure.</summary>
    /// <param name="landlord">The figure's landlord; null when it is over all.</param>
    /// <param name="year">The figure's reporting year; null when it is over all. Rows without a date could be of any.</param>
    internal long Of(string? landlord, ReportingYear? year) => _rows
        .Where(entry => landlord is null ? entry.Key.Landlord is null : entry.Key.Landlord is "" || entry.Key.Landlord == landlord)
        .Where(entry => year is null || entry.Key.Year is null || entry.Key.Year == year.Value.StartYear)
        .Sum(entry => entry.Value);
}
