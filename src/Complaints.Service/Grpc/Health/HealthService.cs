using System.Threading.Channels;
using Complaints.Domain;
using Complaints.Service.Grpc.Reflection;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Hosting;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Complaints.Service.Grpc.Health;

// grpc.health.v1 over what ServiceHealth knows.
internal sealed class HealthService(ServiceHealth health, IHostApplicationLifetime lifetime)
    : global::Grpc.Health.V1.Health.HealthBase
{
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        ServingStatus status = health.Find(request.Service) ?? throw new RpcException(new Status(
            StatusCode.NotFound,
            $"There is no service '{request.Service}' here. List names those there are; an empty name asks for the server as a whole."));
        return Task.FromResult(new HealthCheckResponse { Status = status });
    }

    public override Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        HealthListResponse list = health.List();
        return list.Statuses.Count <= Limits.HealthServices
            ? Task.FromResult(list)
            : throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"There are {list.Statuses.Count} services, and a list holds {Limits.HealthServices}. Ask for one with Check."));
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using HealthWatch watch = health.TryWatch(request.Service) ?? throw new RpcException(new Status(
            StatusCode.ResourceExhausted, $"{Limits.HealthWatchers} callers watch already. Ask with Check instead."));
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, lifetime.ApplicationStopped);

        await foreach (ServingStatus status in watch.Read(ended.Token))
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);

            // A watch has no end of its own; the host's stop is one, or it would wait for every watcher.
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }
        }
    }
}

// Every mapped service is serving from the start to the stop of the host, unless one says otherwise of itself.
internal sealed class HealthLifetime(
    ServiceHealth health, DescriptorCatalogue catalogue, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Start);
        lifetime.ApplicationStopping.Register(health.Stop);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Start()
    {
        // What a service said of itself before the host had started stands.
        foreach (string service in catalogue.Services.Prepend(ServiceHealth.WholeServer).Where(name => health.Find(name) is null))
        {
            health.Set(service, serving: true);
        }
    }
}

// One caller's watch on one service. A caller slower than the changes sees the latest alone: that is what it asked for.
internal sealed class HealthWatch(string service, Action<HealthWatch> forget) : IDisposable
{
    private readonly Channel<ServingStatus> _news = Channel.CreateBounded<ServingStatus>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public string Service => service;

    public void Tell(ServingStatus status) => _news.Writer.TryWrite(status);

    public IAsyncEnumerable<ServingStatus> Read(CancellationToken cancellationToken) =>
        _news.Reader.ReadAllAsync(cancellationToken);

    public void Dispose() => forget(this);
}
