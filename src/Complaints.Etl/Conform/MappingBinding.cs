using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

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
