using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Conform;

/// <summary>Finds the columns that a mapping names in a file's header.</summary>
internal sealed class HeaderBinder(TableInfo table)
{
    /// <summary>
    /// The place of a column: the name as it stands, else without regard to case. <c>Name#2</c> is the second column of that name; a
    /// repeated name without a number is refused, because either column could be meant.
    /// </summary>
    /// <exception cref="UserException">No such column, or several.</exception>
    internal int Find(string name, string place)
    {
        List<int> found = Matching(name);
        if (found.Count == 0 && Numbered(name) is (string plain, int number))
        {
            List<int> all = Matching(plain);
            return number <= all.Count
                ? all[number - 1]
                : throw Missing(name, place, string.Create(CultureInfo.InvariantCulture, $"the header has '{plain}' {all.Count} times"));
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing(name, place, null),
            _ => throw new UserException(
                $"The mapping refers to the column '{name}', which the header has at positions {string.Join(" and ", found.Select(i => i + 1))}.",
                $"{table.Path} ({place})",
                "a column name that occurs once",
                $"write '{name}#1' or '{name}#2' in the mapping to say which one is meant"),
        };
    }

    private List<int> Matching(string name)
    {
        List<int> exact = Matching(name, StringComparison.Ordinal);
        return exact.Count > 0 ? exact : Matching(name, StringComparison.OrdinalIgnoreCase);
    }

    private List<int> Matching(string name, StringComparison comparison)
    {
        string wanted = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var found = new List<int>();
        for (int i = 0; i < table.Header.Count; i++)
        {
            if (string.Equals(table.Header[i], wanted, comparison))
            {
                found.Add(i);
            }
        }

        return found;
    }

    private static (string Name, int Number)? Numbered(string name)
    {
        int hash = name.LastIndexOf('#');
        return hash > 0 && int.TryParse(name.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? (name[..hash], number)
            : null;
    }

    private UserException Missing(string name, string place, string? detail) => new(
        $"The column '{name}' is not in the header{(detail is null ? "" : $": {detail}")}.{Nearest.Suggest(name, table.Header)}",
        $"{table.Path} ({place})",
        $"one of: {string.Join(", ", table.Header.Where(column => column.Length > 0).Take(60))}",
        "correct the column's name in the mapping, or 'header_row' or the delimiter in its source");
}

/// <summary>A mapping bound to the header of one file.</summary>
internal sealed class MappingBinding
{
    private readonly Dictionary<string, BoundField> _fields = new(StringComparer.Ordinal);

    /// <exception cref="Complaints.Domain.Errors.UserException">A column of the mapping is not in the header, or is there twice.</exception>
    internal MappingBinding(MappingFile mapping, TableInfo table)
    {
        Mapping = mapping;
        Table = table;
        var header = new HeaderBinder(table);
        foreach (FieldSource source in mapping.Columns)
        {
            TargetField field = TargetFields.Find(mapping.Target, source.Field)!;
            int index = source.Column is null ? -1 : header.Find(source.Column, source.Place);
            _fields.Add(source.Field, new BoundField(field, source, index, mapping));
        }

        if (mapping.Landlord is LandlordSource landlord)
        {
            FieldKind kind = landlord.ThroughProperty ? FieldKind.Text : FieldKind.Landlord;
            LandlordColumn = Extra(header, landlord.Column, landlord.Place, kind);
            UprnColumn = Extra(header, landlord.UprnColumn, landlord.Place, FieldKind.Uprn);
        }
    }

    internal MappingFile Mapping { get; }

    internal TableInfo Table { get; }

    internal BoundField? LandlordColumn { get; }

    internal BoundField? UprnColumn { get; }

    internal BoundField? Field(string name) => _fields.GetValueOrDefault(name);

    private BoundField? Extra(HeaderBinder header, string? column, string place, FieldKind kind)
    {
        if (column is null)
        {
            return null;
        }

        var source = new FieldSource { Field = column, Column = column, Place = place };
        return new BoundField(new TargetField(column, kind, Required: false, []), source, header.Find(column, place), Mapping);
    }
}
