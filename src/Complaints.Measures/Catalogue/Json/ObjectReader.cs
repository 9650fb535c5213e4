using System.Globalization;
using System.Text.Json;
using Complaints.Domain.Errors;
using Complaints.Domain.Text;

namespace Complaints.Measures.Catalogue.Json;

/// <summary>Takes the properties of an object one by one; what nobody took is refused.</summary>
internal sealed class ObjectReader
{
    private readonly LocatedValue _value;
    private readonly string _file;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "$schema" };

    internal ObjectReader(LocatedValue value, string file)
    {
        _file = file;
        _value = value.Kind == JsonValueKind.Object ? value : throw Fault(value, "a JSON object", Describe(value));
    }

    internal LocatedValue Value => _value;

    internal LocatedValue? Optional(string name)
    {
        _ = _known.Add(name);
        LocatedValue? value = _value.Find(name);
        return value is null || value.Kind == JsonValueKind.Null ? null : value;
    }

    internal LocatedValue Required(string name) => Optional(name)
        ?? throw Fault(_value, $"the property '{name}'", $"'{name}' is missing");

    internal string Text(string name) => Text(Required(name));

    internal string? OptionalText(string name) => Optional(name) is LocatedValue value ? Text(value) : null;

    internal string Text(LocatedValue value) => value.Kind == JsonValueKind.String && value.Text.Trim().Length > 0
        ? value.Text
        : throw Fault(value, "a text that is not empty", Describe(value));

    internal string Id(string name)
    {
        LocatedValue value = Required(name);
        string id = Text(value);
        bool valid = id.Length <= 64 && char.IsAsciiLetterLower(id[0])
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return valid ? id : throw Fault(value, "an id of small letters, digits and _ that starts with a letter", $"'{id}' is not an id");
    }

    internal IReadOnlyList<LocatedValue> List(string name)
    {
        LocatedValue? value = Optional(name);
        return value is null
            ? []
            : value.Kind == JsonValueKind.Array ? value.Items : throw Fault(value, "a list in [ ]", Describe(value));
    }

    internal int Number(string name, int least, int most, int otherwise)
    {
        LocatedValue? value = Optional(name);
        if (value is null)
        {
            return otherwise;
        }

        bool isNumber = value.Kind == JsonValueKind.Number;
        return isNumber && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= least && number <= most
            ? number
            : throw Fault(value, $"a whole number from {least} to {most}", Describe(value));
    }

    internal DateOnly? Date(string name)
    {
        LocatedValue? value = Optional(name);
        return value is null
            ? null
            : DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                ? date
                : throw Fault(value, "a day such as 2023-04-01", Describe(value));
    }

    internal T Word<T>(string name, IReadOnlyDictionary<string, T> words, T? otherwise = null)
        where T : struct
    {
        LocatedValue? value = otherwise is null ? Required(name) : Optional(name);
        return value is null
            ? otherwise.GetValueOrDefault()
            : words.TryGetValue(value.Text, out T word)
                ? word
                : throw Fault(value, $"one of {string.Join(", ", words.Keys)}", Unknown(value.Text, words.Keys));
    }

    /// <summary>Refuses properties that nobody asked for: a misspelt one would otherwise be ignored in silence.</summary>
    internal void Done()
    {
        foreach ((string name, LocatedValue value) in _value.Properties)
        {
            if (!_known.Contains(name))
            {
                throw Fault(value, $"one of {string.Join(", ", _known.Where(known => known[0] != '$'))}", Unknown(name, _known));
            }
        }
    }

    internal UserException Fault(LocatedValue at, string expected, string what) => new(
        $"The measure catalogue is not usable: {what}.",
        where: at.Path.Length == 0 ? $"{_file}:{at.Line}" : $"{_file}:{at.Line} ({at.Path})",
        expected: expected,
        fix: "correct the line; the schema measures.schema.json describes every property");

    internal static string Unknown(string given, IEnumerable<string> known) =>
        $"'{given}' is not known{NearestNames.DidYouMean(given, known)}";

    internal static string Describe(LocatedValue value) => value.Kind switch
    {
        JsonValueKind.Object => "there is an object",
        JsonValueKind.Array => "there is a list",
        JsonValueKind.Null => "there is null",
        JsonValueKind.String => $"there is the text \"{value.Text}\"",
        _ => $"there is {value.Text}",
    };
}
