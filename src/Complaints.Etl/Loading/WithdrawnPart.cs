using System.Data.Common;
using Complaints.Domain;
using Complaints.Etl.Mapping.Json;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>
/// How much of one part of what a source gave before a file withdraws. A managing agent's extract that lost its smallest landlord lost a
/// small share of its rows, and all of that landlord's; one that lost its last reporting year, all of that year's.
/// </summary>
/// <param name="Name">The part: "landlord LH9002", "stage 2", "reporting year 2025/26".</param>
/// <param name="IsYear">Whether it is a reporting year's. The current one begins with few facts, of which some are soon put right.</param>
/// <param name="Withdrawn">Facts withdrawn.</param>
/// <param name="Before">Facts that there were.</param>
internal sealed record WithdrawnPart(string Name, bool IsYear, long Withdrawn, long Before)
{
    /// <summary>Whether that is more than retention rules take.</summary>
    internal bool IsTooMuch => Withdrawn > Limits.WithdrawnAtLeast && Withdrawn * 100 > Before * Percent;

    private int Percent => IsYear && Withdrawn < Limits.WithdrawnOfYearAtLeast ? Limits.WithdrawnOfYearPercent : Limits.WithdrawnPercent;

    /// <summary>The parts of which a file just merged withdraws something.</summary>
    internal static async Task<IReadOnlyList<WithdrawnPart>> ReadAsync(
        ILoadSession session, LoadFile file, CancellationToken cancellationToken)
    {
        NamedQuery query = NamedQuery.Of(
            "loading/withdrawn_parts",
            ("source_system", file.Mapping.System),
            ("fact", Names.Of(file.Mapping.RowTarget)),
            ("load", session.LoadId));
        DbDataReader rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            List<WithdrawnPart> parts = [];
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                parts.Add(new WithdrawnPart(rows.GetString(0), rows.GetBoolean(1), rows.GetInt64(2), rows.GetInt64(3)));
            }

            return parts;
        }
    }
}
