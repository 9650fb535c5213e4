namespace Complaints.Warehouse.Rows;

/// <summary>
/// A natural key of several parts as one text, as the quarantine keeps it: parts are joined by a slash, and a slash, a question mark or a
/// backslash inside a part has a backslash before it. So no two keys have one text: stage 1 of case 100 is <c>100/1</c>, case 100/1 is
/// <c>100\/1</c>. A part that could not be read is <c>?</c>. The engines write the same with their <c>key_part</c>.
/// </summary>
public static class RowKey
{
    private const char Separator = '/';
    private const string Unread = "?";

    /// <summary>The key; null without its first part, and unread behind the first where any other part is missing.</summary>
    public static string? Of(string? first, params ReadOnlySpan<string?> others)
    {
        if (string.IsNullOrEmpty(first))
        {
            return null;
        }

        foreach (string? part in others)
        {
            if (string.IsNullOrEmpty(part))
            {
                return BeginningWith(first);
            }
        }

        string key = Part(first);
        foreach (string? part in others)
        {
            key = string.Concat(key, Separator.ToString(), Part(part!));
        }

        return key;
    }

    /// <summary>The key of which only the first part could be read.</summary>
    public static string BeginningWith(string first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return string.Concat(Part(first), Separator.ToString(), Unread);
    }

    private static string Part(string text) =>
        text.AsSpan().IndexOfAny('\\', Separator, '?') < 0
            ? text
            : text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("/", "\\/", StringComparison.Ordinal)
                .Replace("?", "\\?", StringComparison.Ordinal);
}
