namespace Complaints.Cli.Composition;

/// <summary>Writes the file that <c>--out</c> names: all of it or nothing, whatever stops the command.</summary>
internal static class OutputFile
{
    public static async Task WriteAsync(FileInfo file, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (file.Exists && !IsRegular(target))
        {
            // A pipe or a device is written to as it stands: nothing may take its place.
            await File.WriteAllBytesAsync(target, content, stop).ConfigureAwait(false);
            return;
        }

        string beside = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllBytesAsync(beside, content, stop).ConfigureAwait(false);
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static bool IsRegular(string path) =>
        (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.Directory)) == 0 && new FileInfo(path).Length > 0;
}
