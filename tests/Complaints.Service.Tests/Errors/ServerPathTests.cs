using Complaints.Domain.Errors;
using Complaints.Protocol.Calls;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Errors;

/// <summary>Nothing of the server's disk travels: errors are shared with the command line, which names files for a reason.</summary>
public sealed class ServerPathTests
{
    [Theory]
    [InlineData("/srv/warehouse/CURRENT")]
    [InlineData("/srv/my warehouse/generation 7.duckdb, line 3")]
    [InlineData("The published file '/srv/my warehouse/7.duckdb' has 3 bytes.")]
    [InlineData("Could not open /srv/warehouse/7.duckdb: no such file")]
    [InlineData("(/srv/warehouse/7.duckdb)")]
    [InlineData("Access to the path 'C:\\srv\\warehouse' is denied.")]
    [InlineData("C:\\srv\\warehouse")]
    [InlineData("run 'complaints load FILE --warehouse /srv/warehouse'")]
    [InlineData("It cannot be read.\n  where: /var/my srv/models\n  expected: a file\n  fix: restore it")]
    [InlineData("It cannot be read.\n  where: C:\\my srv\\models")]
    public void A_path_is_taken_out(string text) => Assert.DoesNotContain("srv", ServerPaths.Hide(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("2024/25")]
    [InlineData("'2024/25' is no year.")]
    [InlineData("a landlord and/or a stock type")]
    [InlineData("case_reference, source_system")]
    [InlineData("the one that it prints, such as http://127.0.0.1:5210/")]
    [InlineData("case '100/1' of 'CRM'")]
    [InlineData("filter landlord / stock_type")]
    public void What_is_no_path_stays(string text) => Assert.Equal(text, ServerPaths.Hide(text));

    [Fact]
    public void An_error_told_within_another_leaves_its_own_place_behind()
    {
        UserException inner = new("This is a folder.", "/srv/secret place/access.jsonl", "a file", "remove it");
        Assert.Equal("This is a folder.", UserException.WhatOf(inner));
        Assert.Equal("gone", UserException.WhatOf(new IOException("gone")));
    }

    [Fact]
    public async Task A_warehouse_that_is_gone_is_told_without_its_place_and_logged_with_it()
    {
        const string Place = "/srv/secret place/warehouse";
        FaultyWarehouse warehouse = FaultyWarehouse.Failing(
            new NotReadyException($"'{Place}' is no warehouse.", Place, "a warehouse", $"run 'complaints migrate --warehouse {Place}'"));
        LogLines log = new();
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(
            warehouse, new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0, Log = log }, TestContext.Current.CancellationToken);
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        Complaints.Protocol.V1.Reporting.ReportingClient client = new(channel);
        RpcException error = await Assert.ThrowsAsync<RpcException>(
            async () => await client.QueryAsync(new QueryRequest { Measures = { "stage1_made" } }));
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ErrorStatus.Detail(error)!.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            log.Lines, line => line.StartsWith("3002", StringComparison.Ordinal) && line.Contains(Place, StringComparison.Ordinal));
    }
}
