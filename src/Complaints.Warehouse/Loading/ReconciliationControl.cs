namespace Complaints.Warehouse.Loading;

/// <summary>A control total: two numbers, counted in different ways, that must be equal.</summary>
/// <param name="Control">What is compared, e.g. "stage.csv: rows read = loaded + unchanged + quarantined".</param>
/// <param name="Expected">The number expected.</param>
/// <param name="Actual">The number found.</param>
public sealed record ReconciliationControl(string Control, long Expected, long Actual)
{
    /// <summary>Whether both are equal.</summary>
    public bool Passed => Expected == Actual;
}
