using System.Net;
using Complaints.Protocol.Reporting;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Hosting;

/// <summary>
/// A page in a browser on this machine reaches loopback: without sign-in, the host and the origin of a call are the only door.
/// </summary>
public sealed class LoopbackDoorTests : IAsyncLifetime
{
    private const string Call = "complaints.v1.Reporting/ListDimensions";
    private readonly HttpClient _http = new();
    private ComplaintsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ComplaintsHost.StartAsync(
        FaultyWarehouse.Failing(new InvalidOperationException()),
        new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5211")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.0.2.1")]
    public async Task A_page_whose_name_is_made_to_point_here_is_refused(string host)
    {
        using HttpResponseMessage response = await PostAsync(host);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(
            "reporting_year", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:8080")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5211")]
    public async Task This_machine_is_answered_by_any_of_its_names(string host)
    {
        using HttpResponseMessage response = await PostAsync(host);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_gRPC_port_asks_for_the_same_names()
    {
        using var handler = new ForeignHost(new SocketsHttpHandler());
        using GrpcChannel channel = GrpcChannel.ForAddress(_host.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });
        var client = new Complaints.Protocol.V1.Reporting.ReportingClient(channel);
        RpcException error = await Assert.ThrowsAsync<RpcException>(
            async () => await client.ListDimensionsAsync(new ListDimensionsRequest()));
        Assert.Equal(StatusCode.PermissionDenied, error.StatusCode);
        Assert.Contains("localhost", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_another_port_of_this_machine_may_ask_before_it_calls_and_read_the_answer()
    {
        foreach (string origin in (string[])["http://localhost:3000", "http://127.0.0.1:8000"])
        {
            using HttpResponseMessage asked = await PreflightAsync(origin);
            Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
            Assert.Equal(origin, Header(asked, "Access-Control-Allow-Origin"));
            Assert.Contains("POST", Header(asked, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
            Assert.Contains("x-grpc-web", Header(asked, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);

            using HttpResponseMessage called = await PostAsync(null, origin);
            Assert.Equal(HttpStatusCode.OK, called.StatusCode);
            Assert.Equal(origin, Header(called, "Access-Control-Allow-Origin"));
            Assert.Contains("grpc-status", Header(called, "Access-Control-Expose-Headers"), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost.evil.example:3000")]
    [InlineData("null")]
    public async Task A_page_from_elsewhere_is_refused_before_and_when_it_calls(string origin)
    {
        using HttpResponseMessage asked = await PreflightAsync(origin);
        using HttpResponseMessage called = await PostAsync(null, origin);
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        Assert.False(asked.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Forbidden, called.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(',', response.Headers.GetValues(name));

    private Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        HttpRequestMessage request = new(HttpMethod.Options, new Uri(_host.WebAddress, Call));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-grpc-web,x-user-agent");
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> PostAsync(string? host, string? origin = null)
    {
        HttpRequestMessage request = new(HttpMethod.Post, new Uri(_host.WebAddress, Call))
        {
            Content = new ByteArrayContent([0, 0, 0, 0, 0]),
        };
        request.Content.Headers.ContentType = new("application/grpc-web+proto");
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class ForeignHost(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = "evil.example";
            return base.SendAsync(request, cancellationToken);
        }
    }
}
