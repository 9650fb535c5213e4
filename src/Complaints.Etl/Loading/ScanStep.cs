using Complaints.Domain.Errors;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Loading;

/// <summary>Looks through all files of a load before the warehouse is touched: most refusals happen here, at no cost.</summary>
internal static class ScanStep
{
    /// <exception cref="UserException">A file cannot be read to its end, has no rows, or too many would be held back.</exception>
    internal static async Task RunAsync(LoadContext load, CancellationToken cancellationToken)
    {
        foreach (LoadFile file in load.Files.Where(file => !file.IsBuiltIn))
        {
            await ScanAsync(load, file, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ScanAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        long start = load.Clock.GetTimestamp();
        ITable table = await TableFile.OpenAsync(file.Path, file.Mapping.Read, cancellationToken).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            FileScan scan = await FileScan.RunAsync(load, file, table, cancellationToken).ConfigureAwait(false);
            if (scan.Rows == 0)
            {
                throw Refusal.Of(
                    file.Path,
                    file.Mapping.Rows == RowFilter.All ? "The file has a header and no rows." : "The file has a header, and no rows that the mapping's 'rows' keeps.",
                    "at least one row: an empty file would withdraw everything that was loaded from it",
                    "check the export's filter; leave the file out of the load set when there is nothing to say");
            }

            file.Scanned(table.Info, scan, load.Clock.GetElapsedTime(start));
        }
    }
}
