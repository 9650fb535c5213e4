using Complaints.Domain;
using Complaints.Protocol.Calls;
using Complaints.Protocol.Reporting;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.Admission;
using Complaints.Service.Tests.Faults;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Reporting;

/// <summary>What callers see when something goes wrong that is not theirs, and that nothing goes on after they left.</summary>
public sealed class FailureTests
{
    private static readonly QueryRequest s_request = new() { Measures = { "stage1_made" } };

    [Fact]
    public async Task Our_fault_is_INTERNAL_with_a_correlation_id_and_nothing_of_the_inside()
    {
        await using ComplaintsHost host = await Start(FaultyWarehouse.Failing(new InvalidOperationException("secret of the inside")));
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await Client(channel).QueryAsync(s_request));
        Assert.Equal(StatusCode.Internal, error.StatusCode);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        ErrorDetail detail = ErrorStatus.Detail(error)!;
        Assert.Equal(32, detail.CorrelationId.Length);
        Assert.Contains(detail.CorrelationId, error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_stops_the_query_in_the_engine()
    {
        (TaskCompletionSource started, TaskCompletionSource stopped) = (new(), new());
        await using ComplaintsHost host = await Start(FaultyWarehouse.Endless(started, stopped));
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        _ = await Client(channel).ListDimensionsAsync(new ListDimensionsRequest());
        RpcException error = await Assert.ThrowsAsync<RpcException>(
            async () => await Client(channel).QueryAsync(s_request, deadline: DateTime.UtcNow.AddSeconds(2)));
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.SkipUnless(started.Task.IsCompleted, "The machine was too busy to begin the query before its deadline.");
        await stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_caller_that_leaves_stops_the_query_in_the_engine()
    {
        (TaskCompletionSource started, TaskCompletionSource stopped) = (new(), new());
        await using ComplaintsHost host = await Start(FaultyWarehouse.Endless(started, stopped));
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        using var leave = new CancellationTokenSource();
        Task<QueryResponse> call = Client(channel).QueryAsync(s_request, cancellationToken: leave.Token).ResponseAsync;
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await leave.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);
        await stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_query_too_many_is_refused_at_once_and_those_that_wait_are_not_lost()
    {
        await using ComplaintsHost host = await Start(FaultyWarehouse.Endless(new TaskCompletionSource(), new TaskCompletionSource()));
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        using var leave = new CancellationTokenSource();
        List<Task> calls =
        [
            .. Enumerable.Range(0, QueryGate.Working + Limits.WaitingQueries + 1).Select(
                _ => Client(channel).QueryAsync(s_request, cancellationToken: leave.Token).ResponseAsync),
        ];
        Task first = await Task.WhenAny(calls);
        Assert.Equal(StatusCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(() => first)).StatusCode);
        await leave.CancelAsync();
        _ = calls.Remove(first);
        await Assert.ThrowsAsync<RpcException>(() => Task.WhenAll(calls));
        Assert.All(calls, call => Assert.Equal(StatusCode.Cancelled, ((RpcException)call.Exception!.InnerException!).StatusCode));
    }

    private static Complaints.Protocol.V1.Reporting.ReportingClient Client(GrpcChannel channel) => new(channel);

    private static Task<ComplaintsHost> Start(FaultyWarehouse warehouse) => ComplaintsHost.StartAsync(
        warehouse, new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 }, TestContext.Current.CancellationToken);
}
