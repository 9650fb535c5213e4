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
        if (file.Exists && RegularFile.MayBePipe(file.FullName))
        {
            // A pipe or a device is written to as it stands: nothing may take its place.
            await File.WriteAllBytesAsync(file.FullName, content, cancellationToken).ConfigureAwait(false);
            return;
        }

        using UnfinishedFile unfinished = new(
            file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        await File.WriteAllBytesAsync(unfinished.Path, content, cancellationToken).ConfigureAwait(false);
        unfinished.Finish(overwrite: true);
    }
}
