namespace Complaints.Warehouse.DuckDb.Sql;

/// <summary>Identifiers of homes in this engine's words.</summary>
internal static class IdentifierSql
{
    /// <summary>An identifier as identifiers are compared: letters and digits in upper case, without leading zeros.</summary>
    /// <param name="text">The expression of the identifier.</param>
    internal static string Form(string text) =>
        $@"COALESCE(NULLIF(LTRIM(REGEXP_REPLACE(UPPER({text}), '[^\p{{L}}\p{{Nd}}]', '', 'g'), '0'), ''), '0')";
}
