using Complaints.Domain.Storage;

namespace Complaints.Warehouse.DuckDb.Schema;

/// <summary>Hash of a text, the same on every system whatever its line ends.</summary>
internal static class ContentHash
{
    public static string Of(string text) => Sha256Hex.Of(text.ReplaceLineEndings("\n"));
}
