using Complaints.Domain;
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
