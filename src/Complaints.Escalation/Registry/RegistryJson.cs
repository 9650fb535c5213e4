using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Escalation.Registry;

/// <summary>How the registry writes and reads its files.</summary>
internal static class RegistryJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Figures of a slice without both kinds of cases are not numbers.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static byte[] ToBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, s_options);

    public static T Read<T>(string path)
    {
        try
        {
            using FileStream stream = RegularFile.OpenRead(path, Limits.ModelFileBytes);
            return JsonSerializer.Deserialize<T>(stream, s_options) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            throw new UserException(
                $"A file of the model registry cannot be read: {e.Message}",
                where: path,
                expected: "the file as the program wrote it",
                fix: "restore it from a backup, or train again with 'complaints risk train'",
                inner: e);
        }
    }
}
