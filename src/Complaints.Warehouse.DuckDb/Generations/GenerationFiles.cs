using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// The names in a warehouse's folder, and what they say: <c>CURRENT</c> names the published generation in <c>generations/</c>, and
/// <c>PUBLISHING</c> the one that is about to be.
/// </summary>
internal sealed class GenerationFiles(string folder)
{
    private const int PointerBytes = 4096;

    public string Folder => folder;

    public string Pointer => Path.Combine(folder, "CURRENT");

    public string Announced => Path.Combine(folder, "PUBLISHING");

    public string Generations => Path.Combine(folder, "generations");

    public string Staging => Path.Combine(folder, "staging");

    /// <summary>File of a generation.</summary>
    public string PathOf(int generation) =>
        Path.Combine(Generations, string.Create(CultureInfo.InvariantCulture, $"{generation:D6}.duckdb"));

    /// <summary>The published generation; null when there is no warehouse.</summary>
    /// <exception cref="UserException">There are generations, and nothing that can be read says which is published.</exception>
    public GenerationPointer? Published()
    {
        if (RegularFile.Fault(Pointer) is string fault)
        {
            throw Unreadable(fault);
        }

        if (Read(Pointer) is { } text)
        {
            return GenerationPointer.TryParse(text) ?? throw Unreadable("is no pointer that this program wrote");
        }

        if (Newest() is null || File.Exists(Announced))
        {
            return null;
        }

        // A first publication may have ended between the two looks.
        return Read(Pointer) is { } now && GenerationPointer.TryParse(now) is { } pointer ? pointer : throw Unreadable("is missing");
    }

    /// <summary>The file of a published generation, as long as it was when it was published.</summary>
    /// <exception cref="UserException">It is missing, or has another length.</exception>
    public string Whole(GenerationPointer pointer)
    {
        string path = PathOf(pointer.Generation);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UserException(
                $"The published warehouse file of generation {pointer.Generation} is missing.",
                where: path,
                expected: $"{pointer.Bytes} bytes, as when it was published",
                fix: "restore the warehouse folder from a backup");
        }

        return file.Length == pointer.Bytes
            ? path
            : throw new UserException(
                $"The published warehouse file has {file.Length} bytes.",
                where: path,
                expected: $"{pointer.Bytes} bytes, as when it was published",
                fix: "something else changed the file: restore the warehouse folder from a backup");
    }

    /// <summary>
    /// Generations beyond the published one, which nothing announced, are somebody's data: they are told and never cleared.
    /// </summary>
    /// <exception cref="UserException">There is one.</exception>
    public void RefuseBeyond(GenerationPointer? published)
    {
        if (published is not null && Newest() is { } newest && newest.Generation > published.Generation)
        {
            throw new UserException(
                $"The pointer names generation {published.Generation}, and generation {newest.Generation} lies beside it.",
                where: Pointer,
                expected: "no generation newer than the one that the pointer names",
                fix: $"if generation {newest.Generation} was published last (the pointer is an older copy), {Line(newest.Path, newest.Generation)};"
                    + $" if generation {published.Generation} was, move '{newest.Path}' out of the folder");
        }
    }

    /// <summary>What was announced before its files got their names; null for nothing.</summary>
    public GenerationPointer? AnnouncedPointer() => Read(Announced) is { } text ? GenerationPointer.TryParse(text) : null;

    /// <summary>The files of generations.</summary>
    public IEnumerable<(string Path, int Generation)> All() => !Directory.Exists(Generations) ? [] : Directory
        .EnumerateFiles(Generations, "*.duckdb")
        .Select(path => (path, int.TryParse(
            Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1))
        .Where(file => file.Item2 > 0);

    private (string Path, int Generation)? Newest()
    {
        (string Path, int Generation)[] all = [.. All().OrderBy(file => file.Generation)];
        return all.Length == 0 ? null : all[^1];
    }

    private UserException Unreadable(string what) => new(
        $"The file CURRENT, which says what is published, {what}.",
        where: Pointer,
        expected: "one line of JSON with Generation, Bytes and PublishedAt",
        fix: Newest() is { } newest
            ? $"restore CURRENT from a backup; without one, {Line(newest.Path, newest.Generation)}, and nothing is lost"
            : "restore the warehouse folder from a backup; if it never held anything, delete CURRENT and run 'complaints migrate'");

    // What a person can put into CURRENT: a file in generations/ is whole before it gets its name.
    private static string Line(string path, int generation)
    {
        var file = new FileInfo(path);
        string line = new GenerationPointer(generation, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)).ToJson().TrimEnd();
        return $"write this line into it: {line}";
    }

    private static string? Read(string path)
    {
        RegularFile.Require(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] text = new byte[PointerBytes];
            return System.Text.Encoding.UTF8.GetString(text, 0, stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
