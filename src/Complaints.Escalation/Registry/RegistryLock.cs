using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Escalation.Registry;

/// <summary>
/// One process at a time changes which model is in use or adds an evaluation: both read, decide and write. The lock is the operating
/// system's and ends with the process, however that ends.
/// </summary>
internal static class RegistryLock
{
    private const string FileName = "registry.lock";
    private const int Attempts = 250;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the lock, waiting up to five seconds; dispose what is returned to give it back.</summary>
    /// <param name="folder">The registry's folder.</param>
    /// <exception cref="UserException">Another process has it, or the folder cannot be written.</exception>
    public static IDisposable Take(string folder)
    {
        string path = Path.Combine(folder, FileName);
        RegularFile.Require(path);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, PrivateFiles.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
            }
            catch (IOException e) when (attempt < Attempts && e is not DirectoryNotFoundException)
            {
                Thread.Sleep(s_pause);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UserException(
                    "The models are being changed by another process, or cannot be written.",
                    where: path,
                    expected: "one promotion, roll-back or evaluation at a time",
                    fix: "wait until it has ended, then run this again",
                    inner: e);
            }
        }
    }
}
