using Complaints.Domain.Errors;

namespace Complaints.Samples.Files;

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
                "The sample's folder cannot be created.", where: path, expected: "a folder that can be written",
                fix: "choose another folder", e);
        }

        throw new UserException(
            "The sample's folder holds other files.",
            where: path,
            expected: "a new or empty folder, or one with an earlier sample",
            fix: "choose another folder");
    }
}
