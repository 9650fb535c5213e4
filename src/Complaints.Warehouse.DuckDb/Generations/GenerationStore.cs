using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// The files of a warehouse: <c>CURRENT</c> names the published generation in <c>generations/</c>; a writer works in <c>staging/</c> and
/// publishes by two renames. A published file is never written again, so a crash at any moment leaves it whole.
/// </summary>
internal sealed class GenerationStore(string folder, TimeProvider clock)
{
    private string PointerPath => Path.Combine(folder, "CURRENT");

    private string GenerationsFolder => Path.Combine(folder, "generations");

    private string StagingFolder => Path.Combine(folder, "staging");

    /// <summary>File of a generation.</summary>
    public string PathOf(int generation) =>
        Path.Combine(GenerationsFolder, string.Create(CultureInfo.InvariantCulture, $"{generation:D6}.duckdb"));

    /// <summary>The published generation; null when there is no warehouse.</summary>
    public GenerationPointer? Published() =>
        File.Exists(PointerPath) ? GenerationPointer.Parse(File.ReadAllText(PointerPath), PointerPath) : null;

    /// <summary>As <see cref="Published"/>, or the error that tells how to make a warehouse.</summary>
    public GenerationPointer PublishedOrRefuse() => Published() ?? throw new NotReadyException(
        "There is no warehouse here.",
        where: folder,
        expected: "a folder that 'complaints migrate' or 'complaints load' made",
        fix: "run 'complaints migrate', or give the right folder with --warehouse");

    /// <summary>Takes the writer's lock and clears away what a crashed writer left.</summary>
    /// <exception cref="UserException">Somebody else is writing, or the folder cannot be made or written.</exception>
    public WriterLock BeginWriting()
    {
        try
        {
            return Begin();
        }
        catch (Exception error) when (StorageFault.Of(error, folder) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>A private copy of the published file, or the name of a new file where there is none.</summary>
    public string PrivateCopy()
    {
        string path = Path.Combine(StagingFolder, "next.duckdb");
        if (Published() is { } published)
        {
            File.Copy(PathOf(published.Generation), path, overwrite: true);
        }

        return path;
    }

    /// <summary>Removes a private copy that will not be published.</summary>
    public static void Discard(string path)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
        string spill = path + ".spill";
        if (Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }

    /// <summary>Publishes a private copy that no connection holds any more.</summary>
    public GenerationPointer Publish(string path)
    {
        if (File.Exists(path + ".wal"))
        {
            throw new InvalidOperationException($"'{path}' was not checkpointed before publishing.");
        }

        int generation = (Published()?.Generation ?? 0) + 1;
        DurableFile.Flush(path);
        var pointer = new GenerationPointer(generation, new FileInfo(path).Length, clock.GetUtcNow());
        DurableFile.Rename(path, PathOf(generation));
        DurableFile.Replace(PointerPath, pointer.ToJson());
        return pointer;
    }

    /// <summary>Unlinks generations that are superseded and not held; a file in use elsewhere goes when its reader closes it.</summary>
    public void RemoveSuperseded(Func<int, bool> isHeld)
    {
        if (Published() is not { } published)
        {
            return;
        }

        foreach ((string path, int generation) in Generations())
        {
            if (generation <= published.Generation - Limits.KeptGenerations && !isHeld(generation))
            {
                TryDelete(path);
            }
        }
    }

    private WriterLock Begin()
    {
        Directory.CreateDirectory(GenerationsFolder);
        Directory.CreateDirectory(StagingFolder);
        WriterLock held = WriterLock.Take(folder, clock);
        try
        {
            ClearLeftovers();
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private void ClearLeftovers()
    {
        foreach (FileSystemInfo leftover in new DirectoryInfo(StagingFolder).EnumerateFileSystemInfos())
        {
            if (leftover is DirectoryInfo directory)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                leftover.Delete();
            }
        }

        // A file newer than the pointer was renamed, but its publisher died before the pointer was.
        int published = Published()?.Generation ?? 0;
        foreach ((string path, int generation) in Generations())
        {
            if (generation > published)
            {
                File.Delete(path);
            }
        }
    }

    private IEnumerable<(string Path, int Generation)> Generations() => Directory
        .EnumerateFiles(GenerationsFolder, "*.duckdb")
        .Select(path => (path, int.TryParse(
            Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1))
        .Where(file => file.Item2 > 0);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // Another process reads it on a system that keeps open files; the next writer tries again.
        }
        catch (UnauthorizedAccessException)
        {
            // Likewise.
        }
    }
}
