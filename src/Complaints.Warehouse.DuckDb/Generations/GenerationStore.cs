using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// Writes a warehouse's files: a writer works in <c>staging/</c> and publishes by renames. A published file is never written again and
/// never deleted before two newer ones are published, so a crash at any moment leaves it whole.
/// </summary>
internal sealed class GenerationStore(string folder, TimeProvider clock, Guid run)
{
    private readonly GenerationFiles _files = new(folder);

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <inheritdoc cref="GenerationFiles.Published"/>
    public GenerationPointer? Published() => _files.Published();

    /// <inheritdoc cref="GenerationFiles.Whole"/>
    public string Whole(GenerationPointer pointer) => _files.Whole(pointer);

    /// <summary>As <see cref="Published"/>, or the error that tells how to make a warehouse.</summary>
    public GenerationPointer PublishedOrRefuse() => Published() ?? throw new NotReadyException(
        "There is no warehouse here.",
        where: folder,
        expected: "a folder that 'complaints migrate' or 'complaints load' made",
        fix: "load an extract into it with 'complaints load', or give the right folder with --warehouse");

    /// <summary>Takes the writer's lock, finishes what a crashed writer began and clears away what it left.</summary>
    /// <exception cref="UserException">
    /// Somebody else is writing, the folder cannot be made or written, or nothing valid says which generation is published.
    /// </exception>
    public WriterLock BeginWriting()
    {
        try
        {
            PrivateFiles.CreateFolder(_files.Generations);
            PrivateFiles.CreateFolder(_files.Staging);
            WriterLock held = WriterLock.Take(folder, clock);
            try
            {
                GenerationLeftovers.Clear(_files);
                return held;
            }
            catch
            {
                held.Dispose();
                throw;
            }
        }
        catch (Exception error) when (StorageFault.Of(error, folder) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>A private copy of the published file, or the name of a new file where there is none.</summary>
    public string PrivateCopy()
    {
        string path = Path.Combine(_files.Staging, "next.duckdb");
        if (Published() is not { } published)
        {
            return path;
        }

        try
        {
            File.Copy(Whole(published), path, overwrite: true);
            PrivateFiles.Protect(path);
            return path;
        }
        catch
        {
            Discard(path);
            throw;
        }
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

        PrivateFiles.Protect(path);
        DurableFile.Flush(path);
        var pointer = GenerationPointer.After(Published(), new FileInfo(path).Length, clock.GetUtcNow(), run);
        try
        {
            // A crash between the steps is finished by the next writer: the file was whole, and its load had passed all controls.
            DurableFile.Replace(_files.Announced, pointer.ToJson());
            DurableFile.Rename(path, _files.PathOf(pointer.Generation));
            DurableFile.Replace(_files.Pointer, pointer.ToJson());
        }
        catch
        {
            TakeBack(pointer);
            throw;
        }

        Remove(_files.Announced);
        return pointer;
    }

    /// <summary>Unlinks generations that are superseded and not held; a file in use elsewhere goes when its reader closes it.</summary>
    public void RemoveSuperseded(Func<int, bool> isHeld)
    {
        if (Published() is not { } published)
        {
            return;
        }

        foreach ((string path, int generation) in _files.All())
        {
            if (generation <= published.Generation - Limits.KeptGenerations && !isHeld(generation))
            {
                Remove(path);
            }
        }
    }

    /// <summary>
    /// Takes away a warehouse of which this run made every generation, or nothing but empty folders; whatever else stays. Nothing is looked
    /// at without the lock, and where somebody else writes, nothing is taken.
    /// </summary>
    /// <returns>Whether it is gone; the folder stays where it holds something else.</returns>
    public bool RemoveOwn()
    {
        if (!Directory.Exists(folder))
        {
            return true;
        }

        try
        {
            using WriterLock held = BeginWriting();
            if (Published() is { } published && !published.IsAllOf(run))
            {
                return false;
            }

            GenerationLeftovers.Remove(_files);
            held.Remove();
            GenerationLeftovers.TryRemoveFolder(folder);
            return true;
        }
        catch (Exception error) when (error is UserException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Only what is not named by the pointer may go: the last step may have failed after it was done.
    private void TakeBack(GenerationPointer pointer)
    {
        try
        {
            if (Published()?.Generation != pointer.Generation)
            {
                Remove(_files.PathOf(pointer.Generation));
                Remove(_files.Announced);
            }
        }
        catch (Exception error) when (error is UserException or IOException or UnauthorizedAccessException)
        {
            // What stopped the publication is told; the next writer clears the rest.
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process reads it on a system that keeps open files; the next writer tries again.
        }
    }
}
