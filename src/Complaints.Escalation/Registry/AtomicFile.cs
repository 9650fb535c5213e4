namespace Complaints.Escalation.Registry;

/// <summary>Replaces a file in one step: a reader sees the old one or the new one, whole.</summary>
internal static class AtomicFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        // A name of its own, so that two writers never share a half-written file.
        string temporary = $"{path}.{Path.GetRandomFileName()}.new";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
