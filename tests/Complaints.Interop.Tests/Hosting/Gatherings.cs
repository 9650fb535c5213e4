using System.Collections.Concurrent;

namespace Complaints.Interop.Tests.Hosting;

// Holds callers back until as many as are expected have come, and counts the connections they came on.
public sealed class Gatherings
{
    private readonly ConcurrentDictionary<string, Gathering> _byCase = new();

    public Task<int> JoinAsync(string name, string connection, int expected, CancellationToken cancellationToken) =>
        _byCase.GetOrAdd(name, _ => new Gathering()).JoinAsync(connection, expected, cancellationToken);

    private sealed class Gathering
    {
        private readonly TaskCompletionSource<int> _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentDictionary<string, bool> _connections = new();
        private int _come;

        public Task<int> JoinAsync(string connection, int expected, CancellationToken cancellationToken)
        {
            _connections.TryAdd(connection, true);
            if (Interlocked.Increment(ref _come) == expected)
            {
                _complete.SetResult(_connections.Count);
            }

            return _complete.Task.WaitAsync(cancellationToken);
        }
    }
}
