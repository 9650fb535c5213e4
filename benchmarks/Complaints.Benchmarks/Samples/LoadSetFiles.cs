namespace Complaints.Benchmarks.Samples;

/// <summary>Writes the mapping files and manifests of the samples.</summary>
internal static class LoadSetFiles
{
    public static void Mapping(string folder, string name, string system, string target, string columns, string more = "") =>
        File.WriteAllText(Path.Combine(folder, name + ".mapping.jsonc"), $$"""
            {
              "mapping": "bench-{{name}}", "version": 1,
              "source": { "system": "{{system}}", "format": "csv" },
              "target": "{{target}}", "mode": "full", "date_order": "dmy",
              "columns": { {{columns}} }{{more}}
            }

            """);

    public static void Manifest(string folder, string set, params string[] names) =>
        File.WriteAllText(Path.Combine(folder, "load.jsonc"), $$"""
            {
              "load_set": "bench-{{set}}", "extract_date": "2025-12-31",
              "files": [ {{string.Join(", ", names.Select(name => $$"""{ "file": "{{name}}.csv", "mapping": "{{name}}.mapping.jsonc" }"""))}} ]
            }

            """);
}
