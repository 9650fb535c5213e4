using System.Text.Json;
using System.Text.Json.Serialization;

namespace Complaints.Cli.CommandLine;

/// <summary>How every command writes JSON, figures apart: those have a contract of their own.</summary>
internal static class MachineJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new FactNameConverter() },
    };

    /// <summary>The word by which JSON calls a value.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);
}
