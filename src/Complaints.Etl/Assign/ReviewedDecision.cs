using Complaints.Etl.Mapping;
using Complaints.Etl.Mapping.Json;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>A line of a reviewed file that names a home, a person and a day.</summary>
/// <param name="Row">What it says.</param>
internal sealed record ReviewedDecision(PropertyReferenceRow Row)
{
    /// <summary>Whether a row of the load was matched by it.</summary>
    internal bool IsUsed { get; set; }

    /// <summary>Whether another line of the file decides on the same identifier later.</summary>
    internal bool IsReplaced { get; set; }

    /// <summary>Why it had no effect, or none on the first row for which it had none.</summary>
    internal string? Problem { get; set; }
}
