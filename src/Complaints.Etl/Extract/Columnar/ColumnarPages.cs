using Complaints.Domain;
using Parquet.Meta;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>
/// Walks over the pages of a Parquet file by their heads before they are unpacked: 2.5 kB unpack to gigabytes where nobody looks, and a
/// page that promises what it does not hold makes the reader take memory for it, or read without end.
/// </summary>
/// <param name="path">For messages.</param>
/// <param name="file">The file.</param>
internal sealed class ColumnarPages(string path, FileStream file)
{
    private const int FooterTrailer = 8;
    private const int MostHeadBytes = 1 << 16;

    private readonly byte[] _head = new byte[MostHeadBytes];
    private long _unpacked;

    /// <summary>Whether the file's end can be read to its own end.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    internal void CheckFooter()
    {
        byte[] trailer = new byte[FooterTrailer];
        file.Seek(-FooterTrailer, SeekOrigin.End);
        file.ReadExactly(trailer);
        int length = BitConverter.ToInt32(trailer);
        if (length <= 0 || length > file.Length - FooterTrailer)
        {
            throw Lies(FormattableString.Invariant($"its description would have {length:N0} bytes, and the file has {file.Length:N0}"));
        }

        if (length > Limits.ColumnarFooterBytes)
        {
            throw Refusal.TooBig(
                path,
                FormattableString.Invariant($"The description at the file's end has {length:N0} bytes."),
                FormattableString.Invariant($"at most {Limits.ColumnarFooterBytes:N0} bytes"));
        }

        byte[] footer = new byte[length];
        file.Seek(-FooterTrailer - length, SeekOrigin.End);
        file.ReadExactly(footer);
        new CompactThrift(footer).Skip(CompactThrift.Structure);
        file.Position = 0;
    }

    /// <summary>Looks at every page of a row group.</summary>
    /// <exception cref="Complaints.Domain.Errors.UserException">Over a limit.</exception>
    internal void Check(RowGroup group)
    {
        long ofGroup = 0;
        foreach (ColumnChunk column in group.Columns)
        {
            ofGroup += Check(column.MetaData ?? throw new InvalidDataException("A column without a description."));
            if (ofGroup > Limits.ColumnarGroupBytes)
            {
                throw TooBig(ofGroup);
            }
        }

        _unpacked += ofGroup;
        if (_unpacked > Limits.InflateGraceBytes && _unpacked > file.Length * Limits.InflateRatio)
        {
            throw TooBig(_unpacked);
        }
    }

    private long Check(ColumnMetaData column)
    {
        long at = new[] { column.DictionaryPageOffset ?? 0, column.DataPageOffset, column.IndexPageOffset ?? 0 }.Where(offset => offset > 0)
            .DefaultIfEmpty(0)
            .Min();
        long unpacked = 0;
        for (long values = 0; values < column.NumValues;)
        {
            PageHead page = ReadHead(at);
            long data = at + page.HeadBytes;
            unpacked += page.Unpacked;
            values += page.Values;
            if (data + page.Packed > file.Length || page.Entries > page.Unpacked || values > column.NumValues)
            {
                throw Lies(FormattableString.Invariant($"a page at byte {at:N0} says that it has {page.Packed:N0} bytes, unpacks to {page.Unpacked:N0} and holds {page.Values + page.Entries:N0} values, which is more than is there"));
            }

            if (unpacked > Limits.ColumnarGroupBytes)
            {
                throw TooBig(unpacked);
            }

            if (column.Codec == CompressionCodec.SNAPPY && page.Packed > page.LevelBytes)
            {
                CheckSnappy(data + page.LevelBytes, page.Unpacked);
            }

            at = data + page.Packed;
        }

        return unpacked;
    }

    private PageHead ReadHead(long at)
    {
        if (at <= 0 || at >= file.Length)
        {
            throw new EndOfStreamException("A page lies beyond the end of the file.");
        }

        file.Position = at;
        int read = file.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        return PageHead.Read(_head.AsSpan(0, read));
    }

    // Such a block says its own length, which is what memory is taken for.
    private void CheckSnappy(long at, long unpacked)
    {
        file.Position = at;
        ulong length = 0;
        for (int i = 0; i < 5; i++)
        {
            int b = file.ReadByte();
            length |= (ulong)(b & 0x7F) << (7 * i);
            if (b is < 0x80)
            {
                break;
            }
        }

        if (length > (ulong)unpacked)
        {
            throw Lies(FormattableString.Invariant($"a page at byte {at:N0} says that it unpacks to {unpacked:N0} bytes, and would unpack to {length:N0}"));
        }
    }

    private Complaints.Domain.Errors.UserException Lies(string detail) => Refusal.Truncated(path, detail);

    private Complaints.Domain.Errors.UserException TooBig(long unpacked) => Refusal.TooBig(
        path,
        FormattableString.Invariant($"The file of {file.Length:N0} bytes unpacks to {unpacked:N0} or more."),
        FormattableString.Invariant($"at most {Limits.ColumnarGroupBytes:N0} bytes in a row group, and {Limits.InflateRatio} times its size"));
}
