using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving.Lines;

namespace Complaints.Escalation.Serving.Access;

/// <summary>
/// Who read the risk list, a JSON object a line, in a file beside the feedback that is only ever added to. What cannot be recorded is not
/// given out. A full file is put aside under the time it was full, and none is ever deleted.
/// </summary>
/// <param name="folder">The registry's folder. While it does not exist there is nothing to read, and nothing is recorded.</param>
/// <param name="clock">For the time of a record.</param>
public sealed class AccessLog(string folder, TimeProvider clock)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "access.jsonl";

    private const string FullFiles = "access-*.jsonl";
    private const string NotRecorded = "not recorded in time";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly string _path = Path.Combine(folder, FileName);
    private readonly LineWriter _lines = new(
        Path.Combine(folder, FileName), Limits.AccessBytes, () => PutAside(folder, clock, Limits.AccessFiles));

    internal AccessLog(string folder, TimeProvider clock, long mostBytes, int mostFiles)
        : this(folder, clock) => _lines = new LineWriter(_path, mostBytes, () => PutAside(folder, clock, mostFiles));

    /// <inheritdoc cref="RiskDeskOptions.BeforeWaiting"/>
    internal Action? BeforeWaiting { get; init; }

    /// <summary>Does what was asked for and records it before the answer leaves; what is refused is recorded as well.</summary>
    /// <param name="asked">Who asks for what.</param>
    /// <param name="work">Makes the answer.</param>
    /// <param name="told">Adds to the record what the answer tells.</param>
    /// <exception cref="UserException">The record cannot be kept, so that the answer is not given.</exception>
    public async Task<T> RunAsync<T>(AccessRecord asked, Func<Task<T>> work, Func<AccessRecord, T, AccessRecord> told)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(told);
        T answer;
        try
        {
            answer = await work().ConfigureAwait(false);
        }
        catch (Exception refused)
        {
            await AddAsync(asked with { Refused = Why(refused) }).ConfigureAwait(false);
            throw;
        }

        await AddAsync(told(asked, answer)).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Keeps a record; it is on the disk when this is done.</summary>
    /// <exception cref="NotReadyException">It cannot be written, or not within <see cref="Limits.LineSeconds"/>.</exception>
    public async Task AddAsync(AccessRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!Directory.Exists(folder))
        {
            return;
        }

        AccessRecord kept = record with
        {
            At = clock.GetUtcNow(),
            By = Short(record.By)!,
            SourceSystem = Short(record.SourceSystem),
            CaseReference = Short(record.CaseReference),
            Landlord = Short(record.Landlord),
        };
        try
        {
            BeforeWaiting?.Invoke();
            await _lines.AddAsync(Line(kept), Line(kept with { Rows = 0, Refused = kept.Refused ?? NotRecorded })).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or (UserException and not NotReadyException))
        {
            throw new NotReadyException(
                $"Nobody reads the risk list unrecorded, and this reading cannot be recorded: {UserException.WhatOf(e)}",
                where: _path,
                expected: "a file that this account may write, and that no other program keeps",
                fix: "let the account write the file, make room on the disk, or try again in a moment",
                inner: e);
        }
    }

    /// <summary>The records of the file in use, oldest first. A line that was cut off by a power failure is left out.</summary>
    public Task<IReadOnlyList<AccessRecord>> ReadAsync(CancellationToken cancellationToken = default) =>
        AppendedLines.ReadAsync<AccessRecord>(_path, s_json, cancellationToken);

    // The place of the fault and not its text: that may repeat what somebody typed.
    private static string Why(Exception refused) => refused switch
    {
        UserException user => user.Where ?? "request",
        OperationCanceledException => "cancelled",
        _ => refused.GetType().Name,
    };

    private static string? Short(string? text) =>
        text is { Length: > Limits.CaseReferenceLength } ? text[..Limits.CaseReferenceLength] : text;

    private static byte[] Line(AccessRecord record) => [.. JsonSerializer.SerializeToUtf8Bytes(record, s_json), (byte)'\n'];

    // The process stands in the name as well: two that put a file aside at the same moment must not take each other's.
    private static void PutAside(string folder, TimeProvider clock, int mostFiles)
    {
        if (Directory.GetFiles(folder, FullFiles).Length >= mostFiles)
        {
            throw new NotReadyException(
                $"Nobody reads the risk list unrecorded, and {mostFiles} full records of readings are there already.",
                where: Path.Combine(folder, FullFiles),
                expected: $"fewer than {mostFiles} ({nameof(Limits)}.{nameof(Limits.AccessFiles)})",
                fix: "move the older ones to where evidence is kept");
        }

        string aside = Path.Combine(folder, $"access-{clock.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmssfffffff}-{Environment.ProcessId}.jsonl");
        if (File.Exists(Path.Combine(folder, FileName)))
        {
            File.Move(Path.Combine(folder, FileName), aside);
        }
    }
}
