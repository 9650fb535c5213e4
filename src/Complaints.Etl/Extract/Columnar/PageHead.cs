namespace Complaints.Etl.Extract.Columnar;

/// <summary>What the head of a page in a Parquet file says.</summary>
/// <param name="HeadBytes">Bytes of the head itself.</param>
/// <param name="Unpacked">Bytes of the page, unpacked.</param>
/// <param name="Packed">Bytes of the page in the file.</param>
/// <param name="Values">Values of a page of data; 0 for another page.</param>
/// <param name="Entries">Entries of a dictionary; 0 for another page.</param>
/// <param name="LevelBytes">Bytes before the packed part.</param>
internal readonly record struct PageHead(int HeadBytes, long Unpacked, long Packed, long Values, long Entries, long LevelBytes)
{
    private const int UnpackedField = 2;
    private const int PackedField = 3;
    private const int DataField = 5;
    private const int DictionaryField = 7;
    private const int DataOfVersion2Field = 8;

    /// <exception cref="InvalidDataException">The bytes are no head of a page.</exception>
    /// <exception cref="EndOfStreamException">They are cut off.</exception>
    internal static PageHead Read(ReadOnlySpan<byte> bytes)
    {
        var thrift = new CompactThrift(bytes);
        (long unpacked, long packed, long values, long entries, long levels) = (-1, -1, 0, 0, 0);
        int id = 0;
        for (int type = thrift.NextField(ref id); type != 0; type = thrift.NextField(ref id))
        {
            switch (id)
            {
                case UnpackedField when type == CompactThrift.Int32:
                    unpacked = thrift.Zigzag();
                    break;
                case PackedField when type == CompactThrift.Int32:
                    packed = thrift.Zigzag();
                    break;
                case DataField when type == CompactThrift.Structure:
                    (values, _) = Numbers(ref thrift);
                    break;
                case DictionaryField when type == CompactThrift.Structure:
                    (entries, _) = Numbers(ref thrift);
                    break;
                case DataOfVersion2Field when type == CompactThrift.Structure:
                    (values, levels) = Numbers(ref thrift);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        return unpacked >= 0 && packed >= 0 && values >= 0 && entries >= 0 && levels >= 0 && levels <= packed
            ? new PageHead(thrift.At, unpacked, packed, values, entries, levels)
            : throw new InvalidDataException("A page without a size.");
    }

    // The number of values stands first in each; the lengths of the levels fifth and sixth.
    private static (long Values, long Levels) Numbers(ref CompactThrift thrift)
    {
        long values = 0;
        long levels = 0;
        int id = 0;
        for (int type = thrift.NextField(ref id); type != 0; type = thrift.NextField(ref id))
        {
            if (type == CompactThrift.Int32 && id is 1 or 5 or 6)
            {
                long number = thrift.Zigzag();
                (values, levels) = id == 1 ? (number, levels) : (values, levels + number);
            }
            else
            {
                thrift.Skip(type);
            }
        }

        return (values, levels);
    }
}
