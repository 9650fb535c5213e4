using Complaints.Domain.Errors;
using Complaints.Measures.Queries;
using Complaints.Protocol.Reporting;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;

namespace Complaints.Service.Tests.Reporting;

/// <summary>What a client of ours says when it is sent to a port that speaks something else.</summary>
public sealed class WrongAddressTests
{
    [Fact]
    public async Task The_gRPC_Web_port_given_as_the_service_is_named_as_what_it_is()
    {
        await using ComplaintsHost host = await StartAsync();
        using var client = new ReportingClient(host.WebAddress);
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => client.QueryAsync(
                new FigureQuery { Measures = ["stage1_made"] }, principal: null, TestContext.Current.CancellationToken));
        Assert.Contains("gRPC-Web port", error.What, StringComparison.Ordinal);
        Assert.Contains("gRPC port", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_service_asked_over_TLS_says_so()
    {
        await using ComplaintsHost host = await StartAsync();
        using var client = new ReportingClient(new Uri($"https://{host.GrpcAddress.Authority}"));
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => client.QueryAsync(
                new FigureQuery { Measures = ["stage1_made"] }, principal: null, TestContext.Current.CancellationToken));
        Assert.Contains("http://", error.Fix, StringComparison.Ordinal);
    }

    private static Task<ComplaintsHost> StartAsync() => ComplaintsHost.StartAsync(
        FaultyWarehouse.Failing(new InvalidOperationException()),
        new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 },
        TestContext.Current.CancellationToken);
}
