namespace Complaints.Warehouse.Loading;

/// <summary>
/// The control totals of a load do not add up, so it was not published. That is a fault of this program, never of the input: an input's
/// faults are in quarantine or refused before.
/// </summary>
public sealed class ReconciliationException : Exception
{
    /// <summary>Builds the error from the controls that failed.</summary>
    public ReconciliationException(IReadOnlyList<ReconciliationControl> failed)
        : base(Render(failed))
    {
    }

    private static string Render(IReadOnlyList<ReconciliationControl> failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return "The load does not reconcile and was not published: "
            + string.Join("; ", failed.Select(c => $"{c.Control} (expected {c.Expected}, found {c.Actual})"));
    }
}
