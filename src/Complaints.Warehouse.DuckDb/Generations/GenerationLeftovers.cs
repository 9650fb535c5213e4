using Complaints.Domain.Storage;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// What a writer that was killed left behind. All of it is called under the writer's lock, and none of it touches what was published.
/// </summary>
internal static class GenerationLeftovers
{
    private const string Discarded = "discarded";

    /// <summary>Finishes a publication or a removal that was cut off, and empties the staging folder.</summary>
    public static void Clear(GenerationFiles files)
    {
        FinishRemoval(files);
        FinishPublication(files);
        files.RefuseBeyond(files.Published());
        DurableFile.RemoveLeftovers(files.Pointer);
        DurableFile.RemoveLeftovers(files.Announced);
        EmptyStaging(files);
    }

    /// <summary>Takes a warehouse away: first its files, by one rename, then the pointer, then the folders.</summary>
    public static void Remove(GenerationFiles files)
    {
        Directory.Move(files.Generations, Path.Combine(files.Staging, Discarded));
        File.Delete(files.Pointer);
        File.Delete(files.Announced);
        EmptyStaging(files);
        Directory.Delete(files.Staging);
    }

    /// <summary>Removes a folder if it is empty.</summary>
    public static void TryRemoveFolder(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It holds what is not the warehouse's.
        }
    }

    // The pointer of a warehouse that was being taken away names a file that went before it.
    private static void FinishRemoval(GenerationFiles files)
    {
        if (Directory.Exists(Path.Combine(files.Staging, Discarded)) && !files.All().Any())
        {
            File.Delete(files.Pointer);
        }
    }

    // The announced file is whole when it has its name and length; else it was cut off before, and nobody was told of it.
    private static void FinishPublication(GenerationFiles files)
    {
        if (files.AnnouncedPointer() is { } announced)
        {
            var file = new FileInfo(files.PathOf(announced.Generation));
            if (file.Exists && file.Length == announced.Bytes && announced.Generation > (files.Published()?.Generation ?? 0))
            {
                DurableFile.Replace(files.Pointer, announced.ToJson());
            }
        }

        File.Delete(files.Announced);
    }

    private static void EmptyStaging(GenerationFiles files)
    {
        foreach (FileSystemInfo leftover in new DirectoryInfo(files.Staging).EnumerateFileSystemInfos())
        {
            if (leftover is DirectoryInfo { LinkTarget: null } directory)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                leftover.Delete();
            }
        }
    }
}
