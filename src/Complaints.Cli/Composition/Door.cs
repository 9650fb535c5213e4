namespace Complaints.Cli.Composition;

/// <summary>Where a command asks, with what had to be opened for it; dispose it when the answer is there.</summary>
/// <typeparam name="T">What answers.</typeparam>
/// <param name="asked">What answers.</param>
/// <param name="opened">What was opened for it, in order.</param>
internal sealed class Door<T>(T asked, params object[] opened) : IAsyncDisposable
{
    /// <summary>What answers.</summary>
    public T Asked { get; } = asked;

    public async ValueTask DisposeAsync()
    {
        foreach (object one in opened.Reverse())
        {
            if (one is IAsyncDisposable slow)
            {
                await slow.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                ((IDisposable)one).Dispose();
            }
        }
    }
}
