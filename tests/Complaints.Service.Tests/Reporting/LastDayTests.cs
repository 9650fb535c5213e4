using Complaints.Protocol.Calls;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Faults;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Reporting;

/// <summary>The ends of the calendar: a day after the last one cannot be reckoned, and was INTERNAL.</summary>
public sealed class LastDayTests
{
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-30")]
    [InlineData("0001-01-01")]
    public async Task A_day_that_nothing_can_be_reckoned_from_is_the_callers_mistake_in_every_field(string day)
    {
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(
            FaultyWarehouse.Failing(new InvalidOperationException()),
            new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 },
            TestContext.Current.CancellationToken);
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        Complaints.Protocol.V1.Reporting.ReportingClient figures = new(channel);
        EscalationRisk.EscalationRiskClient risk = new(channel);
        (string Field, Func<Task> Call)[] calls =
        [
            ("from", () => figures.QueryAsync(new QueryRequest { Measures = { "stage1_made" }, From = day }).ResponseAsync),
            ("to", () => figures.QueryAsync(new QueryRequest { Measures = { "stage1_made" }, To = day }).ResponseAsync),
            ("as_at", () => figures.QueryAsync(new QueryRequest { Measures = { "stage1_made" }, AsAt = day }).ResponseAsync),
            ("as_of", () => risk.ListRiskAsync(new ListRiskRequest { AsOf = day }).ResponseAsync),
            ("as_of", () => risk.ExplainRiskAsync(new ExplainRiskRequest { CaseReference = "1", AsOf = day }).ResponseAsync),
            ("as_of", () => risk.RecordFeedbackAsync(new RecordFeedbackRequest { CaseReference = "1", AsOf = day }).ResponseAsync),
        ];
        foreach ((string field, Func<Task> call) in calls)
        {
            RpcException error = await Assert.ThrowsAsync<RpcException>(call);
            Assert.Equal((StatusCode.InvalidArgument, field), (error.StatusCode, ErrorStatus.Detail(error)!.Where));
        }
    }
}
