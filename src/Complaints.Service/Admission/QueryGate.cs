using System.Diagnostics;
using System.Threading.RateLimiting;
using Complaints.Domain;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Admission;

/// <summary>
/// Lets in as many queries as the machine serves at once. The next wait for a bounded time in a bounded queue, first come first served, and
/// are then refused: a queue without end only fails later. What is let in works within the caller's deadline and within ours.
/// </summary>
internal sealed class QueryGate : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private static readonly AsyncLocal<RateLimitLease?> s_turn = new();

    private readonly ConcurrencyLimiter _limiter;
    private readonly TimeProvider _clock;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<QueryGate> _log;
    private int _inside;

    public QueryGate(TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<QueryGate> log)
    {
        _lifetime = lifetime;
        _clock = clock;
        _log = log;
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = Working,
            QueueLimit = Limits.WaitingQueries,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Queries that work at a time: two a core keep the cores busy while one of them reads or writes.</summary>
    internal static int Working { get; } = Math.Clamp(2 * Environment.ProcessorCount, Limits.LeastConcurrentQueries, Limits.QueriesAtOnce);

    /// <summary>Does the work of a call when its turn comes.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: its turn did not come.</exception>
    internal async Task<T> WorkAsync<T>(ServerCallContext context, Func<CancellationToken, Task<T>> work)
    {
        Interlocked.Increment(ref _inside);
        try
        {
            return _lifetime.ApplicationStopping.IsCancellationRequested
                ? throw Stopping()
                : await TakeTurnAsync(context, work).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    private async Task<T> TakeTurnAsync<T>(ServerCallContext context, Func<CancellationToken, Task<T>> work)
    {
        using RateLimitLease turn = await WaitAsync(context).ConfigureAwait(false);
        s_turn.Value = turn;
        using Activity? activity = ServiceTelemetry.Source.StartActivity(context.Method, ActivityKind.Server);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(Limits.QuerySeconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, limit.Token);
        return await work(either.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives back the turn of the call that asks for it, before its end: its work is done, and what it waits for (a line in a file that
    /// another program may keep) uses no processor. Calls that wait so would keep out those that could work.
    /// </summary>
    internal static void GiveBack() => s_turn.Value?.Dispose();

    /// <summary>Queries that work or wait.</summary>
    internal int Inside => Volatile.Read(ref _inside);

    /// <summary>Waits until the last query has its answer, but no longer than it may.</summary>
    internal async Task DrainAsync(TimeSpan most)
    {
        long start = _clock.GetTimestamp();
        while (Inside > 0 && _clock.GetElapsedTime(start) < most)
        {
            await Task.Delay(s_look).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private static RpcException Stopping() =>
        new(new Status(StatusCode.Unavailable, "The service is stopping. Ask again when it is back."));

    private async Task<RateLimitLease> WaitAsync(ServerCallContext context)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(Limits.QueryWaitSeconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, patience.Token);
        try
        {
            RateLimitLease turn = await _limiter.AcquireAsync(1, either.Token).ConfigureAwait(false);
            if (turn.IsAcquired)
            {
                return turn;
            }

            turn.Dispose();
        }
        catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
        {
            // Its patience ended, and not the caller's.
        }

        _log.Full(context.Method, Working, Limits.WaitingQueries);
        throw new RpcException(new Status(
            StatusCode.ResourceExhausted, $"The service is busy: {Working} queries are under way and others wait. Try again in a moment."));
    }
}

