using System.Diagnostics;
using Complaints.Domain;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Tests.Escalation;

/// <summary>Another program keeps a file in which calls are recorded: every call to feedback writes both.</summary>
[Collection(ServedRisk.Shared)]
public sealed class KeptRecordTests(ServedRisk served)
{
    private const int Writers = 100;

    // Every reader slept inside one lock, on a thread of its request; and then each kept its turn while it waited, so that queries which
    // record nothing were told that the service is busy.
    [Theory]
    [InlineData(AccessLog.FileName)]
    [InlineData(FeedbackLog.FileName)]
    public async Task A_file_that_another_program_keeps_holds_up_those_who_write_it_for_seconds_and_queries_not_at_all(string file)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(served.Host.GrpcAddress);
        Wire.Reporting.ReportingClient figures = new(channel);
        CallOptions options = new(ServedRisk.As("all"));
        QueryRequest query = new() { Measures = { "stage1_made" } };
        await figures.QueryAsync(query, options);
        RiskCase first = (await served.Client.ListRiskAsync(new ListRiskRequest { Top = 1 }, options)).Cases[0];
        await served.Client.RecordFeedbackAsync(Feedback(first), options);

        Stopwatch watch;
        Task<RecordFeedbackResponse>[] writers;
        TimeSpan slowest = TimeSpan.Zero;
        using (new FileStream(Path.Combine(served.Registry.Folder, file), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            watch = Stopwatch.StartNew();
            writers = [.. Enumerable.Range(0, Writers).Select(_ => RecordAsync(first))];
            await Task.Delay(500, TestContext.Current.CancellationToken);
            while (watch.Elapsed < TimeSpan.FromSeconds(Limits.LineSeconds - 1))
            {
                TimeSpan begun = watch.Elapsed;
                await figures.ListMeasuresAsync(new ListMeasuresRequest(), options);
                await figures.QueryAsync(query, options);
                slowest = watch.Elapsed - begun > slowest ? watch.Elapsed - begun : slowest;
            }

            foreach (Task<RecordFeedbackResponse> writer in writers)
            {
                RpcException refused = await Assert.ThrowsAsync<RpcException>(() => writer);
                Assert.True(refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.ResourceExhausted, refused.Status.Detail);
                Assert.DoesNotContain(served.Registry.Folder, refused.Status.Detail, StringComparison.Ordinal);
            }

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5 * Limits.LineSeconds));
        }

        Assert.True(slowest < TimeSpan.FromSeconds(Limits.LineSeconds / 2.0), $"A query took {slowest.TotalSeconds:0.0} s beside {Writers} calls that waited.");
        await KeptInAMomentAsync(first);
    }

    // A record that comes while the last of those that waited are being given up can be given up with them: it says to try again.
    private async Task KeptInAMomentAsync(RiskCase of)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await RecordAsync(of);
                return;
            }
            catch (RpcException busy) when (busy.StatusCode == StatusCode.FailedPrecondition
                && watch.Elapsed.TotalSeconds < Limits.LineSeconds)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private Task<RecordFeedbackResponse> RecordAsync(RiskCase of) =>
        served.Client.RecordFeedbackAsync(Feedback(of), new CallOptions(ServedRisk.As("all"))).ResponseAsync;

    private static RecordFeedbackRequest Feedback(RiskCase of) => new()
    {
        CaseReference = of.CaseReference,
        SourceSystem = of.SourceSystem,
        AsOf = "2025-06-30",
        Action = Wire.FeedbackAction.Called,
        Outcome = Wire.FeedbackOutcome.Resolved,
    };
}
