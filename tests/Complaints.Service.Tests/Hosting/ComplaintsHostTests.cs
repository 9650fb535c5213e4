using System.Net;
using Complaints.Domain.Errors;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1;

namespace Complaints.Service.Tests.Hosting;

public sealed class ComplaintsHostTests
{
    [Fact]
    public async Task Without_sign_in_it_listens_on_loopback_alone()
    {
        foreach (IPAddress address in (IPAddress[])[IPAddress.Any, IPAddress.IPv6Any, IPAddress.Parse("192.0.2.1")])
        {
            UserException error = await Assert.ThrowsAsync<UserException>(
                () => Start(new ComplaintsHostOptions { Address = address, GrpcPort = 0, WebPort = 0 }));
            Assert.Contains("without sign-in", error.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using ComplaintsHost first = await Start(new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 });
        int taken = first.GrpcAddress.Port;
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => Start(new ComplaintsHostOptions { GrpcPort = taken, WebPort = 0 }));
        Assert.Contains($"{taken}", error.What, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UserException>(() => Start(new ComplaintsHostOptions { GrpcPort = 65_536 }));
        await Assert.ThrowsAsync<UserException>(() => Start(new ComplaintsHostOptions { GrpcPort = 5000, WebPort = 5000 }));
    }

    [Fact]
    public async Task It_says_that_it_is_healthy_and_lists_its_services()
    {
        await using ComplaintsHost host = await Start(new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 });
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        HealthCheckResponse health = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        using AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> reflection =
            new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo();
        await reflection.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, TestContext.Current.CancellationToken);
        Assert.True(await reflection.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Contains(
            "complaints.v1.Reporting", reflection.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name));
        await reflection.RequestStream.CompleteAsync();
    }

    [Fact]
    public async Task The_web_port_answers_gRPC_Web_over_HTTP_1()
    {
        await using ComplaintsHost host = await Start(new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 });
        using var http = new HttpClient();
        using var content = new ByteArrayContent([0, 0, 0, 0, 0]);
        content.Headers.ContentType = new("application/grpc-web+proto");
        using HttpResponseMessage response = await http.PostAsync(
            new Uri(host.WebAddress, "complaints.v1.Reporting/ListDimensions"), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Contains("reporting_year", System.Text.Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.Contains(
            "grpc-status:",
            System.Text.Encoding.UTF8.GetString(body).Replace(" ", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase);
    }

    private static Task<ComplaintsHost> Start(ComplaintsHostOptions options) => ComplaintsHost.StartAsync(
        FaultyWarehouse.Failing(new InvalidOperationException()), options, TestContext.Current.CancellationToken);
}
