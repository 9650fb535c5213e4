using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Json;
using Complaints.Domain.Text;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Mapping;

/// <summary>Reads a mapping's <c>columns</c>: field → column, fixed value, or column with codes.</summary>
internal static class ColumnsReader
{
    internal static IReadOnlyList<FieldSource> Read(JsonBinder file, LoadTarget target)
    {
        if (file.Object("columns") is not JsonObject columns || columns.Properties.Count == 0)
        {
            throw new UserException(
                "'columns' is missing or empty.",
                file.Place.ToString(),
                "an object \"columns\" of field → column",
                $"add the fields of '{Names.Of(target)}': {string.Join(", ", Required(target))}");
        }

        return [.. columns.Properties.Select(p => Field(target, p.Key, p.Value))];
    }

    private static IEnumerable<string> Required(LoadTarget target) =>
        TargetFields.Of(target).Where(field => field.Required).Select(field => field.Name);

    private static FieldSource Field(LoadTarget target, string name, JsonValue value)
    {
        TargetField field = TargetFields.Find(target, name) ?? throw Unknown(target, name, value.Place);
        return value switch
        {
            JsonText { Value: string column } => new FieldSource { Field = name, Column = column, Place = value.Place.ToString() },
            JsonObject parts => Parts(field, parts),
            _ => throw JsonBinder.Wrong(value, name, "a column's name, \"\" for the only column without one, \"#1\" for the first column whatever its name, or an object with \"column\" or \"value\""),
        };
    }

    private static FieldSource Parts(TargetField field, JsonObject value)
    {
        var parts = new JsonBinder(value);
        string? column = parts.Text("column");
        string? fixedValue = parts.Text("value");
        IReadOnlyDictionary<string, string>? codes = Codes(parts, field);
        DateOrder? order = parts.Word<DateOrder>("date_order");
        bool mixed = parts.Flag("mixed_dates");
        bool remarks = parts.Flag("remarks");
        string? allocator = parts.Text("allocator");
        parts.Finish();
        if ((column is null) == (fixedValue is null))
        {
            throw new UserException(
                $"'{field.Name}' has {(column is null ? "neither a column nor a value" : "both a column and a value")}.",
                value.Place.ToString(),
                "one of \"column\" and \"value\"",
                column is null ? "add \"column\"" : "remove one of them");
        }

        if ((order is not null || mixed || remarks) && field.Kind != FieldKind.Date)
        {
            throw new UserException(
                $"'{field.Name}' has {(mixed ? "mixed dates" : remarks ? "remarks behind dates" : "a date order")} but is no date.",
                value.Place.ToString(),
                "\"date_order\", \"mixed_dates\" and \"remarks\" with date fields alone",
                "remove it");
        }

        if (allocator is not null && field.Kind != FieldKind.Resident)
        {
            throw new UserException(
                $"'{field.Name}' has an allocator but is no resident's reference.",
                value.Place.ToString(),
                "\"allocator\" with resident_reference alone; a home's identifier has its own in \"landlord\"",
                "remove it");
        }

        return new FieldSource
        {
            Field = field.Name,
            Allocator = allocator,
            Column = column,
            Value = fixedValue,
            Codes = codes,
            DateOrder = order,
            MixedDates = mixed,
            Remarks = remarks,
            Place = value.Place.ToString(),
        };
    }

    private static Dictionary<string, string>? Codes(JsonBinder parts, TargetField field)
    {
        if (parts.Object("codes") is not JsonObject map)
        {
            return null;
        }

        if (map.Properties.Count is 0 or > Limits.MappingCodes)
        {
            throw new UserException(
                FormattableString.Invariant($"The code list of '{field.Name}' has {map.Properties.Count} codes."),
                map.Place.ToString(),
                FormattableString.Invariant($"1 to {Limits.MappingCodes:N0} codes"),
                "list each code of the source with what it means");
        }

        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string code, string meaning, JsonPlace place) in JsonBinder.Pairs(map))
        {
            if (field.Kind == FieldKind.Stage && meaning.Length > 0 && StageWords.Find(meaning) is null)
            {
                throw new UserException($"'{meaning}' is no stage.", place.ToString(), "1 or 2; \"\" for none", "use one of these codes");
            }

            if (field.Codes.Count > 0 && meaning.Length > 0 && !field.Codes.Contains(meaning, StringComparer.Ordinal))
            {
                throw new UserException(
                    $"'{meaning}' is no code of '{field.Name}'.{NearestNames.Suggest(meaning, field.Codes)}",
                    place.ToString(),
                    string.Join(", ", field.Codes),
                    "use one of these codes");
            }

            if (!codes.TryAdd(code.Trim(), meaning))
            {
                throw new UserException(
                    $"The code '{code}' is given twice.", place.ToString(), "each code once, without regard to case", "remove one");
            }
        }

        return codes;
    }

    private static UserException Unknown(LoadTarget target, string name, JsonPlace place)
    {
        List<string> known = [.. TargetFields.Of(target).Select(field => field.Name)];
        return new UserException(
            $"'{name}' is no field of '{Names.Of(target)}'.{NearestNames.Suggest(name, known)}",
            place.ToString(),
            string.Join(", ", known),
            "correct the name; a column that is not needed is left out of the mapping");
    }
}
