using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Json;
using Complaints.Etl.Extract;
using Complaints.Etl.Extract.Text;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Mapping;

/// <summary>Reads a mapping's <c>source</c>.</summary>
internal static class SourceReader
{
    private const string Auto = "auto";

    private static readonly Dictionary<string, string> s_encodings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = EncodingChoice.Utf8,
        ["utf-8-sig"] = EncodingChoice.Utf8,
        ["utf-16"] = EncodingChoice.Utf16Little,
        ["ansi"] = EncodingChoice.Windows1252,
        ["cp1252"] = EncodingChoice.Windows1252,
    };

    private static readonly Dictionary<string, char> s_delimiters = new(StringComparer.OrdinalIgnoreCase)
    {
        [","] = ',',
        [";"] = ';',
        ["|"] = '|',
        ["\t"] = '\t',
        ["tab"] = '\t',
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["bar"] = '|',
    };

    internal static (string System, ReadOptions Options, int? FreshForDays) Read(JsonBinder file)
    {
        if (file.Object("source") is not JsonObject value)
        {
            throw new UserException(
                "'source' is missing.",
                file.Place.ToString(),
                "an object \"source\" with at least a \"system\"",
                "add \"source\": { \"system\": \"…\" }");
        }

        var source = new JsonBinder(value);
        string system = source.RequiredText("system");
        if (system.Length > Limits.TextCharacters)
        {
            throw new UserException("'system' is too long.", value.Place.ToString(), "a short name", "shorten it");
        }

        var options = new ReadOptions
        {
            Format = source.Word<FileFormat>("format") ?? FileFormat.Auto,
            Delimiter = Delimiter(source),
            EncodingName = EncodingName(source),
            Sheet = source.Text("sheet"),
            HeaderRow = source.Whole("header_row", otherwise: 1, least: 1, most: Limits.HeaderRow),
            HeaderRows = source.Whole("header_rows", otherwise: 1, least: 1, most: Limits.HeaderRows),
            LeaveOut = LeftOut(source),
        };
        int fresh = source.Whole("fresh_for_days", otherwise: 0, least: 1, most: Limits.FreshForDays);
        source.Finish();
        return (system, options, fresh == 0 ? null : fresh);
    }

    private static char? Delimiter(JsonBinder source) => source.Take("delimiter") switch
    {
        null or JsonText { Value: Auto } => null,
        JsonText { Value: string text } when s_delimiters.TryGetValue(text, out char found) => found,
        JsonValue other => throw JsonBinder.WrongWord(other, "delimiter", [Auto, ",", ";", "|", "tab"]),
    };

    private static HashSet<FlawKind> LeftOut(JsonBinder source)
    {
        var kinds = new HashSet<FlawKind>();
        foreach ((string text, JsonPlace place) in source.Texts("leave_out"))
        {
            kinds.Add(LeaveOut.Words.TryGetValue(text, out FlawKind kind)
                ? kind
                : throw JsonBinder.WrongWord(new JsonText(place, text), "leave_out", [.. LeaveOut.Words.Keys]));
        }

        return kinds;
    }

    private static string? EncodingName(JsonBinder source) => source.Take("encoding") switch
    {
        null or JsonText { Value: Auto } => null,
        JsonText { Value: string text } when s_encodings.TryGetValue(text, out string? found) => found,
        JsonText { Value: string text } when EncodingChoice.Names.Contains(text, StringComparer.OrdinalIgnoreCase) =>
            text.ToLowerInvariant(),
        JsonValue other => throw JsonBinder.WrongWord(other, "encoding", [Auto, .. EncodingChoice.Names]),
    };
}
