using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// There is one writer at a time. The lock is the operating system's, on <c>writer.lock</c>: it ends with the process, however that
/// ends. Who holds it stands beside it, because a locked file cannot be read everywhere.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _holderPath;

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
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException) && StorageFault.Of(error) is null)
        {
            throw new UserException(
                $"The warehouse is being written by {Holder(holder)}.",
                where: path,
                expected: "one load or migration at a time",
                fix: "wait until it has ended, then run this again",
                inner: error);
        }

        try
        {
            File.WriteAllText(holder, string.Create(
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
        File.Delete(_holderPath);
        _lock.Dispose();
    }

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
