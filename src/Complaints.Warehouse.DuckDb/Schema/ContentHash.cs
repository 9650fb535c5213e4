using System.Security.Cryptography;
using System.Text;

namespace Complaints.Warehouse.DuckDb.Schema;

/// <summary>Hash of a text, the same on every system whatever its line ends.</summary>
internal static class ContentHash
{
    public static string Of(string text) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
