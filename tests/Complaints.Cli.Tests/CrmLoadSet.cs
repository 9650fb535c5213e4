namespace Complaints.Cli.Tests;

/// <summary>A load set of files of one system and one landlord, each with its mapping, on disk as a person would have it.</summary>
internal static class CrmLoadSet
{
    internal static async Task WriteAsync(
        string folder, string name, IReadOnlyList<(string Name, string Csv, string Target, string Columns)> files)
    {
        foreach ((string file, string csv, string target, string columns) in files)
        {
            // Payments have their case's landlord.
            string landlord = target is "landlord" or "compensation" ? "" : """, "landlord": { "value": "4826" }""";
            await WriteAsync($"{file}.csv", csv);
            await WriteAsync(
                $"{file}.mapping.jsonc",
                $$"""{ "mapping": "{{file}}", "source": { "system": "CRM" }, "target": "{{target}}", "mode": "full", "date_order": "dmy", "columns": { {{columns}} }{{landlord}} }""");
        }

        string listed = string.Join(
            ", ", files.Select(file => $$"""{ "file": "{{file.Name}}.csv", "mapping": "{{file.Name}}.mapping.jsonc" }"""));
        await WriteAsync("load.jsonc", $$"""{ "load_set": "{{name}}", "extract_date": "2025-03-31", "files": [ {{listed}} ] }""");

        Task WriteAsync(string file, string text) =>
            File.WriteAllTextAsync(Path.Combine(folder, file), text, TestContext.Current.CancellationToken);
    }
}
