using System.Buffers;
using System.IO.Compression;
using Complaints.Domain;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>
/// Looks through a workbook's zip container before the reader is let near it: the directory's declared sizes first, then every part is
/// unpacked once into a buffer and counted, so that a directory that lies, a bomb or a damaged part is found with bounded memory.
/// </summary>
internal static class WorkbookGuard
{
    private const int BufferBytes = 1 << 17;

    /// <exception cref="Complaints.Domain.Errors.UserException">Not a workbook, damaged, or over a limit.</exception>
    internal static void Check(string path, Stream file, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            CheckDirectory(path, file.Length, zip);
            byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
            long total = 0;
            foreach (ZipArchiveEntry part in zip.Entries)
            {
                total = Unpack(path, file.Length, part, total, buffer, cancellationToken);
            }

            ArrayPool<byte>.Shared.Return(buffer);
        }
        catch (Exception e) when (
            e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or OverflowException
                or ArgumentException)
        {
            throw Refusal.Truncated(path, "its zip container cannot be read", e);
        }

        file.Position = 0;
    }

    private static void CheckDirectory(string path, long fileBytes, ZipArchive zip)
    {
        if (zip.Entries.Count > Limits.WorkbookParts)
        {
            throw Refusal.TooBig(
                path,
                FormattableString.Invariant($"The workbook has {zip.Entries.Count:N0} parts."),
                FormattableString.Invariant($"at most {Limits.WorkbookParts:N0}"));
        }

        long declared = 0;
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            declared += Math.Min(part.Length, Limits.WorkbookBytes + 1);
            CheckTotal(path, fileBytes, declared);
            if (Is(part, "xl/sharedStrings.xml") && part.Length > Limits.WorkbookSharedTextBytes)
            {
                throw TooBig(path, fileBytes, part.Length);
            }
        }

        if (!zip.Entries.Any(part => Is(part, "xl/workbook.xml")))
        {
            throw Refusal.Of(
                path,
                zip.Entries.Any(part => Is(part, "xl/workbook.bin"))
                    ? "This is a binary workbook (.xlsb)."
                    : "This is a zip file, but not an Excel workbook.",
                "an .xlsx workbook",
                "save it as 'Excel workbook (.xlsx)', or unpack the zip file and load what is inside");
        }
    }

    private static long Unpack(
        string path,
        long fileBytes,
        ZipArchiveEntry part,
        long total,
        byte[] buffer,
        CancellationToken cancellationToken)
    {
        using Stream content = part.Open();
        bool xml = part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
        long length = 0;
        long text = 0;
        for (int read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            length += read;
            CheckTotal(path, fileBytes, total + length);
            text = xml ? CheckText(path, part, buffer.AsSpan(0, read), text) : 0;
        }

        return length == part.Length
            ? total + length
            : throw Refusal.Truncated(path, $"its part '{part.FullName}' has another length than its directory says");
    }

    // Between two tags stands one text: a text far longer than a cell can hold would be built up in memory by the reader.
    private static long CheckText(string path, ZipArchiveEntry part, ReadOnlySpan<byte> chunk, long text)
    {
        int lastTag = chunk.LastIndexOf((byte)'<');
        long length = lastTag < 0 ? text + chunk.Length : chunk.Length - 1 - lastTag;
        return length <= Limits.WorkbookTextBytes
            ? length
            : throw Refusal.TooBig(
                path,
                FormattableString.Invariant($"A text in the workbook's part '{part.FullName}' has more than {Limits.WorkbookTextBytes:N0} bytes."),
                "at most 32,767 characters in a cell, as Excel allows");
    }

    private static void CheckTotal(string path, long fileBytes, long unpacked)
    {
        bool tooDense = unpacked > Limits.InflateGraceBytes && unpacked > fileBytes * Limits.InflateRatio;
        if (unpacked > Limits.WorkbookBytes || tooDense)
        {
            throw TooBig(path, fileBytes, unpacked);
        }
    }

    private static Complaints.Domain.Errors.UserException TooBig(string path, long fileBytes, long unpacked) => Refusal.TooBig(
        path,
        FormattableString.Invariant($"The workbook of {fileBytes:N0} bytes unpacks to {unpacked:N0} or more."),
        FormattableString.Invariant($"at most {Limits.WorkbookBytes:N0} bytes ({Limits.WorkbookSharedTextBytes:N0} of texts) and {Limits.InflateRatio} times its size"));

    private static bool Is(ZipArchiveEntry part, string name) =>
        part.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase);
}
