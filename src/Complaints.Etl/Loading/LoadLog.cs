using Microsoft.Extensions.Logging;

namespace Complaints.Etl.Loading;

/// <summary>What a load says about itself. Names of files and counts, never the content of a row.</summary>
internal static partial class LoadLog
{
    [LoggerMessage(2001, LogLevel.Information, "Load {LoadId} of {LoadSet} begins: {Files} files, extract date {ExtractDate}")]
    internal static partial void Begins(ILogger log, int loadId, string loadSet, int files, DateOnly extractDate);

    [LoggerMessage(2002, LogLevel.Information, "{FileName}: {RowsRead} rows read, {RowsLoaded} loaded, {RowsUnchanged} unchanged, {RowsQuarantined} quarantined")]
    internal static partial void FileDone(
        ILogger log, string fileName, long rowsRead, long rowsLoaded, long rowsUnchanged, long rowsQuarantined);

    [LoggerMessage(2003, LogLevel.Information, "Load {LoadId} published as generation {Generation}")]
    internal static partial void Published(ILogger log, int loadId, int generation);

    [LoggerMessage(2004, LogLevel.Information, "Dry run of {LoadSet}: nothing was changed")]
    internal static partial void DryRun(ILogger log, string loadSet);
}
