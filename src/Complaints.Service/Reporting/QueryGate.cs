using Complaints.Domain;

namespace Complaints.Service.Reporting;

/// <summary>
/// Lets a bounded number of queries work at a time. The next one is refused at once: a queue without end only fails later.
/// </summary>
internal sealed class QueryGate : IDisposable
{
    private readonly SemaphoreSlim _free = new(Limits.ConcurrentQueries);

    /// <summary>Enters, or says no.</summary>
    internal IDisposable? TryEnter() => _free.Wait(0) ? new Pass(_free) : null;

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private sealed class Pass(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
