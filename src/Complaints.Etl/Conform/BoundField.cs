using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>A field of a mapping bound to a column of a file: how its cells are read. Remembers what it read before.</summary>
internal sealed class BoundField
{
    private const int RememberedDates = 20_000;

    private readonly Dictionary<string, DateReading> _dates = new(StringComparer.Ordinal);
    private readonly DateOrder _order;

    internal BoundField(TargetField field, FieldSource source, int index, MappingFile mapping)
    {
        Field = field;
        Index = index;
        Constant = source.Value;
        Codes = source.Codes;
        Column = source.Column ?? field.Name;
        Place = source.Place;
        _order = source.DateOrder ?? mapping.DateOrder;
        MaxLength = field.Kind switch
        {
            FieldKind.Note => Limits.NoteCharacters,
            FieldKind.Tenure => Limits.TenureCodeLength,
            _ => Limits.TextCharacters,
        };
    }

    internal TargetField Field { get; }

    /// <summary>The column's place in a row; -1 for a fixed value.</summary>
    internal int Index { get; }

    internal string? Constant { get; }

    internal IReadOnlyDictionary<string, string>? Codes { get; }

    internal string Column { get; }

    internal string Place { get; }

    internal int MaxLength { get; }

    internal DateOrder Order => _order;

    internal string Raw(string[] cells) => Index < 0 ? Constant ?? "" : Index < cells.Length ? cells[Index] : "";

    // A register of a year has a few hundred days in a million cells.
    internal DateReading Date(string text)
    {
        if (_dates.TryGetValue(text, out DateReading known))
        {
            return known;
        }

        DateFault fault = DateText.Read(text, _order, out DateOnly day, out bool serial);
        var reading = new DateReading(fault, day, serial);
        if (_dates.Count < RememberedDates)
        {
            _dates.Add(text, reading);
        }

        return reading;
    }

    /// <summary>How a date cell reads.</summary>
    internal readonly record struct DateReading(DateFault Fault, DateOnly Day, bool Serial);
}
