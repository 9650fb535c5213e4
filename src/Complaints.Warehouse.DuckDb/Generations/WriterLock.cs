using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// There is one writer at a time. The lock is the operating system's, on <c>writer.lock</c>: it ends with the process, however that
/// ends. Who holds it stands beside it, because a locked file cannot be read everywhere.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const int Attempts = 5;
    private const int HolderBytes = 4096;

    private readonly FileStream _lock;
    private readonly string _holderPath;
    private bool _removed;

    private WriterLock(FileStream held, string holderPath)
    {
        _lock = held;
        _holderPath = holderPath;
    }

    /// <summary>Takes the lock or says who has it.</summary>
    /// <exception cref="UserException">Another process, or another load of this one, is writing.</exception>
    public static WriterLock Take(string folder, TimeProvider clock)
    {
        string path = Path.Combine(folder, "writer.lock");
        string holder = Path.Combine(folder, "writer.holder");
        RegularFile.Require(path);
        RegularFile.Require(holder);
        FileStream held = Hold(path, holder);
        try
        {
            using var told = new StreamWriter(holder, PrivateFiles.Options(FileMode.Create, FileAccess.Write, FileShare.Read));
            told.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} on {Environment.MachineName} since {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"));
            return new WriterLock(held, holder);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_removed)
        {
            File.Delete(_holderPath);
        }

        _lock.Dispose();
    }

    /// <summary>Takes the files of the lock away while it is held.</summary>
    public void Remove()
    {
        _removed = true;
        File.Delete(_holderPath);
        File.Delete(_lock.Name);
    }

    private static FileStream Hold(string path, string holder)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                var held = new FileStream(path, PrivateFiles.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
                if (IsThatOf(held, path))
                {
                    return held;
                }

                held.Dispose();
                if (attempt == Attempts)
                {
                    throw new IOException($"'{path}' is replaced again and again.");
                }
            }
            catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException)
                && StorageFault.Of(error) is null)
            {
                throw new UserException(
                    $"The warehouse is being written by {Holder(holder)}.",
                    where: path,
                    expected: "one load or migration at a time",
                    fix: "wait until it has ended, then run this again",
                    inner: error);
            }
        }
    }

    // Who takes a warehouse away takes the lock's file with it: a lock on a file without a name would keep nobody out.
    private static bool IsThatOf(FileStream held, string path)
    {
        DateTime mark = new(Random.Shared.NextInt64(630_000_000_000_000_000, 640_000_000_000_000_000), DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(held.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(held.SafeFileHandle);
    }

    private static string Holder(string path)
    {
        try
        {
            return RegularFile.ReadAllText(path, HolderBytes);
        }
        catch (Exception error) when (error is IOException or UserException)
        {
            return "another process";
        }
    }
}
