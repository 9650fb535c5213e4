using System.Numerics;
using System.Runtime.InteropServices;

namespace Complaints.Etl.Extract;

/// <summary>A 64-bit hash of texts for finding equal ones within a run. Not stable between versions, not for storage.</summary>
internal static class KeyHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;

    internal static ulong Seed => Prime3;

    internal static ulong Of(string text) => Of(text.AsSpan());

    internal static ulong Of(ReadOnlySpan<char> text) => Finish(Add(Seed, MemoryMarshal.AsBytes(text)));

    internal static ulong Of(ulong left, ulong right) => Finish(Mix(Mix(Seed, left), right));

    /// <summary>Adds bytes and their number, so that "ab","c" and "a","bc" differ.</summary>
    internal static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            hash = Mix(hash, word);
        }

        ulong rest = (ulong)bytes.Length;
        foreach (byte b in bytes[(words.Length * sizeof(ulong))..])
        {
            rest = (rest << 8) | b;
        }

        return Mix(hash, rest);
    }

    internal static ulong Finish(ulong hash)
    {
        unchecked
        {
            hash ^= hash >> 33;
            hash *= Prime2;
            hash ^= hash >> 29;
            hash *= Prime3;
            return hash ^ (hash >> 32);
        }
    }

    private static ulong Mix(ulong hash, ulong word) =>
        unchecked((BitOperations.RotateLeft(hash ^ (BitOperations.RotateLeft(word * Prime2, 31) * Prime1), 27) * Prime1) + Prime2);
}
