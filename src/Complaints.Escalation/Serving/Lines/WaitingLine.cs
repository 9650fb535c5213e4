namespace Complaints.Escalation.Serving.Lines;

/// <summary>A line that waits for its file: taken by the writer, or given up by whoever waited for it, but not both.</summary>
internal sealed class WaitingLine(byte[] line, byte[]? late)
{
    private const int Waits = 0;
    private const int IsTaken = 1;
    private const int IsGivenUp = 2;

    private readonly TaskCompletionSource _onDisk = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    /// <summary>Ends when the line is on the disk, or cannot be.</summary>
    public Task OnDisk => _onDisk.Task;

    /// <summary>Bytes that it may take.</summary>
    public int MostBytes => Math.Max(line.Length, late?.Length ?? 0);

    /// <summary>Nobody waits for it any more, unless it is being written.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, IsGivenUp, Waits) == Waits;

    /// <summary>What is to be written.</summary>
    public ReadOnlySpan<byte> Take() => Interlocked.CompareExchange(ref _state, IsTaken, Waits) == Waits ? line : late;

    /// <summary>It is on the disk.</summary>
    public void Written() => _onDisk.TrySetResult();

    /// <summary>It cannot be written.</summary>
    public void Failed(Exception error)
    {
        _onDisk.TrySetException(error);

        // Where nobody waits any more, nobody looks at the error either.
        _ = _onDisk.Task.Exception;
    }
}
