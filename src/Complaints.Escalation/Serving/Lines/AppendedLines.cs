using System.Text.Json;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Escalation.Serving.Lines;

/// <summary>Reads a file of lines that processes add to.</summary>
internal static class AppendedLines
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>All lines, oldest first. Half a line was never acknowledged to whoever sent it, and is left out.</summary>
    /// <exception cref="NotReadyException">Another program keeps the file; a writer of ours lets it go within milliseconds.</exception>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(string path, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        RegularFile.Require(path);
        if (!File.Exists(path))
        {
            return [];
        }

        List<T> records = [];
        using StreamReader reader = new(await OpenAsync(path, cancellationToken).ConfigureAwait(false));
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is string line)
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

    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                if (TimeProvider.System.GetElapsedTime(start).TotalSeconds > Limits.LineSeconds)
                {
                    throw new NotReadyException(
                        "What was recorded cannot be read now: another program keeps the file.", where: path, expected: "a file that can be read", fix: "try again in a moment", inner: e);
                }

                await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
