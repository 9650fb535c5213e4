using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Samples.Files;

namespace Complaints.Samples.Faults;

/// <summary>The answer key of a sample with planted faults: what a load must say of it, row by row and in counts by rule.</summary>
public sealed record AnswerKey
{
    /// <summary>The file's name within the sample's folder; it is not part of the load set.</summary>
    public const string FileName = "answer-key.json";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The seed of the sample.</summary>
    public required long Seed { get; init; }

    /// <summary>Every planted fault. Rows not listed are clean: they load, and no rule corrects them.</summary>
    public required IReadOnlyList<PlantedFault> Faults { get; init; }

    /// <summary>File → rule → rows.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Corrected { get; init; }

    /// <summary>File → rule → rows.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Quarantined { get; init; }

    /// <summary>The answer key of what was planted.</summary>
    public static AnswerKey Of(long seed, IReadOnlyList<PlantedFault> faults) => new()
    {
        Seed = seed,
        Faults = faults,
        Corrected = Counts(faults, FaultOutcome.Corrected),
        Quarantined = Counts(faults, FaultOutcome.Quarantined),
    };

    /// <summary>Reads an answer key back.</summary>
    public static async Task<AnswerKey> ReadAsync(string folder, CancellationToken ct)
    {
        await using FileStream file = File.OpenRead(Path.Combine(folder, FileName));
        return await JsonSerializer.DeserializeAsync<AnswerKey>(file, s_json, ct)
            ?? throw new InvalidDataException($"{FileName} is empty.");
    }

    internal Task WriteAsync(string folder, CancellationToken ct) =>
        LoadSetWriter.WriteTextAsync(folder, FileName, JsonSerializer.Serialize(this, s_json) + "\n", ct);

    private static SortedDictionary<string, IReadOnlyDictionary<string, int>> Counts(IEnumerable<PlantedFault> faults, FaultOutcome outcome)
    {
        SortedDictionary<string, IReadOnlyDictionary<string, int>> counts = new(StringComparer.Ordinal);
        foreach (IGrouping<string, PlantedFault> file in faults.Where(fault => fault.Outcome == outcome).GroupBy(fault => fault.File))
        {
            counts.Add(file.Key, new SortedDictionary<string, int>(
                file.GroupBy(fault => fault.Rule).ToDictionary(rule => rule.Key, rule => rule.Count()), StringComparer.Ordinal));
        }

        return counts;
    }
}
