using System.Net;
using System.Net.Sockets;
using Complaints.Cli.Tests.Running;
using Complaints.Protocol.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Cli.Tests;

/// <summary>How <c>serve</c> begins and ends as a process.</summary>
public sealed class ServiceStopTests(AgentWarehouse agent) : IClassFixture<AgentWarehouse>
{
    private const int Queries = 50;

    // The command line ended the process two seconds after the signal: 34 of 50 queries were cut off.
    [Fact]
    public async Task A_service_that_is_asked_to_end_answers_what_it_has_begun_and_ends_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGTERM is of Unix.");
        using ServiceRun service = await ServiceRun.StartAsync(agent.Sample, agent.Warehouse);
        using GrpcChannel channel = GrpcChannel.ForAddress(service.Address);
        Reporting.ReportingClient client = new(channel);
        QueryRequest request = new()
        {
            Measures = { "stage1_made", "ch01_stage1", "ch02_stage1", "ch02_stage2", "mean_days_to_respond_stage1" },
            GroupBy = { "landlord", "stock_type", "month", "category", "service_area" },
        };
        _ = await client.QueryAsync(request);
        Task<QueryResponse>[] queries = [.. Enumerable.Range(0, Queries).Select(_ => client.QueryAsync(request).ResponseAsync)];
        await Task.WhenAny(queries);

        Assert.Equal(0, await service.TerminateAsync());
        foreach (Task<QueryResponse> query in queries)
        {
            // What came after the signal, or waited too long on a slow machine, is told so; nothing is cut off.
            string? end = query.IsCompletedSuccessfully ? null : ((RpcException)query.Exception!.InnerException!).Status.Detail;
            Assert.True(
                end is null || end.Contains("stopping", StringComparison.Ordinal) || end.Contains("is busy", StringComparison.Ordinal),
                end);
        }

        Assert.Contains(queries, query => query.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_a_few_lines_and_without_a_stack_trace()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = $"{((IPEndPoint)other.LocalEndpoint).Port}";
        ProcessResult run = (
            await CommandLineRun.ComplaintsAsync(
                agent.Sample,
                "serve",
                "--warehouse",
                agent.Warehouse,
                "--port",
                port,
                "--web-port",
                "0")).Expect(3);
        Assert.StartsWith("error:", run.Messages, StringComparison.Ordinal);
        Assert.Contains(port, run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Messages, StringComparison.Ordinal);
    }
}
