using System.Data.Common;
using Complaints.Domain;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>Rows of a file that change what no case changes by itself, under the reference it had before, by what they change.</summary>
internal sealed class MovedRows
{
    private static readonly MovedKind[] s_kinds = Enum.GetValues<MovedKind>();

    private readonly long[] _rows = new long[s_kinds.Length];

    private MovedRows()
    {
    }

    /// <summary>What most rows change, and how many do.</summary>
    internal (MovedKind Kind, long Rows) Most => s_kinds.Select(kind => (kind, _rows[(int)kind])).MaxBy(change => change.Item2);

    /// <summary>Whether the facts of a target have parts and values that do not change by themselves.</summary>
    internal static bool AreTold(LoadTarget target) => target
        is LoadTarget.Stage or LoadTarget.Contact or LoadTarget.Action or LoadTarget.Finding or LoadTarget.Compensation
            or LoadTarget.Order or LoadTarget.Survey or LoadTarget.Resident;

    /// <summary>What a file just merged changes.</summary>
    internal static async Task<MovedRows> ReadAsync(ILoadSession session, LoadFile file, CancellationToken cancellationToken)
    {
        NamedQuery query = Query(file.Mapping.RowTarget, file.Mapping.System, session.LoadId);
        var moved = new MovedRows();
        DbDataReader rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            if (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (MovedKind kind in s_kinds)
                {
                    moved._rows[(int)kind] = rows.GetInt64((int)kind);
                }
            }
        }

        return moved;
    }

    private static NamedQuery Query(LoadTarget target, string system, int load) => target switch
    {
        LoadTarget.Contact => NamedQuery.Of("loading/moved_contacts", ("source_system", system), ("load", load)),
        LoadTarget.Action => NamedQuery.Of("loading/moved_actions", ("source_system", system), ("load", load)),
        LoadTarget.Finding => NamedQuery.Of("loading/moved_findings", ("source_system", system), ("load", load)),
        LoadTarget.Compensation => NamedQuery.Of("loading/moved_payments", ("source_system", system), ("load", load)),
        LoadTarget.Order => NamedQuery.Of("loading/moved_orders", ("source_system", system), ("load", load)),
        LoadTarget.Survey => NamedQuery.Of("loading/moved_surveys", ("source_system", system), ("load", load)),
        LoadTarget.Resident => NamedQuery.Of("loading/moved_residents", ("source_system", system), ("load", load)),
        _ => NamedQuery.Of(
            "loading/moved_stages", ("source_system", system), ("load", load), ("open_percent", Limits.OpenLeftPercent)),
    };
}
