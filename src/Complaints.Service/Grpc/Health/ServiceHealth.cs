using Complaints.Domain;
using Grpc.Health.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Complaints.Service.Grpc.Health;

/// <summary>
/// What each gRPC service says of itself: serving or not. Any part of the host may set it; the health service reports it.
/// Safe to use from several threads.
/// </summary>
public sealed class ServiceHealth
{
    /// <summary>The name under which the server as a whole is known.</summary>
    public const string WholeServer = "";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServingStatus> _statuses = new(StringComparer.Ordinal);
    private readonly HashSet<HealthWatch> _watches = [];
    private bool _stopped;

    /// <summary>Says whether a service serves, and tells those who watch it if that is news.</summary>
    /// <param name="service">Full name of the service, such as <c>complaints.v1.Reporting</c>, or <see cref="WholeServer"/>.</param>
    /// <param name="serving">Whether it serves.</param>
    public void Set(string service, bool serving)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (_gate)
        {
            // A late "serving" from some part that has not heard must not undo the shutdown.
            if (!_stopped)
            {
                Store(service, serving ? ServingStatus.Serving : ServingStatus.NotServing);
            }
        }
    }

    /// <summary>Says that no service serves any more, whatever is set afterwards. Callers go elsewhere while calls under way end.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            foreach (string service in _statuses.Keys.ToList())
            {
                Store(service, ServingStatus.NotServing);
            }
        }
    }

    internal ServingStatus? Find(string service)
    {
        lock (_gate)
        {
            return _statuses.TryGetValue(service, out ServingStatus status) ? status : null;
        }
    }

    internal HealthListResponse List()
    {
        HealthListResponse list = new();
        lock (_gate)
        {
            foreach ((string service, ServingStatus status) in _statuses)
            {
                list.Statuses.Add(service, new HealthCheckResponse { Status = status });
            }
        }

        return list;
    }

    // Null when as many are watching as may.
    internal HealthWatch? TryWatch(string service)
    {
        lock (_gate)
        {
            if (_watches.Count >= Limits.HealthWatchers)
            {
                return null;
            }

            HealthWatch watch = new(service, Forget);
            _watches.Add(watch);
            watch.Tell(_statuses.TryGetValue(service, out ServingStatus status) ? status : ServingStatus.ServiceUnknown);
            return watch;
        }
    }

    private void Store(string service, ServingStatus status)
    {
        if (_statuses.TryGetValue(service, out ServingStatus before) && before == status)
        {
            return;
        }

        _statuses[service] = status;
        foreach (HealthWatch watch in _watches)
        {
            if (watch.Service == service)
            {
                watch.Tell(status);
            }
        }
    }

    private void Forget(HealthWatch watch)
    {
        lock (_gate)
        {
            _watches.Remove(watch);
        }
    }
}
