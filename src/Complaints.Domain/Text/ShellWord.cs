namespace Complaints.Domain.Text;

/// <summary>Writes a value of a command so that it can be copied into a shell: what a shell would take apart stands in quotes.</summary>
public static class ShellWord
{
    /// <summary>The value as one word.</summary>
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '=' or '-' or '/' or ',' or '.' or ':')
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
