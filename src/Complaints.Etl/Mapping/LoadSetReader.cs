using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Json;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Mapping;

/// <summary>Files that are loaded together, in order, all or nothing.</summary>
/// <param name="Name">The load set's name.</param>
/// <param name="ExtractDate">The last day the extract knows about.</param>
/// <param name="Files">The files.</param>
public sealed record LoadSet(string Name, DateOnly ExtractDate, IReadOnlyList<LoadSetEntry> Files);

/// <summary>A data file of a load set.</summary>
/// <param name="DataPath">The data file's full path.</param>
/// <param name="Mapping">Its mapping; null for a layout that is built in.</param>
/// <param name="BuiltIn">The name of the built-in layout, such as "builtin:rsh-tsm"; null with a mapping file.</param>
public sealed record LoadSetEntry(string DataPath, MappingFile? Mapping, string? BuiltIn);

/// <summary>Reads a load set's manifest, <c>load.jsonc</c>, and the mappings it names.</summary>
public static class LoadSetReader
{
    /// <summary>The manifest's name in a load set's folder.</summary>
    public const string ManifestName = "load.jsonc";

    /// <summary>What a built-in layout's name begins with.</summary>
    public const string BuiltInPrefix = "builtin:";

    /// <summary>Reads the load set in a folder, or the manifest given.</summary>
    /// <exception cref="UserException">The folder has no manifest, or it is not sound.</exception>
    public static LoadSet Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string manifest = Directory.Exists(path) ? Path.Combine(path, ManifestName) : path;
        if (!File.Exists(manifest))
        {
            throw new UserException(
                $"There is no load set at '{path}'.",
                manifest,
                $"a folder with a {ManifestName}, or a data file given with its mapping",
                $"write a {ManifestName} that lists the files, or name the mapping with --mapping");
        }

        if (Path.GetExtension(manifest) is not (".json" or ".jsonc"))
        {
            throw new UserException(
                $"'{Path.GetFileName(manifest)}' is a data file, and no mapping says what its columns are.",
                manifest,
                $"a data file together with its mapping, or a folder with a {ManifestName}",
                "name the mapping with --mapping FILE; 'complaints mapping fields' lists what it can say");
        }

        (JsonObject root, _) = JsonFile.Read(manifest);
        var file = new JsonBinder(root);
        file.Text("$schema");
        string name = file.RequiredText("load_set");
        DateOnly extractDate = Date(file, file.RequiredText("extract_date"));
        JsonList list = file.Take("files") as JsonList
            ?? throw new UserException(
                "'files' is missing or no list.", root.Place.ToString(), "a list \"files\"", "list the data files with their mappings");
        file.Finish();
        if (list.Items.Count is 0 or > Limits.LoadSetFiles)
        {
            throw new UserException(
                FormattableString.Invariant($"The load set has {list.Items.Count} files."),
                list.Place.ToString(),
                FormattableString.Invariant($"1 to {Limits.LoadSetFiles} files"),
                "list the data files with their mappings");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        LoadSetEntry[] files = [.. list.Items.Select(item => Entry(folder, item))];
        CheckNames(files, list);
        return new LoadSet(name, extractDate, files);
    }

    private static LoadSetEntry Entry(string folder, JsonValue item)
    {
        if (item is not JsonObject value)
        {
            throw JsonBinder.Wrong(item, "files", "objects with \"file\" and \"mapping\"");
        }

        var entry = new JsonBinder(value);
        string data = Inside(folder, entry.RequiredText("file"), value.Place);
        string mapping = entry.RequiredText("mapping");
        entry.Finish();
        return mapping.StartsWith(BuiltInPrefix, StringComparison.Ordinal)
            ? new LoadSetEntry(data, null, mapping)
            : new LoadSetEntry(data, MappingReader.Read(Inside(folder, mapping, value.Place)), null);
    }

    // A manifest comes with the data: it must not be able to name files of the machine.
    private static string Inside(string folder, string name, JsonPlace place)
    {
        string full;
        try
        {
            full = Path.GetFullPath(name, folder);
            if (IsBelow(folder, full) && IsBelow(RealPath.Of(folder), RealPath.Of(full)))
            {
                return full;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserException(
                $"'{name}' cannot be found: {e.Message}",
                place.ToString(),
                "a file in the folder or below it",
                "correct the name, and look where links on the way lead",
                e);
        }

        throw new UserException(
            $"'{name}' is outside the load set's folder.",
            place.ToString(),
            "a file in the folder or below it",
            "copy the file into the folder");
    }

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void CheckNames(LoadSetEntry[] files, JsonList list)
    {
        IGrouping<string, LoadSetEntry>? twice = files
            .GroupBy(file => Path.GetFileName(file.DataPath), StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UserException(
                $"Two files of the load set are called '{twice.Key}'.",
                list.Place.ToString(),
                "a name of its own for each file",
                "rename one; the name identifies a file in the warehouse");
        }
    }

    private static DateOnly Date(JsonBinder file, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new UserException(
                $"The extract date '{text}' is not a date.",
                file.Place.ToString(),
                "year-month-day, such as 2025-04-14",
                "give the last day the extract knows about");
}
