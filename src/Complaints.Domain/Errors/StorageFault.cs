namespace Complaints.Domain.Errors;

/// <summary>
/// Tells what is wrong with a disk or with the permissions of a folder, which the people who run the product can put right, from a defect
/// of ours.
/// </summary>
public static class StorageFault
{
    private const int LinuxNoSpace = 28;
    private const int LinuxReadOnly = 30;
    private const int LinuxQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    // An engine below tells of a full disk in its own exception, with the words of the operating system.
    private static readonly string[] s_fullDisk = ["No space left on device", "Disk quota exceeded"];

    /// <summary>The error for the user; null where the exception tells of something else.</summary>
    /// <param name="error">What was thrown, or something that wraps it.</param>
    /// <param name="folder">
    /// The folder that was worked in. Where it is given, a path that cannot be made is a fault of storage too; without it, a missing file
    /// is not, because it could be one of our own.
    /// </param>
    public static UserException? Of(Exception error, string? folder = null)
    {
        for (Exception? cause = error; cause is not null and not UserException; cause = cause.InnerException)
        {
            if (One(cause, folder) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static UserException? One(Exception cause, string? folder) => cause switch
    {
        _ when IsFull(cause) => new UserException(
            "The disk is full.",
            folder,
            "room for twice the warehouse: a load works on a copy of it",
            "make room, then run this again; nothing half done was published",
            cause),
        UnauthorizedAccessException => new UserException(
            $"The account '{Environment.UserName}' may not do this here: {cause.Message}",
            folder,
            "a folder that this account may read and write",
            "give another folder, or have its owner let this account into this one",
            cause),
        IOException { HResult: LinuxReadOnly } => new UserException(
            $"The disk is mounted for reading alone: {cause.Message}",
            folder,
            "a folder that can be written",
            "give a folder on another disk",
            cause),
        DirectoryNotFoundException or PathTooLongException => Impossible(cause, folder),
        IOException when folder is not null => Impossible(cause, folder),
        _ => null,
    };

    private static UserException Impossible(Exception cause, string? folder) => new(
        folder is null ? cause.Message : $"'{folder}' cannot be made or used: {cause.Message}",
        folder,
        "a folder that exists, or that can be made",
        "give another folder, or make this one first",
        cause);

    private static bool IsFull(Exception cause) =>
        (cause is IOException && cause.HResult is LinuxNoSpace or LinuxQuota or WindowsDiskFull or WindowsHandleDiskFull)
        || s_fullDisk.Any(words => cause.Message.Contains(words, StringComparison.Ordinal));
}
