using Complaints.Interop.Tests.Hosting;
using Complaints.Service.Grpc.Health;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Complaints.Interop.Tests.Services;

public sealed class HealthTests(ProbeHost host) : IClassFixture<ProbeHost>, IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(host.GrpcAddress);

    private Health.HealthClient Client => new(_channel);

    private ServiceHealth Registry => host.Services.GetRequiredService<ServiceHealth>();

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task A_watcher_hears_of_each_change_and_of_nothing_else()
    {
        const string Service = "test.Changing";
        using AsyncServerStreamingCall<HealthCheckResponse> watch = Client.Watch(new HealthCheckRequest { Service = Service });

        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(watch));
        Registry.Set(Service, serving: true);
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));
        Registry.Set(Service, serving: true);
        Registry.Set("test.Other", serving: false);
        Registry.Set(Service, serving: false);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
    }

    [Fact]
    public async Task A_list_names_every_service_and_the_server_as_a_whole()
    {
        HealthListResponse list = await Client.ListAsync(new HealthListRequest());
        Assert.Equal(ServingStatus.Serving, list.Statuses[string.Empty].Status);
        Assert.Equal(ServingStatus.Serving, list.Statuses["complaints.interop.v1.Probe"].Status);
        Assert.Equal(ServingStatus.Serving, list.Statuses["grpc.health.v1.Health"].Status);
    }

    [Fact]
    public async Task A_stopping_host_tells_its_watchers_and_does_not_wait_for_them()
    {
        ProbeHost stopping = new();
        await stopping.InitializeAsync();
        using GrpcChannel channel = GrpcChannel.ForAddress(stopping.GrpcAddress);
        using AsyncServerStreamingCall<HealthCheckResponse> watch =
            new Health.HealthClient(channel).Watch(new HealthCheckRequest());
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));

        await stopping.DisposeAsync();

        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
        Assert.False(await watch.ResponseStream.MoveNext());
    }

    [Fact]
    public void After_a_stop_nothing_serves_again()
    {
        ServiceHealth health = new();
        health.Set("test.Late", serving: true);
        health.Stop();
        health.Set("test.Late", serving: true);
        Assert.Equal(ServingStatus.NotServing, health.Find("test.Late"));
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext());
        return watch.ResponseStream.Current.Status;
    }
}
