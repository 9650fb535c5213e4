using Complaints.Domain.Storage;

namespace Complaints.Etl.Extract.Content;

/// <summary>Tells files from what only looks like one: opening a pipe waits for a writer without end, and a device never ends.</summary>
internal static class OrdinaryFile
{
    /// <summary>Refuses what holds no bytes of its own. The file is not opened for it.</summary>
    /// <exception cref="Complaints.Domain.Errors.UserException">Empty, a pipe or a device, or a link that leads nowhere.</exception>
    internal static void Check(string path)
    {
        try
        {
            RegularFile.Require(path);
            var file = new FileInfo(path);
            if (file.LinkTarget is not null)
            {
                file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            }

            if (file.Exists && file.Length == 0)
            {
                throw Refusal.Of(
                    path,
                    "The file is empty, or it is a pipe or a device and no ordinary file.",
                    "an ordinary file with a header and rows",
                    "export it again, or copy the data into a file first");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refusal.Of(
                path, $"The file cannot be found: {e.Message}", "an ordinary file", "check the name, and where links on the way lead", e);
        }
    }
}
