using System.Text;
using Complaints.Domain.Storage;
using Complaints.Etl.Extract.Content;

namespace Complaints.Etl.Extract.Text;

/// <summary>A text file that has been looked through once and is opened for parsing, as UTF-8 whatever it is on disk.</summary>
internal sealed record TextSource(string Path, Stream Utf8, bool EndsWithLineBreak, string Sha256, string EncodingName, long FileBytes)
{
    /// <summary>Line breaks; 0 where the file was not looked through.</summary>
    internal long Lines { get; init; }

    internal static TextSource Open(string path, FileStream file, bool gzip, ReadOptions options, CancellationToken cancellationToken)
    {
        TextFacts facts = Scan(path, file, gzip, cancellationToken);
        (string encodingName, int markBytes) = EncodingChoice.Choose(path, facts, options.EncodingName);
        return new TextSource(
            path,
            Decoded(path, file, gzip, encodingName, markBytes),
            facts.EndsWithLineBreak,
            facts.Sha256,
            encodingName,
            file.Length)
        {
            Lines = facts.Lines,
        };
    }

    /// <summary>Opens a file again whose encoding is known.</summary>
    internal static TextSource Reopen(TableInfo known, FileStream file, bool gzip)
    {
        byte[] head = new byte[3];
        if (gzip)
        {
            using var start = new InflatingStream(known.Path, file, leaveOpen: true);
            start.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        else
        {
            file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }

        (_, int markBytes) = EncodingChoice.Mark(known.Path, head);
        return new TextSource(
            known.Path,
            Decoded(known.Path, file, gzip, known.EncodingName!, markBytes),
            EndsWithLineBreak: true,
            known.Sha256,
            known.EncodingName!,
            file.Length);
    }

    private static Stream Decoded(string path, FileStream file, bool gzip, string encodingName, int markBytes)
    {
        file.Position = 0;
        Stream content = gzip ? new InflatingStream(path, file, leaveOpen: false) : file;
        content.ReadExactly(new byte[markBytes]);
        return encodingName == EncodingChoice.Utf8
            ? content
            : Encoding.CreateTranscodingStream(
                content,
                EncodingChoice.Strict(encodingName),
                EncodingChoice.Strict(EncodingChoice.Utf8));
    }

    private static TextFacts Scan(string path, FileStream file, bool gzip, CancellationToken cancellationToken)
    {
        // Hashing costs as much as all other looks together, so it goes beside them; a refusal stops it.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string> sha256 = Task.Run(() => Hash(path, stop.Token), stop.Token);
        try
        {
            return ScanContent(path, file, gzip, sha256.GetAwaiter().GetResult, cancellationToken);
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)sha256).AsyncWaitHandle.WaitOne();
        }
    }

    private static TextFacts ScanContent(string path, FileStream file, bool gzip, Func<string> sha256, CancellationToken cancellationToken)
    {
        if (!gzip)
        {
            return TextScan.Run(path, file, sha256, cancellationToken);
        }

        using var content = new InflatingStream(path, file, leaveOpen: true);
        TextFacts facts = TextScan.Run(path, content, sha256, cancellationToken);
        ContentKind inside = FileHead.Kind(facts.Head);
        return inside == ContentKind.Text
            ? facts
            : throw Refusal.Of(
                path,
                $"The gzip file holds another packed file ({inside}).",
                "one text table inside the gzip file",
                "unpack it and load what is inside");
    }

    private static string Hash(string path, CancellationToken cancellationToken)
    {
        using FileStream file = FileHead.Open(path, out _);
        return Sha256Hex.Of(file, cancellationToken);
    }
}
