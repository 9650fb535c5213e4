using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Json;
using Complaints.Domain.Text;

namespace Complaints.Measures.Catalogue.Json;

/// <summary>Takes the properties of an object one by one; what nobody took is refused.</summary>
internal sealed class ObjectReader
{
    private readonly JsonObject _value;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "$schema" };

    internal ObjectReader(JsonValue value) => _value = value as JsonObject ?? throw Fault(value, "a JSON object", Describe(value));

    internal JsonObject Value => _value;

    internal JsonValue? Optional(string name)
    {
        _ = _known.Add(name);
        JsonValue? value = _value.Properties.FirstOrDefault(property => property.Key == name).Value;
        return value is JsonNull ? null : value;
    }

    internal JsonValue Required(string name) => Optional(name)
        ?? throw Fault(_value, $"the property '{name}'", $"'{name}' is missing");

    internal string Text(string name) => Text(Required(name));

    internal string? OptionalText(string name) => Optional(name) is JsonValue value ? Text(value) : null;

    internal static string Text(JsonValue value) => value is JsonText { Value: string text } && text.Trim().Length > 0
        ? text
        : throw Fault(value, "a text that is not empty", Describe(value));

    internal string Id(string name)
    {
        JsonValue value = Required(name);
        string id = Text(value);
        bool valid = id.Length <= 64 && char.IsAsciiLetterLower(id[0])
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return valid ? id : throw Fault(value, "an id of small letters, digits and _ that starts with a letter", $"'{id}' is not an id");
    }

    internal IReadOnlyList<JsonValue> List(string name)
    {
        JsonValue? value = Optional(name);
        return value is null
            ? []
            : value is JsonList list ? list.Items : throw Fault(value, "a list in [ ]", Describe(value));
    }

    internal int Number(string name, int least, int most, int otherwise)
    {
        JsonValue? value = Optional(name);
        if (value is null)
        {
            return otherwise;
        }

        return value is JsonNumber { Value: decimal number } && number == decimal.Truncate(number) && number >= least && number <= most
            ? (int)number
            : throw Fault(value, $"a whole number from {least} to {most}", Describe(value));
    }

    internal DateOnly? Date(string name)
    {
        JsonValue? value = Optional(name);
        return value is null
            ? null
            : DateOnly.TryParseExact(
                (value as JsonText)?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                ? date
                : throw Fault(value, "a day such as 2023-04-01", Describe(value));
    }

    internal T Word<T>(string name, IReadOnlyDictionary<string, T> words, T? otherwise = null)
        where T : struct
    {
        JsonValue? value = otherwise is null ? Required(name) : Optional(name);
        return value is null
            ? otherwise.GetValueOrDefault()
            : value is JsonText { Value: string given }
                ? words.TryGetValue(given, out T word)
                    ? word
                    : throw Fault(value, $"one of {string.Join(", ", words.Keys)}", Unknown(given, words.Keys))
                : throw Fault(value, $"one of {string.Join(", ", words.Keys)}", Describe(value));
    }

    /// <summary>Refuses properties that nobody asked for: a misspelt one would otherwise be ignored in silence.</summary>
    internal void Done()
    {
        foreach ((string name, JsonValue value) in _value.Properties)
        {
            if (!_known.Contains(name))
            {
                throw Fault(value, $"one of {string.Join(", ", _known.Where(known => known[0] != '$'))}", Unknown(name, _known));
            }
        }
    }

    internal static UserException Fault(JsonValue at, string expected, string what) => new(
        $"The measure catalogue is not usable: {what}.",
        where: at.Place.ToString(),
        expected: expected,
        fix: "correct the line; the schema measures.schema.json describes every property");

    internal static string Unknown(string given, IEnumerable<string> known) =>
        $"'{given}' is not known{NearestNames.DidYouMean(given, known)}";

    internal static string Describe(JsonValue value) => $"there is {value.Kind}";
}
