using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>
/// Collects the columns of a row unambiguously (a mark before each value, a length before each text) and hashes them with XXH64. The
/// hash is stored, so neither the collection nor the algorithm may ever change; a test holds both to fixed values.
/// </summary>
internal sealed class RowHash
{
    private const byte Null = 0;
    private const byte Number = 1;
    private const byte Characters = 2;

    private byte[] _buffer = new byte[1024];
    private int _length;

    public void Reset() => _length = 0;

    public void Add(string? value)
    {
        if (value is null)
        {
            Room(1)[0] = Null;
            return;
        }

        Span<byte> room = Room(5 + (value.Length * 2));
        room[0] = Characters;
        BinaryPrimitives.WriteInt32LittleEndian(room[1..], value.Length);
        MemoryMarshal.AsBytes(value.AsSpan()).CopyTo(room[5..]);
    }

    public void Add(long? value)
    {
        if (value is not long number)
        {
            Room(1)[0] = Null;
            return;
        }

        Span<byte> room = Room(9);
        room[0] = Number;
        BinaryPrimitives.WriteInt64LittleEndian(room[1..], number);
    }

    public ulong Value() => XxHash64.HashToUInt64(_buffer.AsSpan(0, _length));

    private Span<byte> Room(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }

        Span<byte> room = _buffer.AsSpan(_length, count);
        _length += count;
        return room;
    }
}
