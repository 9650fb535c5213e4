using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>A field of a mapping bound to a column of a file: how its cells are read. Remembers what it read before.</summary>
internal sealed class BoundField
{
    private const int Remembered = 20_000;

    private readonly Dictionary<string, DateReading> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LandlordCode?> _landlords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StockType?> _tenures = new(StringComparer.Ordinal);
    private readonly TenureMap _map;
    private readonly DateOrder _order;
    private readonly bool _remarks;

    internal BoundField(TargetField field, FieldSource source, int index, MappingFile mapping)
    {
        Field = field;
        Index = index;
        Constant = source.Value;
        Codes = source.Codes;
        Column = source.Column ?? field.Name;
        Place = source.Place;
        _order = source.DateOrder ?? mapping.DateOrder;
        MixedDates = source.MixedDates;
        _remarks = source.Remarks;
        _map = mapping.Tenures;
        MaxLength = field.Kind switch
        {
            FieldKind.Note => Limits.NoteCharacters,
            FieldKind.Tenure => Limits.TenureCodeLength,
            FieldKind.Band => Limits.BandCharacters,
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

    /// <summary>Whether its cells name the home of a row, so that what parts two numbers in them may not be dropped.</summary>
    internal bool IsHome { get; init; }

    /// <summary>Whether its cells tell what a person is: none of them is kept or repeated anywhere.</summary>
    internal bool IsOfPersons => Field.Kind == FieldKind.Band;

    /// <summary>Whether its cells are references, which tell homes, cases or residents apart and are no days.</summary>
    internal bool IsReference => IsHome || Field.Kind is FieldKind.Uprn or FieldKind.Resident || KeyColumns.IsReference(Field.Name)
        || Field.Name == "block_reference";

    /// <summary>Whether a person said that its dates are right although they are written in two ways.</summary>
    internal bool MixedDates { get; }

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
        if (fault == DateFault.Unreadable && _remarks && DateText.DayBefore(text, _order) is string before)
        {
            fault = DateText.Read(before, _order, out day, out serial);
        }

        return Remember(_dates, text, new DateReading(fault, day, serial));
    }

    /// <summary>
    /// The code of the field's list that a text stands for, however it is capitalised and with blanks or hyphens for underscores.
    /// </summary>
    internal string? Code(string text) => _codes.TryGetValue(text, out string? known)
        ? known
        : Remember(_codes, text, FindCode(text) ?? FindCode(text.Replace(' ', '_').Replace('-', '_')));

    internal LandlordCode? Landlord(string text) => _landlords.TryGetValue(text, out LandlordCode? known)
        ? known
        : Remember(_landlords, text, LandlordCode.TryParse(text, out LandlordCode code) ? code : null);

    internal StockType? Tenure(string text) => _tenures.TryGetValue(text, out StockType? known)
        ? known
        : Remember(_tenures, text, _map.TryClassify(text, out StockType type) ? type : null);

    /// <summary>Whether a text is of the kind that the field has; a field of free text tells nothing.</summary>
    internal bool Reads(string text) => Field.Kind switch
    {
        FieldKind.Date => Date(text).Fault == DateFault.None,
        FieldKind.Stage => Codes?.ContainsKey(text) ?? StageWords.Find(text) is not null,
        FieldKind.Code => Codes?.ContainsKey(text) ?? Code(text) is not null,
        FieldKind.Landlord => Landlord(text) is not null,
        FieldKind.Tenure => Tenure(text) is not null,
        _ => false,
    };

    private string? FindCode(string text)
    {
        foreach (string code in Field.Codes)
        {
            if (string.Equals(code, text, StringComparison.OrdinalIgnoreCase))
            {
                return code;
            }
        }

        return null;
    }

    private static T Remember<T>(Dictionary<string, T> memory, string text, T value)
    {
        if (memory.Count < Remembered)
        {
            memory.Add(text, value);
        }

        return value;
    }

    /// <summary>How a date cell reads.</summary>
    internal readonly record struct DateReading(DateFault Fault, DateOnly Day, bool Serial);
}
