using System.Text;
using Complaints.Etl.Extract.Text;

namespace Complaints.Etl.Conform.Values;

/// <summary>
/// Finds UTF-8 that was read as Windows-1252 on its way ("FlÃ¢t" for "Flât") and puts it right where every byte can be brought back.
/// </summary>
/// <remarks>
/// Only a lead character followed by the right number of continuation characters is touched; a real "Ã" or "Â" before an ordinary letter
/// stays. A replacement character (U+FFFD), or a lead pair whose rest was lost, cannot be brought back.
/// </remarks>
internal static class Mojibake
{
    private const char Replacement = '\uFFFD';

    private static readonly Encoding s_windows = EncodingChoice.Windows();

    private static readonly Dictionary<char, byte> s_highBytes = HighBytes();

    /// <returns>The repaired text, or the same instance when there is nothing to repair.</returns>
    internal static string Repair(string text, out bool lost)
    {
        lost = text.Contains(Replacement, StringComparison.Ordinal);
        if (lost || !MayNeed(text))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (int i = 0; i < text.Length;)
        {
            int length = LeadLength(text[i]);
            int read = length == 0 ? 0 : Continuation(text, i, length, bytes);
            if (read == length
                && length > 0
                && Rune.DecodeFromUtf8(bytes[..length], out Rune rune, out _) == System.Buffers.OperationStatus.Done)
            {
                repaired.Append(rune.ToString());
                i += length;
                continue;
            }

            // "â€" begins the typographic quotes and dashes; without its third byte nobody knows which one it was.
            lost |= text[i] == 'â' && i + 1 < text.Length && text[i + 1] == '€';
            repaired.Append(text[i]);
            i++;
        }

        return repaired.Length == text.Length ? text : repaired.ToString();
    }

    private static bool MayNeed(string text)
    {
        foreach (char c in text)
        {
            if (LeadLength(c) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int LeadLength(char c) =>
        c is >= '\u00C2' and <= '\u00DF' ? 2
        : c is >= '\u00E0' and <= '\u00EF' ? 3
        : c is >= '\u00F0' and <= '\u00F4' ? 4
        : 0;

    private static int Continuation(string text, int start, int length, Span<byte> bytes)
    {
        bytes[0] = (byte)text[start];
        int read = 1;
        while (read < length
            && start + read < text.Length
            && s_highBytes.TryGetValue(text[start + read], out byte b)
            && b is >= 0x80 and <= 0xBF)
        {
            bytes[read++] = b;
        }

        return read;
    }

    // The five bytes without a Windows-1252 character are often passed through as control characters.
    private static Dictionary<char, byte> HighBytes()
    {
        var map = new Dictionary<char, byte>();
        for (int b = 0x80; b <= 0xFF; b++)
        {
            char c = b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? (char)b : s_windows.GetString([(byte)b])[0];
            map[c] = (byte)b;
        }

        return map;
    }
}
