using Complaints.Domain.Errors;

namespace Complaints.Samples.Files;

/// <summary>The folder a sample is written to.</summary>
internal static class SampleFolder
{
    private const string LoadSet = "load.jsonc";

    // While it is there the sample is half written, and no load set: a generator that was stopped or killed is begun again in the same
    // folder.
    private const string Unfinished = "unfinished-sample";

    /// <summary>Creates the folder; an existing one must be empty or hold a sample, whole or half, which is then overwritten.</summary>
    /// <exception cref="UserException">The path is a file, cannot be created, or holds other files.</exception>
    public static string Prepare(string path)
    {
        try
        {
            string folder = Path.GetFullPath(path);
            bool taken = Directory.Exists(folder)
                && Directory.EnumerateFileSystemEntries(folder).Any()
                && !File.Exists(Path.Combine(folder, LoadSet))
                && !File.Exists(Path.Combine(folder, Unfinished));
            if (!taken)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(Path.Combine(folder, Unfinished), []);
                File.Delete(Path.Combine(folder, LoadSet));
                return folder;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserException(
                "The sample's folder cannot be created.", where: path, expected: "a folder that can be written",
                fix: "choose another folder", e);
        }

        throw new UserException(
            "The sample's folder holds other files.",
            where: path,
            expected: "a new or empty folder, or one with an earlier sample",
            fix: "choose another folder");
    }

    /// <summary>Says that every file of the sample is written, its load set last.</summary>
    public static void Finish(string folder) => File.Delete(Path.Combine(folder, Unfinished));
}
