namespace Complaints.Warehouse.DuckDb.Sql;

/// <summary>A part of a key that the quarantine keeps as one text, as <see cref="Complaints.Warehouse.Rows.RowKey"/> writes it.</summary>
internal static class KeyPart
{
    /// <summary>The expression of a part.</summary>
    /// <param name="text">The part's own expression.</param>
    public static string Of(string text) => $@"REPLACE(REPLACE(REPLACE(CAST({text} AS VARCHAR), '\', '\\'), '/', '\/'), '?', '\?')";
}
