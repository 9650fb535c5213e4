using System.Globalization;
using System.Text;
using System.Text.Json;
using Complaints.Domain.Errors;
using Complaints.Etl.Mapping;

namespace Complaints.Samples;

/// <summary>A data file of a generated load set.</summary>
/// <param name="Name">The file's name within the folder.</param>
/// <param name="Rows">Data rows, headers not counted.</param>
public sealed record GeneratedFile(string Name, long Rows);

/// <summary>What a generator wrote.</summary>
public sealed record GeneratedSample
{
    /// <summary>The true escalation probabilities beside the load set; not loaded.</summary>
    public const string TruthFileName = "truth.csv";

    /// <summary>The folder, ready to be loaded.</summary>
    public required string Folder { get; init; }

    /// <summary>The data cut-off that the load set states.</summary>
    public required DateOnly ExtractDate { get; init; }

    /// <summary>The data files in the order they are loaded.</summary>
    public required IReadOnlyList<GeneratedFile> Files { get; init; }

    /// <summary>Stages that a load should accept: those in files with a row per stage less the quarantined, and those in rows per complaint.</summary>
    public required long StageRows { get; init; }

    /// <summary>What a reader of the figures must know: what was left out, made up or could not be equal; complete sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Planted faults; each is in the answer key.</summary>
    public int PlantedFaults { get; init; }

    /// <summary>
    /// The expected ROC-AUC of the true escalation probabilities over answered stage 1 cases: no model can do better than this on average.
    /// Null where the sample has no escalation process.
    /// </summary>
    public double? BestPossibleAuc { get; init; }
}

/// <summary>The folder a sample is written to.</summary>
internal static class SampleFolder
{
    /// <summary>Creates the folder; an existing one must be empty or hold an earlier sample, which is then overwritten.</summary>
    /// <exception cref="UserException">The path is a file, cannot be created, or holds other files.</exception>
    public static string Prepare(string path)
    {
        try
        {
            string folder = Path.GetFullPath(path);
            bool taken = Directory.Exists(folder)
                && Directory.EnumerateFileSystemEntries(folder).Any()
                && !File.Exists(Path.Combine(folder, "load.jsonc"));
            if (!taken)
            {
                Directory.CreateDirectory(folder);
                return folder;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserException(
                "The sample's folder cannot be created.", where: path, expected: "a folder that can be written", fix: "choose another folder", e);
        }

        throw new UserException(
            "The sample's folder holds other files.",
            where: path,
            expected: "a new or empty folder, or one with an earlier sample",
            fix: "choose another folder");
    }
}

/// <summary>A file of a load set with the mapping that reads it.</summary>
internal sealed record LoadSetFile(string File, string Mapping, string MappingText);

/// <summary>Writes the manifest and the mapping files of a generated load set.</summary>
internal static class LoadSetWriter
{
    public static async Task WriteAsync(
        string folder, string loadSet, DateOnly extractDate, IReadOnlyList<LoadSetFile> files, CancellationToken ct)
    {
        await MappingGuide.WriteSchemasAsync(folder, ct);
        foreach (LoadSetFile file in files)
        {
            await WriteTextAsync(folder, file.Mapping, WithSchema(file.MappingText.ReplaceLineEndings("\n")) + "\n", ct);
        }

        StringBuilder text = new();
        text.Append("// Loaded in this order, all or nothing.\n{\n  \"$schema\": \"load.schema.json\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"load_set\": {JsonSerializer.Serialize(loadSet)},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"extract_date\": \"{extractDate:yyyy-MM-dd}\",\n");
        text.Append("  \"files\": [\n");
        text.AppendJoin(",\n", files.Select(file => $"    {{ \"file\": \"{file.File}\", \"mapping\": \"{file.Mapping}\" }}"));
        text.Append("\n  ]\n}\n");
        await WriteTextAsync(folder, "load.jsonc", text.ToString(), ct);
    }

    private static string WithSchema(string mapping)
    {
        int begin = mapping.IndexOf("\"mapping\":", StringComparison.Ordinal);
        return mapping.Insert(begin, "\"$schema\": \"mapping.schema.json\",\n  ");
    }

    public static Task WriteTextAsync(string folder, string name, string text, CancellationToken ct) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, new UTF8Encoding(false), ct);
}
