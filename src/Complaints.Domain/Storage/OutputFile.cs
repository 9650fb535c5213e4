namespace Complaints.Domain.Storage;

/// <summary>
/// Writes files that are the user's own, such as one that <c>--out</c> names: all of it or nothing, whatever stops the command. Unlike
/// those of <see cref="DurableFile"/>, they have the modes that the account gives.
/// </summary>
public static class OutputFile
{
    /// <summary>Writes a file or replaces it in one step; through a link, what it leads to.</summary>
    public static async Task WriteAsync(FileInfo file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (file.Exists && !IsRegular(target))
        {
            // A pipe or a device is written to as it stands: nothing may take its place.
            await File.WriteAllBytesAsync(target, content, cancellationToken).ConfigureAwait(false);
            return;
        }

        string beside = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancellationToken).ConfigureAwait(false);
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
