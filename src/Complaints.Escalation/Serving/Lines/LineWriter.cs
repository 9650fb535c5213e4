using System.Threading.Channels;
using Complaints.Domain;
using Complaints.Domain.Storage;

namespace Complaints.Escalation.Serving.Lines;

/// <summary>
/// Adds lines to a file that several processes add to, and says so once they are on the disk. Callers wait without a thread, for a bounded
/// time and in a bounded number; one writer at a time does the work, and all that wait share one flush. While another program keeps the
/// file, whoever comes is refused at once after the first has waited in vain.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="mostBytes">Bytes after which it is full.</param>
/// <param name="onFull">Makes room where the file is full, or throws.</param>
internal sealed class LineWriter(string path, long mostBytes, Action onFull)
{
    private const int LinesAFlush = 256;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly Channel<WaitingLine> _waiting = Channel.CreateBounded<WaitingLine>(Limits.WaitingLines);
    private int _writers;
    private volatile bool _kept;

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="late">What is written in its place once nobody waits for it any more; null for nothing.</param>
    /// <exception cref="IOException">The file cannot be written, or another program keeps it.</exception>
    public async Task AddAsync(byte[] line, byte[]? late)
    {
        WaitingLine waiting = new(line, late);
        bool isRefused = _kept && waiting.TryGiveUp();
        if (!_waiting.Writer.TryWrite(waiting))
        {
            throw new IOException($"{Limits.WaitingLines} lines wait for it already.");
        }

        Begin();
        if (!isRefused)
        {
            Task ended = await Task.WhenAny(waiting.OnDisk, Task.Delay(TimeSpan.FromSeconds(Limits.LineSeconds))).ConfigureAwait(false);
            if (ended == waiting.OnDisk || !waiting.TryGiveUp())
            {
                await waiting.OnDisk.ConfigureAwait(false);
                return;
            }

            _kept = true;
        }

        throw new IOException($"Another program has kept it for {Limits.LineSeconds} seconds.");
    }

    private void Begin()
    {
        if (Interlocked.Exchange(ref _writers, 1) == 0)
        {
            _ = Task.Run(WriteAsync);
        }
    }

    private async Task WriteAsync()
    {
        do
        {
            while (_waiting.Reader.TryPeek(out _))
            {
                await WriteSomeAsync().ConfigureAwait(false);
            }

            Volatile.Write(ref _writers, 0);
        }
        while (_waiting.Reader.TryPeek(out _) && Interlocked.Exchange(ref _writers, 1) == 0);
    }

    private async Task WriteSomeAsync()
    {
        List<WaitingLine> some = [];
        try
        {
            FileStream stream = await OpenAsync().ConfigureAwait(false);
            bool isFull;
            await using (stream.ConfigureAwait(false))
            {
                isFull = Write(stream, some);
            }

            _kept = false;
            some.ForEach(line => line.Written());
            if (isFull)
            {
                onFull();
            }
        }
#pragma warning disable CA1031 // Whatever it was, those that wait are told.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _kept = false;
            while (_waiting.Reader.TryRead(out WaitingLine? line))
            {
                some.Add(line);
            }

            some.ForEach(line => line.Failed(error));
        }
    }

    // Whether the file has no room for the next line.
    private bool Write(FileStream stream, List<WaitingLine> some)
    {
        EndLine(stream);
        while (some.Count < LinesAFlush && _waiting.Reader.TryPeek(out WaitingLine? next))
        {
            if (stream.Length > 0 && stream.Length + next.MostBytes > mostBytes)
            {
                stream.Flush(flushToDisk: true);
                return true;
            }

            _ = _waiting.Reader.TryRead(out _);
            some.Add(next);
            stream.Write(next.Take());
        }

        stream.Flush(flushToDisk: true);
        return false;
    }

    // Sharing nothing is the one mode that keeps two writers apart on every system; any other is a shared lock on Unix.
    private async Task<FileStream> OpenAsync()
    {
        RegularFile.Require(path);
        while (true)
        {
            try
            {
                return new FileStream(path, PrivateFiles.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                // Another writer lets it go within milliseconds; whoever keeps it longer makes those that wait give up, and their lines
                // follow later.
                await Task.Delay(s_pause).ConfigureAwait(false);
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
