using System.Globalization;
using System.Text;
using System.Text.Json;
using Complaints.Etl.Mapping;

namespace Complaints.Samples.Files;

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
        SampleFolder.Finish(folder);
    }

    private static string WithSchema(string mapping)
    {
        int begin = mapping.IndexOf("\"mapping\":", StringComparison.Ordinal);
        return mapping.Insert(begin, "\"$schema\": \"mapping.schema.json\",\n  ");
    }

    public static Task WriteTextAsync(string folder, string name, string text, CancellationToken ct) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, new UTF8Encoding(false), ct);
}
