using Complaints.Domain.Errors;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;
using Complaints.Service.Tests.Fuzz;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Errors;

/// <summary>What strangers send does not fill the log, and what goes wrong at the start is told once.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_bad_message_is_one_line_of_the_log_and_no_stack_trace()
    {
        LogLines log = new();
        await using ComplaintsHost host = await StartAsync(log, port: 0);
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        Method<byte[], byte[]> query = new(
            MethodType.Unary,
            "complaints.v1.Reporting",
            "Query",
            Marshallers.Create(bytes => bytes, bytes => bytes),
            Marshallers.Create(bytes => bytes, bytes => bytes));
        for (int call = 0; call < 10; call++)
        {
            using AsyncUnaryCall<byte[]> bad = channel.CreateCallInvoker().AsyncUnaryCall(
                query, null, new CallOptions(), [0x0f, 0xff, 0xff]);
            await Assert.ThrowsAsync<RpcException>(() => bad.ResponseAsync);
        }

        Assert.Equal(10, log.Lines.Count(line => line.StartsWith("3006 ", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Empty(log.Loud);
    }

    [Theory]
    [InlineData(Port.Grpc, "complaints.v1.EscalationRisk/ListRisk")]
    [InlineData(Port.Web, "complaints.v1.Reporting/Query")]
    [InlineData(Port.WebText, "complaints.v1.EscalationRisk/ListRisk")]
    [InlineData(Port.Grpc, "grpc.health.v1.Health/Check")]
    [InlineData(Port.Web, "grpc.health.v1.Health/Check")]
    [InlineData(Port.Grpc, "grpc.health.v1.Health/Watch")]
    [InlineData(Port.Grpc, "grpc.reflection.v1.ServerReflection/ServerReflectionInfo")]
    [InlineData(Port.Grpc, "no.such.Service/Method")]
    internal async Task No_port_and_no_method_logs_a_bad_message_as_a_warning_or_with_a_stack_trace(Port port, string method)
    {
        LogLines log = new();
        await using ComplaintsHost host = await StartAsync(log, port: 0);
        using RawCall raw = new(host);
        Random random = new(1);
        for (int call = 0; call < 60; call++)
        {
            byte[] noise = new byte[random.Next(1, 40)];
            random.NextBytes(noise);
            byte[] frame = [(byte)(call % 5 == 0 ? 9 : 0), 0, 0, 0, (byte)noise.Length, .. noise];
            await raw.StatusAsync(port, method, frame, "500m", TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Empty(log.Loud);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_by_its_error_alone()
    {
        LogLines log = new();
        await using ComplaintsHost first = await StartAsync(log, port: 0);
        await Assert.ThrowsAsync<UserException>(() => StartAsync(log, first.GrpcAddress.Port));
        Assert.DoesNotContain(log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Loud, line => line.Contains("Hosting failed", StringComparison.Ordinal));
    }

    private static Task<ComplaintsHost> StartAsync(LogLines log, int port) => ComplaintsHost.StartAsync(
        FaultyWarehouse.Failing(new InvalidOperationException()),
        new ComplaintsHostOptions { GrpcPort = port, WebPort = 0, Log = log },
        TestContext.Current.CancellationToken);
}
