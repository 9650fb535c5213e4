using Complaints.Domain;

namespace Complaints.Etl.Extract.Content;

/// <summary>Opens a file and tells by its first bytes what it is.</summary>
internal static class FileHead
{
    private const int HeadBytes = 8;

    /// <exception cref="Complaints.Domain.Errors.UserException">Missing, a folder, empty, too big or not readable.</exception>
    internal static FileStream Open(string path, out ContentKind kind)
    {
        if (Directory.Exists(path))
        {
            throw Refusal.Of(path, "This is a folder, not a data file.", "a CSV, TSV, XLSX or Parquet file", "name a file in it");
        }

        FileStream stream = OpenFile(path);
        try
        {
            kind = Kind(path, stream);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refusal.Of(path, "There is no such file.", "an existing file", "check the name and the folder", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw Refusal.Of(
                path,
                $"The file cannot be opened: {e.Message}",
                "a file that this account may read",
                "close it where it is open, or give read permission",
                e);
        }
    }

    private static ContentKind Kind(string path, FileStream stream)
    {
        if (!stream.CanSeek)
        {
            throw Refusal.Of(path, "This is not an ordinary file.", "a file on disk", "copy the data into a file first");
        }

        if (stream.Length == 0)
        {
            throw Refusal.Of(path, "The file is empty.", "a header and rows", "export it again");
        }

        if (stream.Length > Limits.FileBytes)
        {
            throw Refusal.TooBig(
                path,
                FormattableString.Invariant($"The file has {stream.Length:N0} bytes."),
                FormattableString.Invariant($"at most {Limits.FileBytes:N0} bytes"));
        }

        Span<byte> head = stackalloc byte[HeadBytes];
        int read = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        stream.Position = 0;
        return Kind(head[..read]);
    }

    internal static ContentKind Kind(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? ContentKind.Gzip
        : head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) ? ContentKind.Zip
        : head.StartsWith("PAR1"u8) ? ContentKind.Parquet
        : head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? ContentKind.CompoundFile
        : head.StartsWith("%PDF"u8) ? ContentKind.Pdf
        : ContentKind.Text;
}
