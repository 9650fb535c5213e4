using System.Text.Json;
using Complaints.Domain.Storage;

namespace Complaints.Escalation.Serving.Lines;

/// <summary>A file of lines that several processes add to: every line stands whole and on the disk before its writer is told so.</summary>
internal static class AppendedLines
{
    private const int Attempts = 500;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Adds a line; false where the file would become larger than it may, and nothing was written.</summary>
    /// <exception cref="IOException">The file cannot be written, or other processes kept it for ten seconds.</exception>
    public static bool TryAdd(string path, byte[] line, long mostBytes)
    {
        // Sharing nothing is the one mode that keeps two writers apart on every system; any other is a shared lock on Unix.
        using FileStream stream = Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (stream.Length > 0 && stream.Length + line.Length > mostBytes)
        {
            return false;
        }

        EndLine(stream);
        stream.Write(line);
        stream.Flush(flushToDisk: true);
        return true;
    }

    /// <summary>All lines, oldest first. Half a line was never acknowledged to whoever sent it, and is left out.</summary>
    public static IReadOnlyList<T> Read<T>(string path, JsonSerializerOptions json)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        List<T> records = [];
        using FileStream stream = Open(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is string line)
        {
            try
            {
                records.Add(JsonSerializer.Deserialize<T>(line, json)!);
            }
            catch (JsonException)
            {
                // Left out, see above.
            }
        }

        return records;
    }

    // A file that somebody else writes is free again within milliseconds.
    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, PrivateFiles.Options(mode, access, share));
            }
            catch (IOException e) when (attempt < Attempts && e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                Thread.Sleep(s_pause);
            }
        }
    }

    // A power failure may have left half a line; the next record must not become part of it.
    private static void EndLine(FileStream stream)
    {
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
            {
                stream.WriteByte((byte)'\n');
            }
        }
    }
}
