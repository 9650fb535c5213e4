using System.Text.Json;
using System.Text.Json.Serialization;

namespace Complaints.Cli.Views;

/// <summary>How every command writes JSON, figures apart: those have a contract of their own.</summary>
internal static class MachineJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);
}
