using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Json;
using Complaints.Domain.Text;

namespace Complaints.Etl.Mapping.Json;

/// <summary>Takes the properties of a JSON object one by one; what nobody took at the end is an unknown name.</summary>
internal sealed class JsonBinder(JsonObject value)
{
    private readonly Dictionary<string, JsonValue> _left = value.Properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
    private readonly List<string> _known = [];

    internal JsonPlace Place => value.Place;

    /// <summary>The property, or null where it is missing or null.</summary>
    internal JsonValue? Take(string name)
    {
        _known.Add(name);
        return _left.Remove(name, out JsonValue? found) && found is not JsonNull ? found : null;
    }

    internal string? Text(string name) => Take(name) switch
    {
        null => null,
        JsonText { Value: { Length: > 0 } text } => text,
        JsonValue other => throw Wrong(other, name, "a text that is not empty"),
    };

    internal string RequiredText(string name) => Text(name)
        ?? throw new UserException($"'{name}' is missing.", Place.ToString(), $"a text \"{name}\"", $"add \"{name}\"");

    internal int Whole(string name, int otherwise, int least, int most) => Take(name) switch
    {
        null => otherwise,
        JsonNumber { Value: decimal number } when number == decimal.Truncate(number) && number >= least && number <= most => (int)number,
        JsonValue other => throw Wrong(other, name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")),
    };

    internal bool Flag(string name) => Take(name) switch
    {
        null => false,
        JsonFlag { Value: bool flag } => flag,
        JsonValue other => throw Wrong(other, name, "true or false"),
    };

    internal T? Word<T>(string name)
        where T : struct, Enum
    {
        JsonValue? found = Take(name);
        foreach (T candidate in found is JsonText text ? Enum.GetValues<T>().Where(v => Names.Of(v) == text.Value) : [])
        {
            return candidate;
        }

        return found is null ? null : throw WrongWord(found, name, Names.All<T>());
    }

    internal JsonObject? Object(string name) => Take(name) switch
    {
        null => null,
        JsonObject found => found,
        JsonValue other => throw Wrong(other, name, "an object in braces"),
    };

    internal IReadOnlyList<(string Text, JsonPlace Place)> Texts(string name) => Take(name) switch
    {
        null => [],
        JsonList list =>
        [
            .. list.Items.Select(item => item is JsonText text ? (text.Value, text.Place) : throw Wrong(item, name, "a list of texts")),
        ],
        JsonValue other => throw Wrong(other, name, "a list of texts"),
    };

    internal static IEnumerable<(string Name, string Text, JsonPlace Place)> Pairs(JsonObject map)
    {
        foreach ((string name, JsonValue found) in map.Properties)
        {
            yield return found is JsonText text ? (name, text.Value, text.Place) : throw Wrong(found, name, "a text");
        }
    }

    /// <exception cref="UserException">A property is left that nothing here is called.</exception>
    internal void Finish()
    {
        foreach ((string name, JsonValue found) in _left)
        {
            throw new UserException(
                $"'{name}' is not known here.{NearestNames.Suggest(name, _known)}",
                found.Place.ToString(),
                string.Join(", ", _known.Where(known => known != "$schema")),
                "correct the name, or remove it");
        }
    }

    internal static UserException Wrong(JsonValue found, string name, string expected) =>
        new($"'{name}' is {found.Kind}.", found.Place.ToString(), expected, $"correct '{name}'");

    internal static UserException WrongWord(JsonValue found, string name, IReadOnlyList<string> words) => new(
        $"'{name}' is {found.Kind}.{(found is JsonText text ? NearestNames.Suggest(text.Value, words) : "")}",
        found.Place.ToString(),
        string.Join(", ", words),
        $"use one of these words for '{name}'");
}
