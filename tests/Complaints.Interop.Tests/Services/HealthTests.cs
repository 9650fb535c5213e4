using Complaints.Interop.Tests.Hosting;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Complaints.Interop.Tests.Services;

public sealed class HealthTests
{
    [Fact]
    public async Task A_stopping_host_tells_its_watchers_and_does_not_wait_for_them()
    {
        ProbeHost stopping = new();
        await stopping.InitializeAsync();
        using GrpcChannel channel = GrpcChannel.ForAddress(stopping.GrpcAddress);
        using AsyncServerStreamingCall<HealthCheckResponse> watch =
            new Health.HealthClient(channel).Watch(new HealthCheckRequest());
        ServingStatus first = await NextAsync(watch);
        Assert.Equal(ServingStatus.Serving, first == ServingStatus.Unknown ? await NextAsync(watch) : first);

        await stopping.DisposeAsync();

        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
        Assert.False(await watch.ResponseStream.MoveNext());
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        return watch.ResponseStream.Current.Status;
    }
}
