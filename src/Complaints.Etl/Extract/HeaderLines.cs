using Complaints.Domain;
using Complaints.Domain.Text;

namespace Complaints.Etl.Extract;

/// <summary>Makes one header of the lines that a header has.</summary>
internal static class HeaderLines
{
    /// <exception cref="Complaints.Domain.Errors.UserException">No names, too many columns, or a name that is too long.</exception>
    internal static IReadOnlyList<string> Join(string path, int firstLine, IReadOnlyList<IReadOnlyList<string>> lines)
    {
        int width = lines.Max(line => line.Count);
        var names = new List<string>(width);
        for (int column = 0; column < width; column++)
        {
            names.Add(Name(lines, column));
        }

        while (names.Count > 0 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        Check(path, firstLine, names);
        return names;
    }

    private static string Name(IReadOnlyList<IReadOnlyList<string>> lines, int column)
    {
        IEnumerable<string> parts = lines.Select((line, i) => i < lines.Count - 1 ? Reaching(line, column) : Cell(line, column));
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Reaching(IReadOnlyList<string> line, int column)
    {
        for (int left = Math.Min(column, line.Count - 1); left >= 0; left--)
        {
            if (Cell(line, left) is { Length: > 0 } name)
            {
                return name;
            }
        }

        return "";
    }

    private static string Cell(IReadOnlyList<string> line, int column) =>
        column < line.Count ? VisibleText.Of(line[column]) : "";

    private static void Check(string path, int firstLine, List<string> names)
    {
        if (names.Count == 0)
        {
            throw Refusal.At(
                path, firstLine, "There is no header.", "a line with the columns' names", "set 'header_row' in the mapping's source");
        }

        if (names.Count > Limits.FileColumns)
        {
            throw Refusal.At(
                path,
                firstLine,
                FormattableString.Invariant($"The header has {names.Count:N0} columns."),
                FormattableString.Invariant($"at most {Limits.FileColumns:N0} columns"),
                "check the delimiter and the header's line");
        }

        if (names.Find(name => name.Length > Limits.HeaderCharacters) is string tooLong)
        {
            throw Refusal.At(
                path,
                firstLine,
                FormattableString.Invariant($"A column's name has {tooLong.Length:N0} characters and begins '{tooLong[..40]}'."),
                FormattableString.Invariant($"at most {Limits.HeaderCharacters:N0} characters"),
                "check the delimiter and the header's line");
        }
    }
}
