namespace Complaints.Samples.Faults;

/// <summary>How a fault stands in the file.</summary>
internal enum FaultForm
{
    /// <summary>The row itself is changed.</summary>
    Changed,

    /// <summary>A changed copy follows the row, which stays as it is.</summary>
    ExtraRow,

    /// <summary>A changed copy follows the row, and both are at fault.</summary>
    Pair,

    /// <summary>The stage 1 row before it is left out.</summary>
    WithoutStage1,
}
