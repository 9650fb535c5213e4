using System.Text;
using System.Text.Json;
using Complaints.Domain.Errors;

namespace Complaints.Measures.Catalogue.Json;

/// <summary>Reads JSON with comments into values with line numbers.</summary>
internal sealed class LocatedJson
{
    private readonly byte[] _bytes;
    private readonly string _file;
    private long _countedTo;
    private int _line = 1;

    private LocatedJson(byte[] bytes, string file)
    {
        _bytes = bytes;
        _file = file;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="UserException">Not JSON; a property twice in one object.</exception>
    internal static LocatedValue Read(string text, string file)
    {
        var json = new LocatedJson(Encoding.UTF8.GetBytes(text), file);
        var options = new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = 32,
        };
        var reader = new Utf8JsonReader(json._bytes, options);
        try
        {
            _ = reader.Read();
            LocatedValue value = json.Value(ref reader, "");
            while (reader.Read())
            {
                // What follows the document is refused by the reader itself.
            }

            return value;
        }
        catch (JsonException error)
        {
            throw new UserException(
                $"The file is not valid JSON: {FirstSentence(error.Message)}",
                where: $"{file}:{(error.LineNumber ?? 0) + 1}",
                expected: "JSON; // comments and trailing commas are allowed",
                fix: "correct the line; an editor shows it when the file names its $schema",
                inner: error);
        }
    }

    private LocatedValue Value(ref Utf8JsonReader reader, string path)
    {
        int line = LineAt(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new LocatedValue
            {
                Kind = JsonValueKind.Object,
                Line = line,
                Path = path,
                Properties = Members(ref reader, path),
            },
            JsonTokenType.StartArray => new LocatedValue
            {
                Kind = JsonValueKind.Array,
                Line = line,
                Path = path,
                Items = Elements(ref reader, path),
            },
            JsonTokenType.String => Scalar(JsonValueKind.String, reader.GetString() ?? ""),
            JsonTokenType.Number => Scalar(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => Scalar(JsonValueKind.True, "true"),
            JsonTokenType.False => Scalar(JsonValueKind.False, "false"),
            _ => Scalar(JsonValueKind.Null, ""),
        };

        LocatedValue Scalar(JsonValueKind kind, string text) => new() { Kind = kind, Line = line, Path = path, Text = text };
    }

    private List<KeyValuePair<string, LocatedValue>> Members(ref Utf8JsonReader reader, string path)
    {
        var members = new List<KeyValuePair<string, LocatedValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString() ?? "";
            if (!names.Add(name))
            {
                throw new UserException(
                    $"'{name}' stands twice in the same object.",
                    where: $"{_file}:{LineAt(reader.TokenStartIndex)}",
                    fix: "keep one of the two");
            }

            _ = reader.Read();
            members.Add(new(name, Value(ref reader, path.Length == 0 ? name : $"{path}.{name}")));
        }

        return members;
    }

    private List<LocatedValue> Elements(ref Utf8JsonReader reader, string path)
    {
        var elements = new List<LocatedValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(Value(ref reader, $"{path}[{elements.Count}]"));
        }

        return elements;
    }

    // Tokens come in order, so every byte is looked at once.
    private int LineAt(long index)
    {
        for (; _countedTo < index; _countedTo++)
        {
            _line += _bytes[_countedTo] == (byte)'\n' ? 1 : 0;
        }

        return _line;
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }
}
