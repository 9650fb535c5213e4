using System.Data.Common;
using Complaints.Domain;
using Complaints.Etl.Conform;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>
/// Cases and records around them that a load brings under other references than before: all with the same words before or behind
/// what the references were, or without them, or with others. A system that was moved or renamed writes "OLD-17" where it wrote "17", and
/// an incremental extract of it doubles every figure.
/// </summary>
/// <param name="Rows">
/// How many of <paramref name="New"/> have a reference that differs in this way from one of the same day and landlord.
/// </param>
/// <param name="New">How many new ones were looked at.</param>
/// <param name="System">The source system that gave them before.</param>
/// <param name="Before">A reference as it was.</param>
/// <param name="Now">The same as it is now.</param>
public sealed record RenamedReferences(long Rows, long New, string System, string Before, string Now)
{
    // Orders by the reference of the Ombudsman's case, which may be the one that is written otherwise.
    private const string OrdersByCase = "order_case";

    /// <summary>Whether they are so many that it is no chance.</summary>
    internal bool AreRefused => Rows >= Limits.RenamedRows && Rows * 100 > New * Limits.KnownElsewherePercent;

    /// <summary>Whether the references of a target tell its facts alone, so that another one makes another fact.</summary>
    internal static bool AreTold(LoadTarget target) => CountedReference.Of(target) is not null;

    /// <summary>The difference that most of a file's new references have from known ones; null where too few have one.</summary>
    internal static async Task<RenamedReferences?> ReadAsync(ILoadSession session, LoadFile file, CancellationToken cancellationToken)
    {
        LoadTarget target = file.Mapping.RowTarget;
        string kind = CountedReference.Of(target)!.Kind;
        RenamedReferences? own = await ReadAsync(session, file, kind, cancellationToken).ConfigureAwait(false);
        return own is null && target == LoadTarget.Order
            ? await ReadAsync(session, file, OrdersByCase, cancellationToken).ConfigureAwait(false)
            : own;
    }

    private static async Task<RenamedReferences?> ReadAsync(
        ILoadSession session, LoadFile file, string kind, CancellationToken cancellationToken)
    {
        var query = NamedQuery.Of(
            "loading/renamed_references",
            ("kind", kind),
            ("source_system", file.Mapping.System),
            ("load", session.LoadId),
            ("most_cases", Limits.RenamedRowsRead),
            ("most_pairs", Limits.RenamedPairsRead));
        var found = new Dictionary<ReferenceChange, RenamedReferences>();
        DbDataReader rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                (string now, string before) = (rows.GetString(0), rows.GetString(1));
                (string system, long all) = (rows.GetString(2), rows.GetInt64(3));
                if (string.Equals(now, before, StringComparison.OrdinalIgnoreCase))
                {
                    Count(new ReferenceChange(system, ReferenceChange.Part.Front, "", ""), new(1, all, system, before, now));
                    continue;
                }

                foreach (ReferenceChange change in ReferenceChange.Between(before, now, system))
                {
                    Count(change, new RenamedReferences(1, all, system, before, now));
                }
            }
        }

        RenamedReferences? most = found.Values
            .OrderByDescending(renamed => renamed.Rows)
            .ThenBy(renamed => renamed.Now, StringComparer.Ordinal)
            .FirstOrDefault();
        return most is null || most.Rows < Limits.RenamedRowsTold || most.Rows * 100 <= most.New * Limits.RenamedPercentTold ? null : most;

        void Count(ReferenceChange change, RenamedReferences one) =>
            found[change] = found.TryGetValue(change, out RenamedReferences? known) ? known.And(one) : one;
    }

    /// <summary>In what they differ from the known ones, after "references".</summary>
    internal string Told() => string.Equals(Now, Before, StringComparison.OrdinalIgnoreCase)
        ? $"are those that '{System}' gave before, such as '{Now}'"
        : $"differ from those that '{System}' gave before by the same words all over, '{Now}' from '{Before}'";

    // The first example of the alphabet, as the rows come in no order.
    private RenamedReferences And(RenamedReferences other) =>
        (string.CompareOrdinal(Now, other.Now) <= 0 ? this : other) with { Rows = Rows + other.Rows };
}
