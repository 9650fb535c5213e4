using System.Text.Json;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Json;

/// <summary>Reads JSON with comments into values that know their line.</summary>
/// <remarks>
/// The serializer's own checks (unmapped members, duplicate properties) name a property and .NET's type; they know neither the line on
/// which a value of the wrong meaning stands, nor the names that were possible. So the text is read once by its reader, and what is known
/// is asked by those who take the values.
/// </remarks>
public sealed class LocatedJson
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _file;
    private int _countedTo;
    private int _line = 1;

    private LocatedJson(ReadOnlyMemory<byte> bytes, string file)
    {
        _bytes = bytes;
        _file = file;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The document in UTF-8, with or without a mark; at most <see cref="Limits.MappingDepth"/> levels.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="UserException">Not JSON; a property twice in one object.</exception>
    public static JsonValue Read(ReadOnlyMemory<byte> bytes, string file)
    {
        bool marked = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        return new LocatedJson(marked ? bytes[3..] : bytes, file).Document();
    }

    private JsonValue Document()
    {
        var options = new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = Limits.MappingDepth,
        };
        var reader = new Utf8JsonReader(_bytes.Span, options);
        try
        {
            reader.Read();
            JsonValue root = Value(ref reader, "$");

            // What follows the document is refused by the reader itself.
            reader.Read();
            return root;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            long line = error is JsonException { LineNumber: long number } ? number + 1 : 1;
            throw new UserException(
                $"The file is not valid JSON: {Words(error.Message)}",
                FormattableString.Invariant($"{_file}:{line}"),
                "JSON; comments and trailing commas are allowed",
                "correct it on this line; an editor that knows the schema shows the place",
                error);
        }
    }

    private JsonValue Value(ref Utf8JsonReader reader, string path)
    {
        var place = new JsonPlace(_file, LineAt(reader.TokenStartIndex), path);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, place),
            JsonTokenType.StartArray => List(ref reader, place),
            JsonTokenType.String => new JsonText(place, reader.GetString() ?? ""),
            JsonTokenType.Number => reader.TryGetDecimal(out decimal number)
                ? new JsonNumber(place, number)
                : throw Wrong(place, "The number is too big.", "an ordinary number"),
            JsonTokenType.True or JsonTokenType.False => new JsonFlag(place, reader.GetBoolean()),
            _ => new JsonNull(place),
        };
    }

    private JsonObject Object(ref Utf8JsonReader reader, JsonPlace place)
    {
        var properties = new List<KeyValuePair<string, JsonValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString() ?? "";
            var at = new JsonPlace(_file, LineAt(reader.TokenStartIndex), Child(place.Path, name));
            if (!names.Add(name))
            {
                throw Wrong(at, $"'{name}' is given twice.", "each name once");
            }

            reader.Read();
            properties.Add(KeyValuePair.Create(name, Value(ref reader, at.Path)));
        }

        return new JsonObject(place, properties);
    }

    private JsonList List(ref Utf8JsonReader reader, JsonPlace place)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader, FormattableString.Invariant($"{place.Path}[{items.Count}]")));
        }

        return new JsonList(place, items);
    }

    // Tokens come in order, so every byte is looked at once.
    private int LineAt(long index)
    {
        _line += _bytes.Span[_countedTo..(int)index].Count((byte)'\n');
        _countedTo = (int)index;
        return _line;
    }

    private static string Child(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $"{path}.{name}" : $"{path}['{name}']";

    private static UserException Wrong(JsonPlace place, string what, string expected) =>
        new(what, place.ToString(), expected, "correct the file on this line");

    // The library ends its messages with its own count of lines from 0, which would contradict ours.
    private static string Words(string message)
    {
        int own = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return own < 0 ? message : message[..own];
    }
}
