using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Escalation.Serving.Lines;

namespace Complaints.Escalation.Serving;

/// <summary>
/// Feedback, a JSON object a line, in a file beside the models that is only ever added to. It does not stand in the warehouse: what stands
/// there comes from a source with a load, and nobody who records a call should wait for a load to end.
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
    private readonly LineWriter _lines = new(Path.Combine(folder, FileName), Limits.FeedbackBytes, () => throw Full(folder));

    /// <summary>Adds a record; it is on the disk when this is done.</summary>
    /// <exception cref="UserException">The note is too long, the file is full, or another process is writing it.</exception>
    public async Task AddAsync(Feedback feedback)
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
        try
        {
            PrivateFiles.CreateFolder(folder);
            await _lines.AddAsync(line, late: null).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or (UserException and not NotReadyException))
        {
            throw new NotReadyException(
                $"The feedback cannot be kept: {UserException.WhatOf(e)}",
                where: _path,
                expected: "a file that this account may write",
                fix: "try again in a moment",
                inner: e);
        }
    }

    /// <summary>All records, oldest first. A line that was cut off by a power failure is left out.</summary>
    public Task<IReadOnlyList<Feedback>> ReadAsync(CancellationToken cancellationToken = default) =>
        AppendedLines.ReadAsync<Feedback>(_path, s_json, cancellationToken);

    private static NotReadyException Full(string folder) => new(
        "The file of feedback is full.",
        where: Path.Combine(folder, FileName),
        expected: $"less than {Limits.FeedbackBytes} bytes ({nameof(Limits)}.{nameof(Limits.FeedbackBytes)})",
        fix: "put the file aside under another name; a new one is begun");
}
