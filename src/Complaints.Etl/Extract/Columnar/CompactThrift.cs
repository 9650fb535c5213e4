namespace Complaints.Etl.Extract.Columnar;

/// <summary>
/// Walks over values in Thrift's compact protocol, which a Parquet file's end and its pages' heads are written in. It never reads beyond
/// the bytes given, which the reading library does without end where a number is cut off.
/// </summary>
/// <param name="bytes">The bytes.</param>
internal ref struct CompactThrift(ReadOnlySpan<byte> bytes)
{
    /// <summary>The type of a 32-bit number.</summary>
    internal const int Int32 = 5;

    /// <summary>The type of a structure.</summary>
    internal const int Structure = 12;

    private const int MostDepth = 32;
    private const int MostVarintBytes = 10;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes walked over.</summary>
    internal int At { get; private set; }

    /// <summary>The next field of a structure: its type, 0 at the end.</summary>
    /// <param name="id">The id of the field before, 0 at first; the field's own afterwards.</param>
    internal int NextField(ref int id)
    {
        byte head = Next();
        if (head == 0)
        {
            return 0;
        }

        int delta = head >> 4;
        id = delta == 0 ? checked((int)Zigzag()) : id + delta;
        return head & 0x0F;
    }

    /// <summary>A number.</summary>
    internal long Zigzag()
    {
        ulong value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Walks over a value that is a field of a structure.</summary>
    internal void Skip(int type, int depth = 0)
    {
        // A flag that is a field is all in the field's head.
        if (type is not (1 or 2))
        {
            SkipValue(type, depth);
        }
    }

    private void SkipValue(int type, int depth)
    {
        if (depth > MostDepth)
        {
            throw new InvalidDataException("Nested too deep.");
        }

        switch (type)
        {
            case 1 or 2 or 3:
                Take(1);
                break;
            case 4 or Int32 or 6:
                Varint();
                break;
            case 7:
                Take(sizeof(double));
                break;
            case 8:
                Take(Varint());
                break;
            case 9 or 10:
                SkipList(depth);
                break;
            case 11:
                SkipMap(depth);
                break;
            case Structure:
                int id = 0;
                for (int field = NextField(ref id); field != 0; field = NextField(ref id))
                {
                    Skip(field, depth + 1);
                }

                break;
            default:
                throw new InvalidDataException("No type of the protocol.");
        }
    }

    private void SkipList(int depth)
    {
        byte head = Next();
        ulong count = Bounded(head >> 4 == 15 ? Varint() : (ulong)(head >> 4));
        for (ulong i = 0; i < count; i++)
        {
            SkipValue(head & 0x0F, depth + 1);
        }
    }

    private void SkipMap(int depth)
    {
        ulong count = Bounded(Varint());
        byte types = count == 0 ? (byte)0 : Next();
        for (ulong i = 0; i < count; i++)
        {
            SkipValue(types >> 4, depth + 1);
            SkipValue(types & 0x0F, depth + 1);
        }
    }

    // Every element has a byte at least.
    private readonly ulong Bounded(ulong count) =>
        count <= (ulong)(_bytes.Length - At) ? count : throw new InvalidDataException("More elements than bytes.");

    private ulong Varint()
    {
        ulong value = 0;
        for (int i = 0; i < MostVarintBytes; i++)
        {
            byte b = Next();
            value |= (ulong)(b & 0x7F) << (7 * i);
            if (b < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number without end.");
    }

    private byte Next()
    {
        Take(1);
        return _bytes[At - 1];
    }

    private void Take(ulong count) =>
        At = count <= (ulong)(_bytes.Length - At) ? At + (int)count : throw new EndOfStreamException("The value is cut off.");
}
