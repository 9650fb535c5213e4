using System.Runtime.InteropServices;

namespace Complaints.Etl.Extract;

/// <summary>The hash of a row's cells.</summary>
internal static class CellHash
{
    internal static ulong Of(string[] cells)
    {
        ulong hash = KeyHash.Seed;
        foreach (string cell in cells)
        {
            hash = KeyHash.Add(hash, MemoryMarshal.AsBytes(cell.AsSpan()));
        }

        return KeyHash.Finish(hash);
    }
}
