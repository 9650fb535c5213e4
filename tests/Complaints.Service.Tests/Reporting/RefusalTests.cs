using System.Net;
using Complaints.Protocol.Calls;
using Complaints.Protocol.Reporting;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Reporting;

/// <summary>What callers are told when the mistake is in what they sent.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private ComplaintsHost _host = null!;
    private GrpcChannel _channel = null!;

    private Complaints.Protocol.V1.Reporting.ReportingClient Client => new(_channel);

    public async ValueTask InitializeAsync()
    {
        _host = await ComplaintsHost.StartAsync(
            FaultyWarehouse.Failing(new InvalidOperationException()),
            new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 },
            TestContext.Current.CancellationToken);
        _channel = GrpcChannel.ForAddress(_host.GrpcAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_the_callers_mistake_on_both_ports()
    {
        // A field of type 7, which there is not.
        byte[] nonsense = [0x0f, 0xff, 0xff];
        Method<byte[], byte[]> query = new(
            MethodType.Unary,
            "complaints.v1.Reporting",
            "Query",
            Marshallers.Create(bytes => bytes, bytes => bytes),
            Marshallers.Create(bytes => bytes, bytes => bytes));
        using AsyncUnaryCall<byte[]> call = _channel.CreateCallInvoker().AsyncUnaryCall(query, null, new CallOptions(), nonsense);
        RpcException error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.NotEmpty(ErrorStatus.Detail(error)!.Fix);

        using var http = new HttpClient();
        using var content = new ByteArrayContent([0, 0, 0, 0, 3, .. nonsense]);
        content.Headers.ContentType = new("application/grpc-web+proto");
        using HttpResponseMessage response = await http.PostAsync(
            new Uri(_host.WebAddress, "complaints.v1.Reporting/Query"), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("3", Assert.Single(response.Headers.GetValues("grpc-status")));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('€')]
    public async Task A_value_of_any_length_is_repeated_short_enough_to_arrive(char letter)
    {
        RpcException error = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.QueryAsync(new QueryRequest { Measures = { new string(letter, 100_000) } }));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        ErrorDetail detail = ErrorStatus.Detail(error)!;
        Assert.Contains($"{new string(letter, WireEcho.ValueCharacters)}…'", detail.What, StringComparison.Ordinal);
        Assert.DoesNotContain(new string(letter, WireEcho.ValueCharacters + 1), detail.What, StringComparison.Ordinal);
        Assert.True(
            error.Trailers.Sum(
                trailer => trailer.Key.Length + (trailer.IsBinary ? trailer.ValueBytes.Length * 4 / 3 : trailer.Value.Length)) < 8 * 1024);
    }

    [Fact]
    public async Task Every_part_of_a_query_that_is_wrong_is_named()
    {
        (QueryRequest Request, string Where)[] wrong =
        [
            (new QueryRequest { Measures = { "stage1_made" }, Years = { "2024" } }, "years"),
            (
                new QueryRequest { Measures = { "stage1_made" }, Filters = { new Filter { Dimension = "landlord", Values = { "?" } } } },
                "filter landlord"),
            (
                new QueryRequest { Measures = { "stage1_made" }, Filters = { new Filter { Dimension = "stock_type", Values = { "?" } } } },
                "filter stock_type"),
        ];
        foreach ((QueryRequest request, string where) in wrong)
        {
            RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await Client.QueryAsync(request));
            Assert.Equal(where, ErrorStatus.Detail(error)!.Where);
        }
    }

    [Fact]
    public async Task What_is_not_there_yet_is_a_failed_precondition_and_no_mistake_of_the_request()
    {
        RpcException error = await Assert.ThrowsAsync<RpcException>(
            async () => await new EscalationRisk.EscalationRiskClient(_channel).GetModelCardAsync(new GetModelCardRequest()));
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Contains("promote", ErrorStatus.Detail(error)!.Fix, StringComparison.Ordinal);
    }
}
