using System.Data.Common;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Comparators;

/// <summary>A measure, a reporting year's first calendar year and a section of the return for which figures were published.</summary>
internal sealed record PublishedSection(string Measure, int StartYear, string StockType)
{
    /// <summary>"2023/24 LCRA".</summary>
    internal string Words => $"{ReportingYear.FromStartYear(StartYear)} {StockType}";

    /// <summary>What is loaded, by measure, year and section.</summary>
    internal static async Task<List<PublishedSection>> ReadAsync(ISnapshot snapshot, LandlordScope scope, CancellationToken ct)
    {
        var sections = new List<PublishedSection>();
        DbDataReader reader = await snapshot.QueryAsync(NamedQuery.Of("comparators/sections").For(scope), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                sections.Add(new PublishedSection(reader.GetString(0), FieldReader.Int(reader, 1), reader.GetString(2)));
            }
        }

        return sections;
    }
}
