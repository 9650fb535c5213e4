using System.Collections.Concurrent;
using Complaints.Interop.V1;

namespace Complaints.Interop.Tests.Hosting;

// What the server saw of a call that its caller gave up: the caller cannot be told on the call itself.
public sealed class Observations
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Observation>> _byCase = new();

    public void Note(string name, string outcome, bool hadDeadline) =>
        Of(name).TrySetResult(new Observation { Outcome = outcome, HadDeadline = hadDeadline });

    public Task<Observation> WaitAsync(string name, CancellationToken cancellationToken) =>
        Of(name).Task.WaitAsync(cancellationToken);

    private TaskCompletionSource<Observation> Of(string name) =>
        _byCase.GetOrAdd(name, _ => new TaskCompletionSource<Observation>(TaskCreationOptions.RunContinuationsAsynchronously));
}
