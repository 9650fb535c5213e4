using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Json;
using Complaints.Domain.Text;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Mapping;

/// <summary>Reads a mapping's <c>rows</c>: which rows are left out for good, by column and value.</summary>
internal static class RowFilterReader
{
    internal static RowFilter Read(JsonBinder file)
    {
        if (file.Object("rows") is not JsonObject value)
        {
            return RowFilter.All;
        }

        var parts = new JsonBinder(value);
        JsonObject? skip = parts.Object("skip");
        JsonObject? only = parts.Object("only");
        parts.Finish();
        return skip is null && only is null
            ? throw new UserException(
                "'rows' is empty.", value.Place.ToString(), "\"skip\" or \"only\"", "add one of them, or remove 'rows'")
            : new RowFilter { Skip = Conditions(skip), Only = Conditions(only) };
    }

    private static IReadOnlyList<RowCondition> Conditions(JsonObject? value) =>
        value is null ? [] : [.. value.Properties.Select(p => Condition(p.Key, p.Value))];

    private static RowCondition Condition(string column, JsonValue value)
    {
        IReadOnlyList<JsonValue> items = value switch
        {
            JsonText => [value],
            JsonList list => list.Items,
            _ => throw JsonBinder.Wrong(value, column, "a value, or a list of values, of this column"),
        };
        string[] values =
        [
            .. items.Select(item => item is JsonText text ? VisibleText.Of(text.Value) : throw JsonBinder.Wrong(item, column, "a text")),
        ];
        return values.Length is 0 or > Limits.MappingCodes || values.All(text => text == "*")
            ? throw new UserException(
                $"The rows by '{column}' are not told.",
                value.Place.ToString(),
                FormattableString.Invariant($"1 to {Limits.MappingCodes:N0} values; \"Total*\" stands for all that begin so, \"\" for an empty cell"),
                "list the values")
            : new RowCondition(column, values, value.Place.ToString());
    }
}
