using Complaints.Domain.Errors;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Complaints.Service.Tests.Hosting;

/// <summary>A service that stops ends what it has begun, and says meanwhile that it stops.</summary>
public sealed class StopTests
{
    private const int Queries = 50;
    private static readonly QueryRequest s_request = new() { Measures = { "stage1_made" } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queries_under_way_are_answered_while_health_says_no_and_new_ones_are_refused()
    {
        TaskCompletionSource started = new();
        TaskCompletionSource release = new();
        ComplaintsHost host = await ComplaintsHost.StartAsync(
            new FaultyWarehouse(async ct =>
            {
                started.TrySetResult();
                await release.Task.WaitAsync(ct);
                throw new UserException("An answer.");
            }),
            new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 },
            Token);
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        Complaints.Protocol.V1.Reporting.ReportingClient client = new(channel);
        Task<QueryResponse>[] queries = [.. Enumerable.Range(0, Queries).Select(_ => client.QueryAsync(s_request).ResponseAsync)];
        await started.Task;
        await Task.Delay(500, Token);

        Task stopping = host.DisposeAsync().AsTask();
        Health.HealthClient health = new(channel);
        while ((await health.CheckAsync(new HealthCheckRequest())).Status != ServingStatus.NotServing)
        {
            await Task.Delay(20, Token);
        }

        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await client.QueryAsync(s_request));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Contains("stopping", refused.Status.Detail, StringComparison.Ordinal);

        release.SetResult();
        foreach (Task<QueryResponse> query in queries)
        {
            Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => query)).StatusCode);
        }

        await stopping;
    }

    // Health said SERVING while every query failed.
    [Fact]
    public async Task Health_says_no_while_the_warehouse_cannot_be_opened()
    {
        bool isGone = false;
        FaultyWarehouse warehouse = FaultyWarehouse.Failing(new InvalidOperationException());
        warehouse.OnOpen = () =>
            isGone ? throw new NotReadyException("There is no warehouse.", where: "/srv/somewhere") : Task.CompletedTask;
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(
            warehouse, new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 }, Token);
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        Health.HealthClient health = new(channel);
        foreach (string service in (string[])["", "complaints.v1.Reporting", "complaints.v1.EscalationRisk"])
        {
            isGone = false;
            Assert.Equal(ServingStatus.Serving, (await health.CheckAsync(new HealthCheckRequest { Service = service })).Status);
            isGone = true;
            Assert.Equal(ServingStatus.NotServing, (await health.CheckAsync(new HealthCheckRequest { Service = service })).Status);
        }
    }
}
