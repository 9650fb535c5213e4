using System.Text.Json;
using System.Text.Json.Serialization;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>What the file CURRENT says: which generation is published, how large its file is, and since when.</summary>
internal sealed record GenerationPointer(int Generation, long Bytes, DateTimeOffset PublishedAt)
{
    /// <summary>The run that published it; null in a pointer of an earlier version or one that a person wrote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Run { get; init; }

    /// <summary>
    /// The first generation of the row of generations, this one the last, that the run published without another's between.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FirstOfRun { get; init; }

    /// <summary>Reads a pointer; null where it is not one that this program writes.</summary>
    public static GenerationPointer? TryParse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<GenerationPointer>(json) is { Generation: > 0, Bytes: > 0 } pointer ? pointer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this) + "\n";

    /// <summary>Whether a run published every generation there ever was.</summary>
    public bool IsAllOf(Guid run) => Run == run && FirstOfRun == 1;

    /// <summary>The pointer to what is published after this one.</summary>
    public static GenerationPointer After(GenerationPointer? previous, long bytes, DateTimeOffset now, Guid run)
    {
        int generation = (previous?.Generation ?? 0) + 1;
        return new GenerationPointer(generation, bytes, now)
        {
            Run = run,
            FirstOfRun = previous is { FirstOfRun: > 0 } && previous.Run == run ? previous.FirstOfRun : generation,
        };
    }
}
