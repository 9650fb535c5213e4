using System.Runtime.InteropServices;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Storage;

/// <summary>
/// Looks at what stands under a name before it is opened. Whoever can write a folder can put a pipe there, whose opening waits for a writer
/// without end, or a link to a device, which never ends. Every file that we read and a stranger could have replaced goes through here.
/// </summary>
public static class RegularFile
{
    private const int KindMask = 0xF000;
    private const int KindRegular = 0x8000;
    private const int AnyFolder = -100;
    private const uint KindAndSize = 0x1 | 0x200;

    /// <summary>Refuses what is no regular file, or a larger one. What is missing passes: opening it tells that.</summary>
    /// <param name="path">The file; links are followed.</param>
    /// <param name="mostBytes">Bytes that it may have.</param>
    /// <exception cref="UserException">A folder, a pipe, a device or a socket, or too large. It was not opened.</exception>
    public static void Require(string path, long mostBytes = long.MaxValue)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Fault(path) is string fault)
        {
            throw new UserException(
                $"This {fault}, not an ordinary file.",
                where: path,
                expected: "an ordinary file on a disk",
                fix: "remove what stands under this name; if a file was replaced, restore it from a backup");
        }

        if (Look(path) is (_, long bytes) && bytes > mostBytes)
        {
            throw new UserException(
                FormattableString.Invariant($"The file has {bytes:N0} bytes."),
                where: path,
                expected: FormattableString.Invariant($"at most {mostBytes:N0} bytes"),
                fix: "check that this is the file that was meant; if it was replaced, restore it from a backup");
        }
    }

    /// <summary>
    /// What stands under a name where that is no regular file, as the end of a sentence; null for a file and for nothing.
    /// </summary>
    public static string? Fault(string path) =>
        Look(path) is not (false, _) ? null : Directory.Exists(path) ? "is a folder" : "is a pipe or a device";

    /// <summary>
    /// Whether nothing may take the place of what stands under a name, because it is a pipe or a device. Where the system does not tell
    /// without opening it, an empty file may be one.
    /// </summary>
    internal static bool MayBePipe(string path) =>
        OperatingSystem.IsLinux() ? Fault(path) is not null : new FileInfo(path).Length == 0;

    /// <summary>Opens a file to read, after <see cref="Require"/>.</summary>
    public static FileStream OpenRead(string path, long mostBytes)
    {
        Require(path, mostBytes);
        return File.OpenRead(path);
    }

    /// <summary>Reads a file, after <see cref="Require"/>.</summary>
    public static byte[] ReadAllBytes(string path, long mostBytes)
    {
        Require(path, mostBytes);
        return File.ReadAllBytes(path);
    }

    /// <summary>Reads a text in UTF-8, after <see cref="Require"/>.</summary>
    public static string ReadAllText(string path, long mostBytes)
    {
        Require(path, mostBytes);
        return File.ReadAllText(path);
    }

    // Null where nothing is there, or nobody can tell.
    private static (bool IsRegular, long Bytes)? Look(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                return Statx(AnyFolder, path, 0, KindAndSize, out Status status) == 0
                    ? ((status.Mode & KindMask) == KindRegular, (long)status.Size)
                    : null;
            }
            catch (EntryPointNotFoundException)
            {
                // A C library older than the call.
            }
        }

        return Directory.Exists(path) ? (false, 0) : Size(path) is long bytes ? (true, bytes) : null;
    }

    private static long? Size(string path)
    {
        try
        {
            var file = new FileInfo(path);
            file = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return file.Exists ? file.Length : null;
        }
        catch (IOException)
        {
            // Links that lead to each other: opening tells it.
            return null;
        }
    }

    // The framework does not tell a pipe from an empty file without opening it.
    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Status status);

    /// <summary>The call's answer, of one layout on every processor: 256 bytes, of which two fields are read.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(40)]
        public ulong Size;
    }
}
