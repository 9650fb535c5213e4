using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Extract.Content;

namespace Complaints.Etl.Mapping.Json;

/// <summary>Reads a JSON file with comments into values that know their line.</summary>
/// <remarks>
/// The serializer's own checks (unmapped members, duplicate properties) name a property and .NET's type; they know neither the line on which a
/// value of the wrong meaning stands, nor the names that were possible. So the text is read once by its reader, and what is known is asked here.
/// </remarks>
internal sealed class JsonFile
{
    private readonly string _path;
    private readonly byte[] _bytes;

    private JsonFile(string path, byte[] bytes)
    {
        _path = path;
        _bytes = bytes;
    }

    /// <returns>The file's object and the SHA-256 of its bytes in lower-case hexadecimal.</returns>
    /// <exception cref="UserException">Missing, too big, or not a JSON object.</exception>
    internal static (JsonObject Root, string Sha256) Read(string path)
    {
        byte[] bytes = ReadBytes(path);
        var file = new JsonFile(path, bytes);
        return file.Parse() is JsonObject root
            ? (root, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            : throw new UserException(
                "The file holds no JSON object.",
                path,
                "an object in braces",
                "begin with { and the fields of the example in the documentation");
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            OrdinaryFile.Check(path);
            var info = new FileInfo(path);
            if (info.Exists && info.Length > Limits.MappingBytes)
            {
                throw new UserException(
                    FormattableString.Invariant($"The file has {info.Length:N0} bytes."),
                    path,
                    FormattableString.Invariant($"at most {Limits.MappingBytes:N0} bytes"),
                    "check that this is the mapping and not the data");
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException(
                $"The file cannot be read: {e.Message}",
                path,
                "a readable JSON file with comments",
                "check the name, the folder and the permission to read",
                e);
        }
    }

    private JsonValue Parse()
    {
        ReadOnlySpan<byte> bytes = _bytes;
        int mark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var reader = new Utf8JsonReader(
            bytes[mark..],
            new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                MaxDepth = Limits.MappingDepth,
            });
        try
        {
            reader.Read();
            JsonValue root = Value(ref reader, "$", mark);
            reader.Read();
            return root;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            long line = e is JsonException { LineNumber: long number } ? number + 1 : 1;
            throw new UserException(
                $"The file is not valid JSON: {Words(e.Message)}",
                FormattableString.Invariant($"{_path}:{line}"),
                "JSON; comments and trailing commas are allowed",
                "correct it on this line; an editor that knows the schema shows the place",
                e);
        }
    }

    private JsonValue Value(ref Utf8JsonReader reader, string path, int mark)
    {
        var place = new JsonPlace(_path, LineAt(reader.TokenStartIndex + mark), path);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, place, mark),
            JsonTokenType.StartArray => List(ref reader, place, mark),
            JsonTokenType.String => new JsonText(place, reader.GetString() ?? ""),
            JsonTokenType.Number => reader.TryGetDecimal(out decimal number)
                ? new JsonNumber(place, number)
                : throw Wrong(place, "The number is too big.", "an ordinary number"),
            JsonTokenType.True or JsonTokenType.False => new JsonFlag(place, reader.GetBoolean()),
            _ => new JsonNull(place),
        };
    }

    private JsonObject Object(ref Utf8JsonReader reader, JsonPlace place, int mark)
    {
        var properties = new List<KeyValuePair<string, JsonValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString() ?? "";
            var at = new JsonPlace(_path, LineAt(reader.TokenStartIndex + mark), Child(place.Path, name));
            if (!names.Add(name))
            {
                throw Wrong(at, $"'{name}' is given twice.", "each name once");
            }

            reader.Read();
            properties.Add(KeyValuePair.Create(name, Value(ref reader, at.Path, mark)));
        }

        return new JsonObject(place, properties);
    }

    private JsonList List(ref Utf8JsonReader reader, JsonPlace place, int mark)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader, FormattableString.Invariant($"{place.Path}[{items.Count}]"), mark));
        }

        return new JsonList(place, items);
    }

    private int LineAt(long index) => 1 + _bytes.AsSpan(0, (int)index).Count((byte)'\n');

    private static string Child(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $"{path}.{name}" : $"{path}['{name}']";

    private static UserException Wrong(JsonPlace place, string what, string expected) =>
        new(what, place.ToString(), expected, "correct the file on this line");

    // The library ends its messages with its own count of lines from 0, which would contradict ours.
    private static string Words(string message)
    {
        int own = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new StringBuilder(message, 0, own < 0 ? message.Length : own, message.Length).ToString();
    }
}
