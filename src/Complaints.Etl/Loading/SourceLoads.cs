using System.Data.Common;
using Complaints.Etl.Mapping;
using Complaints.Etl.Mapping.Json;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>What earlier loads brought of a source system as a target. Both shapes of complaints are the same target.</summary>
internal static class SourceLoads
{
    /// <summary>Asks for the last day that any extract of the source knew about; its only value is null where there was none.</summary>
    internal static NamedQuery Newest(MappingFile mapping)
    {
        bool complaints = mapping.Target is LoadTarget.Stage or LoadTarget.Complaint;
        return NamedQuery.Of(
            "loading/newest_extract",
            ("source_system", mapping.System),
            ("target", Names.Of(complaints ? LoadTarget.Stage : mapping.Target)),
            ("other_target", Names.Of(complaints ? LoadTarget.Complaint : mapping.Target)));
    }

    /// <summary>Reads the answer, and closes it.</summary>
    internal static async Task<DateOnly?> DayAsync(Task<DbDataReader> answer, CancellationToken cancellationToken)
    {
        DbDataReader rows = await answer.ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false)
                && !rows.IsDBNull(0)
                    ? rows.GetFieldValue<DateOnly>(0)
                    : null;
        }
    }
}
