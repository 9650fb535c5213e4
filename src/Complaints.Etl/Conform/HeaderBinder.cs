using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Text;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform;

/// <summary>Finds the columns that a mapping names in a file's header.</summary>
internal sealed class HeaderBinder(TableInfo table)
{
    /// <summary>
    /// The place of a column: the name as it stands, else without regard to case. <c>Name#2</c> is the second column of that name; a
    /// repeated name without a number is refused, because either column could be meant. <c>#2</c> alone is the second column, whatever its
    /// name; an empty name is the only column without one.
    /// </summary>
    /// <exception cref="UserException">No such column, or several.</exception>
    internal int Find(string name, string place)
    {
        List<int> found = Matching(name);
        if (found.Count != 1 && Unnamed(name) is int index)
        {
            return index;
        }

        if (found.Count == 0 && Numbered(name) is (string plain, int number))
        {
            List<int> all = Matching(plain);
            return number <= all.Count
                ? all[number - 1]
                : throw Missing(name, place, string.Create(CultureInfo.InvariantCulture, $"the header has '{plain}' {all.Count} times"));
        }

        if (found.Count == 0 && Position(name) is int position)
        {
            return position <= table.Header.Count
                ? position - 1
                : throw Missing(name, place, string.Create(CultureInfo.InvariantCulture, $"it has {table.Header.Count} columns"));
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing(name, place, null),
            _ => throw new UserException(
                $"The mapping refers to the column '{name}', which the header has at positions {string.Join(" and ", found.Select(i => i + 1))}.",
                $"{table.Path} ({place})",
                "a column name that occurs once",
                name.Length == 0
                    ? $"write {string.Join(" or ", found.Select(i => $"'#{i + 1}'"))} in the mapping to say which one is meant"
                    : $"write '{name}#1' or '{name}#2' in the mapping to say which one is meant"),
        };
    }

    // A column without a name is called as the export of held-back rows calls it; in such an export it has that name.
    private int? Unnamed(string name)
    {
        List<int> called = [.. Enumerable.Range(0, table.Header.Count).Where(i => name.Length > 0
            ? table.Header[i].Length == 0 && ColumnNames.Unnamed(i) == name
            : ColumnNames.IsUnnamed(table.Header[i]))];
        return called.Count == 1 ? called[0] : null;
    }

    private List<int> Matching(string name)
    {
        List<int> exact = Matching(name, StringComparison.Ordinal);
        return exact.Count > 0 ? exact : Matching(name, StringComparison.OrdinalIgnoreCase);
    }

    private List<int> Matching(string name, StringComparison comparison)
    {
        string wanted = VisibleText.Of(name);
        var found = new List<int>();
        for (int i = 0; i < table.Header.Count; i++)
        {
            if (string.Equals(VisibleText.Of(table.Header[i]), wanted, comparison))
            {
                found.Add(i);
            }
        }

        return found;
    }

    private static (string Name, int Number)? Numbered(string name)
    {
        int hash = name.LastIndexOf('#');
        return hash > 0
            && int.TryParse(name.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number > 0
            ? (name[..hash], number)
            : null;
    }

    private static int? Position(string name) =>
        name.Length > 1
            && name[0] == '#'
            && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number > 0
            ? number
            : null;

    private UserException Missing(string name, string place, string? detail) => new(
        $"The column '{name}' is not in the header{(detail is null ? "" : $": {detail}")}.{NearestNames.Suggest(name, table.Header)}",
        $"{table.Path} ({place})",
        $"one of: {string.Join(", ", ColumnNames.Unique(table.Header).Take(60))}",
        "correct the column's name in the mapping, write '#2' for the second column whatever its name, or correct 'header_row' or the delimiter in its source");
}
