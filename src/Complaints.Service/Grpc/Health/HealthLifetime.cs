using Complaints.Service.Grpc.Reflection;
using Microsoft.Extensions.Hosting;

namespace Complaints.Service.Grpc.Health;

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
