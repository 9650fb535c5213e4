using System.Data.Common;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Figures;

/// <summary>
/// Rows in quarantine, by the landlord they could belong to, the reporting year of their date, the rule and what they would change.
/// </summary>
internal sealed class QuarantineCounts
{
    private readonly List<Entry> _entries = [];

    internal static async Task<QuarantineCounts> ReadAsync(ISnapshot snapshot, SqlQuery query, CancellationToken ct)
    {
        var counts = new QuarantineCounts();
        DbDataReader reader = await snapshot.QueryAsync(query, ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                counts._entries.Add(new Entry(
                    reader.IsDBNull(0) ? null : reader.GetString(0),
                    reader.IsDBNull(1) ? null : FieldReader.Int(reader, 1),
                    reader.GetString(2),
                    reader.GetString(3),
                    FieldReader.Int(reader, 4) == 1,
                    reader.IsDBNull(5) ? null : FieldReader.Long(reader, 5),
                    FieldReader.Long(reader, 6)));
            }
        }

        return counts;
    }

    /// <summary>The landlords that rows could belong to; without those that could be anybody's.</summary>
    internal IEnumerable<string> Landlords => _entries.Select(entry => entry.Landlord).Where(code => !string.IsNullOrEmpty(code))!;

    /// <summary>Whether a row could belong to any landlord.</summary>
    internal bool AreAnybodys => _entries.Exists(entry => entry.Landlord is "");

    /// <summary>The reporting years of rows whose day is known.</summary>
    internal IEnumerable<int> Years => _entries.Select(entry => entry.Year).OfType<int>();

    /// <summary>Whether nothing is held back.</summary>
    internal bool IsEmpty => _entries.Count == 0;

    /// <summary>Rows that could belong to a figure.</summary>
    /// <param name="landlord">The figure's landlord; null when it is over all.</param>
    /// <param name="year">The figure's reporting year; null when it is over all. Rows without a date could be of any.</param>
    internal QuarantineCounts Of(string? landlord, ReportingYear? year)
    {
        var counts = new QuarantineCounts();
        counts._entries.AddRange(_entries
            .Where(entry => landlord is null ? entry.Landlord is null : entry.Landlord is "" || entry.Landlord == landlord)
            .Where(entry => year is null || entry.Year is null || entry.Year <= year.Value.StartYear)
            .Select(entry => entry with { IsEarlier = entry.IsEarlier || entry.Year < year?.StartYear }));
        return counts;
    }

    /// <summary>How many wait for a person to decide on their landlord.</summary>
    /// <param name="role">The date that puts a complaint into the period: one received before it may be answered within it.</param>
    internal long Unmatched(DateRole role) => Rows(Of(role).Where(entry => entry.Kind == QuarantineSql.Unmatched));

    /// <summary>How many are held back by other rules, the most frequent first.</summary>
    /// <param name="role">The date that puts a complaint into the period.</param>
    /// <param name="withHomes">Whether rows of the stock count too: the figure is divided by homes.</param>
    internal IReadOnlyList<HeldBackCount> HeldBack(DateRole role, bool withHomes) =>
    [
        .. Of(role)
            .Where(entry => entry.Kind == QuarantineSql.Stage || (withHomes && entry.Kind == QuarantineSql.Stock && !entry.IsEarlier))
            .GroupBy(entry => entry.Rule, StringComparer.Ordinal)
            .Select(rule => new HeldBackCount(rule.Key, Rows(rule)))
            .OrderByDescending(count => count.Rows)
            .ThenBy(count => count.Rule, StringComparer.Ordinal),
    ];

    private IEnumerable<Entry> Of(DateRole role) => _entries.Where(entry => role == DateRole.Responded || !entry.IsEarlier);

    // An entry that stands under several landlords or years is one row of a figure over all of them.
    private static long Rows(IEnumerable<Entry> entries) =>
        entries.GroupBy(entry => entry.Id).Sum(same => same.Key is null ? same.Sum(entry => entry.Rows) : 1);

    private sealed record Entry(string? Landlord, int? Year, string Rule, string Kind, bool IsEarlier, long? Id, long Rows);
}
