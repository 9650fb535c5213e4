using System.Globalization;
using System.Text.Json;
using Complaints.Measures.Catalogue.Json;

namespace Complaints.Measures.Catalogue;

/// <summary>Reads a condition tree; only whitelisted fields, operators that their type has, and values that they can have.</summary>
internal static class ConditionReader
{
    internal static Condition Read(LocatedValue value, string file)
    {
        var reader = new ObjectReader(value, file);
        if (reader.Optional("field") is not null)
        {
            return Test(reader);
        }

        Condition? condition = reader.Optional("all") is not null
            ? new AllOf(Children(reader, "all", file))
            : reader.Optional("any") is not null
                ? new AnyOf(Children(reader, "any", file))
                : reader.Optional("not") is LocatedValue not
                    ? new Negated(Read(not, file))
                    : null;
        reader.Done();
        return condition ?? throw reader.Fault(value, "all, any, not, or field with op", "the condition is empty");
    }

    private static List<Condition> Children(ObjectReader reader, string name, string file)
    {
        IReadOnlyList<LocatedValue> items = reader.List(name);
        return items.Count > 0
            ? [.. items.Select(item => Read(item, file))]
            : throw reader.Fault(reader.Value, "one condition or more", $"'{name}' is empty");
    }

    private static FieldTest Test(ObjectReader reader)
    {
        string name = reader.Text("field");
        if (!TestableFields.ByName.TryGetValue(name, out StageField? field))
        {
            throw reader.Fault(
                reader.Required("field"),
                $"one of {string.Join(", ", TestableFields.ByName.Keys)}",
                ObjectReader.Unknown(name, TestableFields.ByName.Keys));
        }

        ConditionOperator op = reader.Word("op", CatalogueWords.Operators);
        RequireOperator(reader, field, op);
        LocatedValue? given = reader.Optional("value");
        IReadOnlyList<object> values = op switch
        {
            ConditionOperator.IsNull or ConditionOperator.IsNotNull when given is not null =>
                throw reader.Fault(given, "no value", "a test on null has a value"),
            ConditionOperator.IsNull or ConditionOperator.IsNotNull => [],
            ConditionOperator.In or ConditionOperator.NotIn => Values(reader, field),
            _ => [Value(reader, field, reader.Required("value"))],
        };
        reader.Done();
        return new FieldTest(field, op, values);
    }

    private static void RequireOperator(ObjectReader reader, StageField field, ConditionOperator op)
    {
        bool isOrder = op is >= ConditionOperator.Less and <= ConditionOperator.AtLeast;
        if (isOrder && field.Type != FieldType.Number)
        {
            throw reader.Fault(reader.Required("op"), "eq, ne, in or not_in", $"'{field.Name}' has no order");
        }

        bool isList = op is ConditionOperator.In or ConditionOperator.NotIn;
        if (isList && field.Type == FieldType.Flag)
        {
            throw reader.Fault(reader.Required("op"), "eq or ne", $"'{field.Name}' is true or false");
        }

        bool isNullTest = op is ConditionOperator.IsNull or ConditionOperator.IsNotNull;
        if (isNullTest && !field.IsNullable)
        {
            throw reader.Fault(reader.Required("op"), "eq, ne, in or not_in", $"'{field.Name}' always has a value");
        }
    }

    private static List<object> Values(ObjectReader reader, StageField field)
    {
        IReadOnlyList<LocatedValue> items = reader.List("value");
        return items.Count > 0
            ? [.. items.Select(item => Value(reader, field, item))]
            : throw reader.Fault(reader.Value, "one value or more in [ ]", "'value' is missing or empty");
    }

    private static object Value(ObjectReader reader, StageField field, LocatedValue value)
    {
        object? parsed = (field.Type, value.Kind) switch
        {
            (FieldType.Text, JsonValueKind.String) => value.Text,
            (FieldType.Flag, JsonValueKind.True) => true,
            (FieldType.Flag, JsonValueKind.False) => false,
            (FieldType.Number, JsonValueKind.Number)
                when int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
            _ => null,
        };
        if (parsed is null)
        {
            throw reader.Fault(value, TypeInWords(field), $"{ObjectReader.Describe(value)} for '{field.Name}'");
        }

        return field.Values is null || field.Values.Contains(value.Text, StringComparer.Ordinal)
            ? parsed
            : throw reader.Fault(value, $"one of {string.Join(", ", field.Values)}", ObjectReader.Unknown(value.Text, field.Values));
    }

    private static string TypeInWords(StageField field) => field.Type switch
    {
        FieldType.Text => "a text",
        FieldType.Number => "a whole number",
        _ => "true or false",
    };
}
