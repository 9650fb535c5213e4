using System.Text.Json;
using System.Text.Json.Serialization;
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
            using FileStream stream = File.OpenRead(path);
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

/// <summary>
/// One process at a time changes which model is in use or adds an evaluation: both read, decide and write. The lock is the operating system's and
/// ends with the process, however that ends.
/// </summary>
internal static class RegistryLock
{
    private const string FileName = "registry.lock";
    private const int Attempts = 250;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the lock, waiting up to five seconds; dispose what is returned to give it back.</summary>
    /// <param name="folder">The registry's folder.</param>
    /// <exception cref="UserException">Another process has it, or the folder cannot be written.</exception>
    public static IDisposable Take(string folder)
    {
        string path = Path.Combine(folder, FileName);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, PrivateFiles.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
            }
            catch (IOException e) when (attempt < Attempts && e is not DirectoryNotFoundException)
            {
                Thread.Sleep(s_pause);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UserException(
                    "The models are being changed by another process, or cannot be written.",
                    where: path,
                    expected: "one promotion, roll-back or evaluation at a time",
                    fix: "wait until it has ended, then run this again",
                    inner: e);
            }
        }
    }
}
