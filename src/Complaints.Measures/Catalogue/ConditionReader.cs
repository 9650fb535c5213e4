using System.Globalization;
using Complaints.Domain.Json;
using Complaints.Measures.Catalogue.Json;

namespace Complaints.Measures.Catalogue;

/// <summary>Reads a condition tree; only whitelisted fields, operators that their type has, and values that they can have.</summary>
/// <param name="fact">The fact whose rows it is on.</param>
/// <param name="faults">Where the faults of the tree's parts are gathered.</param>
internal sealed class ConditionReader(FactTable fact, CatalogueFaults faults)
{
    internal Condition Read(JsonValue value)
    {
        var reader = new ObjectReader(value);
        if (reader.Optional("field") is not null)
        {
            return Test(reader);
        }

        Condition? condition = reader.Optional("all") is not null
            ? new AllOf(Children(reader, "all"))
            : reader.Optional("any") is not null
                ? new AnyOf(Children(reader, "any"))
                : reader.Optional("not") is JsonValue not
                    ? new Negated(Read(not))
                    : null;
        reader.Done();
        return condition ?? throw ObjectReader.Fault(value, "all, any, not, or field with op", "the condition is empty");
    }

    private List<Condition> Children(ObjectReader reader, string name)
    {
        IReadOnlyList<JsonValue> items = reader.List(name);
        return items.Count > 0
            ? [.. items.Select(item => faults.Of(() => Read(item), Condition.Always))]
            : throw ObjectReader.Fault(reader.Value, "one condition or more", $"'{name}' is empty");
    }

    private FieldTest Test(ObjectReader reader)
    {
        string name = reader.Text("field");
        if (!fact.Fields.TryGetValue(name, out FactField? field))
        {
            throw ObjectReader.Fault(
                reader.Required("field"),
                $"one of {string.Join(", ", fact.Fields.Keys)}",
                ObjectReader.Unknown(name, fact.Fields.Keys));
        }

        ConditionOperator op = reader.Word("op", CatalogueWords.Operators);
        RequireOperator(reader, field, op);
        JsonValue? given = reader.Optional("value");
        IReadOnlyList<object> values = op switch
        {
            ConditionOperator.IsNull or ConditionOperator.IsNotNull when given is not null =>
                throw ObjectReader.Fault(given, "no value", "a test on null has a value"),
            ConditionOperator.IsNull or ConditionOperator.IsNotNull => [],
            ConditionOperator.In or ConditionOperator.NotIn => Values(reader, field),
            _ => [Value(reader, field, reader.Required("value"))],
        };
        reader.Done();
        return new FieldTest(field, op, values);
    }

    private static void RequireOperator(ObjectReader reader, FactField field, ConditionOperator op)
    {
        bool isOrder = op is >= ConditionOperator.Less and <= ConditionOperator.AtLeast;
        if (isOrder && field.Type is not (FieldType.Number or FieldType.Amount))
        {
            throw ObjectReader.Fault(reader.Required("op"), "eq, ne, in or not_in", $"'{field.Name}' has no order");
        }

        bool isList = op is ConditionOperator.In or ConditionOperator.NotIn;
        if (isList && field.Type == FieldType.Flag)
        {
            throw ObjectReader.Fault(reader.Required("op"), "eq or ne", $"'{field.Name}' is true or false");
        }

        bool isNullTest = op is ConditionOperator.IsNull or ConditionOperator.IsNotNull;
        if (isNullTest && !field.IsNullable)
        {
            throw ObjectReader.Fault(reader.Required("op"), "eq, ne, in or not_in", $"'{field.Name}' always has a value");
        }
    }

    private static List<object> Values(ObjectReader reader, FactField field)
    {
        IReadOnlyList<JsonValue> items = reader.List("value");
        return items.Count > 0
            ? [.. items.Select(item => Value(reader, field, item))]
            : throw ObjectReader.Fault(reader.Value, "one value or more in [ ]", "'value' is missing or empty");
    }

    private static object Value(ObjectReader reader, FactField field, JsonValue value)
    {
        object? parsed = (field.Type, value) switch
        {
            (FieldType.Text, JsonText text) => text.Value,
            (FieldType.Flag, JsonFlag flag) => flag.Value,
            (FieldType.Number or FieldType.Amount, JsonNumber { Value: decimal number })
                when number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue => (int)number,
            _ => null,
        };
        if (parsed is null)
        {
            throw ObjectReader.Fault(value, TypeInWords(field), $"{ObjectReader.Describe(value)} for '{field.Name}'");
        }

        string written = Convert.ToString(parsed, CultureInfo.InvariantCulture)!;
        return field.Values is null || field.Values.Contains(written, StringComparer.Ordinal)
            ? parsed
            : throw ObjectReader.Fault(value, $"one of {string.Join(", ", field.Values)}", ObjectReader.Unknown(written, field.Values));
    }

    private static string TypeInWords(FactField field) => field.Type switch
    {
        FieldType.Text => "a text",
        FieldType.Number or FieldType.Amount => "a whole number",
        _ => "true or false",
    };
}
