namespace Complaints.Etl.Conform;

/// <summary>Where a row of a load stands; in eight bytes, as it is kept of millions of rows.</summary>
internal readonly record struct RowPlace
{
    private const int LineBits = 40;

    private readonly ulong _place;

    /// <param name="file">The file's number in the load.</param>
    /// <param name="line">The line or row in it, below 2^40.</param>
    internal RowPlace(int file, long line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(file);
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, 1L << LineBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(file, 1 << (64 - LineBits));
        _place = ((ulong)file << LineBits) | (ulong)line;
    }

    /// <summary>The file's number in the load.</summary>
    internal int File => (int)(_place >> LineBits);

    /// <summary>The line or row in it.</summary>
    internal long Line => (long)(_place & ((1UL << LineBits) - 1));
}
