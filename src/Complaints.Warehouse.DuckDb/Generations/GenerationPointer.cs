using System.Text.Json;
using Complaints.Domain.Errors;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>What the file CURRENT says: which generation is published, how large its file is, and since when.</summary>
internal sealed record GenerationPointer(int Generation, long Bytes, DateTimeOffset PublishedAt)
{
    public static GenerationPointer Parse(string json, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<GenerationPointer>(json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException error)
        {
            throw new UserException(
                "The pointer to the published warehouse cannot be read.",
                where: path,
                expected: "one line of JSON with Generation, Bytes and PublishedAt",
                fix: "restore the warehouse folder from a backup; the program replaces this file in one step and never edits it",
                inner: error);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this) + "\n";
}
