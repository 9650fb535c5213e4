using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Escalation.Serving.Lines;

namespace Complaints.Escalation.Serving;

/// <summary>
/// Feedback, a JSON object a line, in a file beside the models that is only ever added to. It does not stand in the warehouse: what stands there
/// comes from a source with a load, and nobody who records a call should wait for a load to end.
/// </summary>
/// <param name="folder">The registry's folder.</param>
public sealed class FeedbackLog(string folder)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "feedback.jsonl";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly string _path = Path.Combine(folder, FileName);
    private readonly Lock _writing = new();

    /// <summary>Adds a record; it is on the disk when this returns.</summary>
    /// <exception cref="UserException">The note is too long, the file is full, or another process is writing it.</exception>
    public void Add(Feedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (feedback.Note.Length > Limits.FeedbackNoteLength)
        {
            throw new UserException(
                $"The note has {feedback.Note.Length} characters.",
                where: "note",
                expected: $"up to {Limits.FeedbackNoteLength} characters ({nameof(Limits)}.{nameof(Limits.FeedbackNoteLength)})",
                fix: "write the rest into the case");
        }

        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(feedback, s_json), (byte)'\n'];
        lock (_writing)
        {
            Append(line);
        }
    }

    /// <summary>All records, oldest first. A line that was cut off by a power failure is left out.</summary>
    public IReadOnlyList<Feedback> Read() => AppendedLines.Read<Feedback>(_path, s_json);

    private void Append(byte[] line)
    {
        try
        {
            PrivateFiles.CreateFolder(folder);
            if (!AppendedLines.TryAdd(_path, line, Limits.FeedbackBytes))
            {
                throw new UserException(
                    "The file of feedback is full.",
                    where: _path,
                    expected: $"less than {Limits.FeedbackBytes} bytes ({nameof(Limits)}.{nameof(Limits.FeedbackBytes)})",
                    fix: "put the file aside under another name; a new one is begun");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException(
                $"The feedback cannot be kept: {e.Message}", where: _path, expected: "a file that this account may write", fix: "try again in a moment", inner: e);
        }
    }
}
