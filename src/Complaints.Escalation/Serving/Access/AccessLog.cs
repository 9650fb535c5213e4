using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving.Lines;

namespace Complaints.Escalation.Serving.Access;

/// <summary>
/// Who read the risk list, a JSON object a line, in a file beside the feedback that is only ever added to. What cannot be recorded is not given
/// out. A full file is put aside under the time it was full, and so many of those are kept.
/// </summary>
/// <param name="folder">The registry's folder. While it does not exist there is nothing to read, and nothing is recorded.</param>
/// <param name="clock">For the time of a record.</param>
public sealed class AccessLog(string folder, TimeProvider clock)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "access.jsonl";

    private const string FullFiles = "access-*.jsonl";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly string _path = Path.Combine(folder, FileName);
    private readonly long _mostBytes = Limits.AccessBytes;
    private readonly Lock _writing = new();

    internal AccessLog(string folder, TimeProvider clock, long mostBytes)
        : this(folder, clock) => _mostBytes = mostBytes;

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
            Add(asked with { Refused = Why(refused) });
            throw;
        }

        Add(told(asked, answer));
        return answer;
    }

    /// <summary>Keeps a record; it is on the disk when this returns.</summary>
    /// <exception cref="UserException">It cannot be written.</exception>
    public void Add(AccessRecord record)
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
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(kept, s_json), (byte)'\n'];
        try
        {
            lock (_writing)
            {
                while (!AppendedLines.TryAdd(_path, line, _mostBytes))
                {
                    PutAside(kept.At);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException(
                $"Nobody reads the risk list unrecorded, and this reading cannot be recorded: {e.Message}",
                where: _path,
                expected: "a file that this account may write",
                fix: "let the account write the file, or make room on the disk",
                inner: e);
        }
    }

    /// <summary>The records of the file in use, oldest first. A line that was cut off by a power failure is left out.</summary>
    public IReadOnlyList<AccessRecord> Read() => AppendedLines.Read<AccessRecord>(_path, s_json);

    // The place of the fault and not its text: that may repeat what somebody typed.
    private static string Why(Exception refused) => refused switch
    {
        UserException user => user.Where ?? "request",
        OperationCanceledException => "cancelled",
        _ => refused.GetType().Name,
    };

    private static string? Short(string? text) => text is { Length: > Limits.CaseReferenceLength } ? text[..Limits.CaseReferenceLength] : text;

    private void PutAside(DateTimeOffset now)
    {
        string aside = Path.Combine(folder, $"access-{now.UtcDateTime:yyyyMMdd'T'HHmmssfffffff}.jsonl");
        if (File.Exists(_path))
        {
            File.Move(_path, aside);
        }

        foreach (string old in Directory.GetFiles(folder, FullFiles).OrderDescending(StringComparer.Ordinal).Skip(Limits.AccessFiles))
        {
            File.Delete(old);
        }
    }
}
