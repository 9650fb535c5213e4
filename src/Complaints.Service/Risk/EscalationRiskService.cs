using System.Diagnostics;
using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.Calls;
using Complaints.Protocol.Reporting;
using Complaints.Protocol.Risk;
using Complaints.Service.Reporting;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Risk;

/// <summary>
/// <c>complaints.v1.EscalationRisk</c>: the risk list of the model in use over gRPC. Who reads it is logged and recorded, and a caller sees the cases of the
/// landlords of the caller's scope alone; nobody sees nothing.
/// </summary>
internal sealed class EscalationRiskService(
    IRiskDesk desk, IPrincipalProvider principals, QueryGate gate, TimeProvider clock, ILogger<EscalationRiskService> log) : Wire.EscalationRisk.EscalationRiskBase
{
    public override Task<Wire.ListRiskResponse> ListRisk(Wire.ListRiskRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            RiskList list = await desk.ListAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ReportingTelemetry.Answered("list-risk", elapsed, list.Entries.Length);
            log.Listed(Name(principal), list.AsOf, list.ModelVersion, list.Entries.Length, list.AtRisk, elapsed.TotalMilliseconds);
            return RiskMapping.ToWire(list);
        });

    public override Task<Wire.ExplainRiskResponse> ExplainRisk(Wire.ExplainRiskRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            CaseExplanation explanation = await desk.ExplainAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ReportingTelemetry.Answered("explain-risk", elapsed, 1);
            log.Explained(Name(principal), explanation.AsOf, explanation.ModelVersion, elapsed.TotalMilliseconds);
            return RiskMapping.ToWire(explanation);
        });

    public override Task<Wire.GetModelCardResponse> GetModelCard(Wire.GetModelCardRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            RiskCard card = await desk.CardAsync(principal, ct).ConfigureAwait(false);
            log.ReadCard(Name(principal), card.ModelVersion);
            return new Wire.GetModelCardResponse { ModelVersion = card.ModelVersion, Markdown = card.Markdown };
        });

    public override Task<Wire.RecordFeedbackResponse> RecordFeedback(Wire.RecordFeedbackRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            Feedback feedback = await desk.RecordAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            log.Recorded(Name(principal), feedback.Id, feedback.Action, feedback.Outcome);
            return RiskMapping.ToResponse(feedback);
        });

    public override Task<Wire.ListFeedbackResponse> ListFeedback(Wire.ListFeedbackRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            FeedbackList list = await desk.FeedbackAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            log.ReadFeedback(Name(principal), list.Records.Length, list.Recorded);
            return RiskMapping.ToWire(list);
        });

    private static string Name(Principal? principal) => principal?.Name ?? AccessRecord.Nobody;

    // Within the caller's deadline, and within ours when there is none or a longer one.
    private async Task<T> WorkAsync<T>(ServerCallContext context, Func<Principal?, CancellationToken, Task<T>> work)
    {
        using IDisposable? pass = gate.TryEnter();
        if (pass is null)
        {
            log.Full(context.Method, Limits.ConcurrentQueries);
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted, $"{Limits.ConcurrentQueries} queries are under way already. Try again in a moment."));
        }

        using Activity? activity = ReportingTelemetry.Source.StartActivity(context.Method, ActivityKind.Server);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(Limits.QuerySeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, limit.Token);
        return await work(principals.Find(context), either.Token).ConfigureAwait(false);
    }
}

/// <summary>Messages of the risk service: who read or recorded what kind of thing, never which case or whose.</summary>
internal static partial class EscalationLog
{
    [LoggerMessage(
        EventId = 3201,
        Level = LogLevel.Information,
        Message = "{Principal} read the risk list of {AsOf:yyyy-MM-dd} made by model {Model}: {Cases} of {AtRisk} cases in {Milliseconds} ms")]
    internal static partial void Listed(
        this ILogger logger, string principal, DateOnly asOf, string model, int cases, int atRisk, double milliseconds);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Information, Message = "{Principal} had a score of {AsOf:yyyy-MM-dd} by model {Model} explained in {Milliseconds} ms")]
    internal static partial void Explained(this ILogger logger, string principal, DateOnly asOf, string model, double milliseconds);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Information, Message = "{Principal} read the card of model {Model}")]
    internal static partial void ReadCard(this ILogger logger, string principal, string model);

    [LoggerMessage(EventId = 3204, Level = LogLevel.Information, Message = "{Principal} recorded feedback {Id}: {Action}, {Outcome}")]
    internal static partial void Recorded(this ILogger logger, string principal, Guid id, FeedbackAction action, FeedbackOutcome outcome);

    [LoggerMessage(EventId = 3206, Level = LogLevel.Information, Message = "{Principal} read {Records} of {Recorded} records of feedback")]
    internal static partial void ReadFeedback(this ILogger logger, string principal, int records, int recorded);

    [LoggerMessage(EventId = 3205, Level = LogLevel.Warning, Message = "{Call} was refused: {Queries} queries are under way already")]
    internal static partial void Full(this ILogger logger, string call, int queries);
}
