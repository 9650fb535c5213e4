using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>What must hold of every file's outcome.</summary>
internal static class FileOutcomeExtensions
{
    /// <summary>Whether the rows add up.</summary>
    public static bool Reconciles(this FileOutcome file) => file.RowsRead == file.RowsLoaded + file.RowsUnchanged + file.RowsQuarantined;
}
