using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>A mapping bound to the header of one file.</summary>
internal sealed class MappingBinding
{
    private readonly Dictionary<string, BoundField> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<int> _deciding;

    /// <exception cref="Complaints.Domain.Errors.UserException">
    /// A column of the mapping is not in the header, or is there twice.
    /// </exception>
    internal MappingBinding(MappingFile mapping, TableInfo table)
    {
        Mapping = mapping;
        Table = table;
        var header = new HeaderBinder(table);
        foreach (FieldSource source in mapping.Columns)
        {
            TargetField field = TargetFields.Find(mapping.Target, source.Field)!;
            int index = source.Column is null ? -1 : header.Find(source.Column, source.Place);
            FieldSource named = source.Column is "" ? source with { Column = ColumnNames.Unnamed(index) } : source;
            _fields.Add(source.Field, new BoundField(field, named, index, mapping));
        }

        if (mapping.Landlord is LandlordSource landlord)
        {
            FieldKind kind = landlord.ThroughProperty ? FieldKind.Text : FieldKind.Landlord;
            LandlordColumn = Extra(header, landlord.Column, landlord.Place, kind, landlord.ThroughProperty);
            NameColumn = Extra(header, landlord.NameColumn, landlord.Place, FieldKind.Text);
            UprnColumn = Extra(header, landlord.UprnColumn, landlord.Place, FieldKind.Uprn);
            AddressColumn = Extra(header, landlord.AddressColumn, landlord.Place, FieldKind.Text);
            PostcodeColumn = Extra(header, landlord.PostcodeColumn, landlord.Place, FieldKind.Text);
        }

        int[] filtered = [.. mapping.Rows.Conditions.Select(condition => header.Find(condition.Column, condition.Place))];
        BoundField?[] extras = [LandlordColumn, UprnColumn, NameColumn, AddressColumn, PostcodeColumn];
        All = [.. _fields.Values.Concat(extras).OfType<BoundField>()];
        Columns = new HashSet<int>(All.Select(field => field.Index).Concat(filtered));

        // An address decides nothing, so a row does not wait for one that failed.
        _deciding = [.. All.Where(field => field != AddressColumn && field != PostcodeColumn).Select(field => field.Index), .. filtered];
    }

    internal MappingFile Mapping { get; }

    internal TableInfo Table { get; }

    internal BoundField? LandlordColumn { get; }

    internal BoundField? UprnColumn { get; }

    /// <summary>The column of the home's address; it suggests homes and assigns none.</summary>
    internal BoundField? AddressColumn { get; }

    internal BoundField? PostcodeColumn { get; }

    /// <summary>The column of the landlord's name; null where rows do not name it.</summary>
    internal BoundField? NameColumn { get; }


    /// <summary>What is wrong with the way a row stands in its file, if it matters to this mapping.</summary>
    internal RowFlaw? FlawOf(TableRow row) =>
        row.Flaw is RowFlaw flaw && (flaw.Columns.Count == 0 || flaw.Columns.Any(Decides)) ? flaw : null;

    /// <summary>Whether what a row becomes depends on a column.</summary>
    internal bool Decides(int column) => _deciding.Contains(column);

    /// <summary>The columns that hold days.</summary>
    internal IReadOnlyCollection<int> DayColumns =>
        [.. All.Where(bound => bound is { Index: >= 0, Field.Kind: FieldKind.Date }).Select(bound => bound.Index)];

    /// <summary>The columns that hold references, of homes, cases or residents: none of their cells may be a day.</summary>
    internal IReadOnlyCollection<int> ReferenceColumns =>
        [.. All.Where(bound => bound is { Index: >= 0, IsReference: true }).Select(bound => bound.Index).Distinct()];

    /// <summary>All fields that the mapping gives.</summary>
    internal IReadOnlyCollection<BoundField> Fields => _fields.Values;

    /// <summary>All columns and values that rows are read by: the fields, and where the landlord comes from.</summary>
    internal IReadOnlyList<BoundField> All { get; }

    /// <summary>The places of the columns that the mapping refers to.</summary>
    internal IReadOnlySet<int> Columns { get; }

    internal BoundField? Field(string name) => _fields.GetValueOrDefault(name);

    private BoundField? Extra(HeaderBinder header, string? column, string place, FieldKind kind, bool isHome = false)
    {
        if (column is null)
        {
            return null;
        }

        var source = new FieldSource { Field = column, Column = column, Place = place };
        var field = new TargetField(column, kind, Required: false, []);
        return new BoundField(field, source, header.Find(column, place), Mapping) { IsHome = isHome };
    }
}
