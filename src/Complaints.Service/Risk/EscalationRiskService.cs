using System.Diagnostics;
using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
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
    RiskDesk desk, FeedbackDesk feedbacks, IPrincipalProvider principals, QueryGate gate, TimeProvider clock, ILogger<EscalationRiskService> log) : Wire.EscalationRisk.EscalationRiskBase
{
    private const int DefaultTop = 20;

    public override Task<Wire.ListRiskResponse> ListRisk(Wire.ListRiskRequest request, ServerCallContext context) =>
        WorkAsync(context, Asked(context, RiskAccess.List) with { Landlord = WireText.Optional(request.Landlord) }, async ct =>
        {
            long start = clock.GetTimestamp();
            Principal? principal = principals.Find(context);
            RiskListQuery query = new()
            {
                AsOf = WireText.Day(request.AsOf, "as_of"),
                Landlord = WireText.Optional(request.Landlord),
                ServiceArea = WireText.Optional(request.ServiceArea),
                Category = WireText.Optional(request.Category),
                State = RiskMapping.State(request.State),
                LeastProbability = request.LeastProbability,
                Top = request.Top == 0 ? DefaultTop : request.Top,
                MaySee = Scope(principal).Allows,
            };
            RiskList list = await desk.ListAsync(query, ct).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ReportingTelemetry.Answered("list-risk", elapsed, list.Entries.Length);
            log.Listed(principal?.Name ?? AccessRecord.Nobody, list.AsOf, list.ModelVersion, list.Entries.Length, list.AtRisk, elapsed.TotalMilliseconds);
            return list;
        },
        (record, list) => record with { AsOf = list.AsOf, ModelVersion = list.ModelVersion, Rows = list.Entries.Length },
        RiskMapping.ToWire);

    public override Task<Wire.ExplainRiskResponse> ExplainRisk(Wire.ExplainRiskRequest request, ServerCallContext context) =>
        WorkAsync(context, Asked(context, RiskAccess.Explanation) with { CaseReference = request.CaseReference, SourceSystem = WireText.Optional(request.SourceSystem) }, async ct =>
        {
            long start = clock.GetTimestamp();
            Principal principal = Somebody(context);
            CaseExplanation explanation = await desk.ExplainAsync(
                request.CaseReference,
                WireText.Optional(request.SourceSystem),
                WireText.Day(request.AsOf, "as_of"),
                principal.Scope.Allows,
                ct).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ReportingTelemetry.Answered("explain-risk", elapsed, 1);
            log.Explained(principal.Name, explanation.AsOf, explanation.ModelVersion, elapsed.TotalMilliseconds);
            return explanation;
        },
        (record, explanation) => record with { AsOf = explanation.AsOf, ModelVersion = explanation.ModelVersion, Rows = 1 },
        RiskMapping.ToWire);

    public override Task<Wire.GetModelCardResponse> GetModelCard(Wire.GetModelCardRequest request, ServerCallContext context) =>
        WorkAsync(context, Asked(context, RiskAccess.Card), _ =>
        {
            Principal principal = Somebody(context);
            (string version, string markdown) = desk.Card(principal.Scope.Allows);
            log.ReadCard(principal.Name, version);
            return Task.FromResult((Version: version, Markdown: markdown));
        },
        (record, card) => record with { ModelVersion = card.Version },
        card => new Wire.GetModelCardResponse { ModelVersion = card.Version, Markdown = card.Markdown });

    public override Task<Wire.RecordFeedbackResponse> RecordFeedback(Wire.RecordFeedbackRequest request, ServerCallContext context) =>
        WorkAsync(context, Asked(context, RiskAccess.Feedback) with { CaseReference = request.CaseReference, SourceSystem = WireText.Optional(request.SourceSystem) }, async ct =>
        {
            Principal principal = Somebody(context);
            NewFeedback given = new()
            {
                CaseReference = request.CaseReference,
                SourceSystem = WireText.Optional(request.SourceSystem),
                AsOf = WireText.Day(request.AsOf, "as_of"),
                Action = RiskMapping.Action(request.Action),
                Outcome = RiskMapping.Outcome(request.Outcome),
                Note = request.Note,
            };
            Feedback feedback = await feedbacks.RecordAsync(principal.Name, given, principal.Scope.Allows, ct).ConfigureAwait(false);
            log.Recorded(principal.Name, feedback.Id, feedback.Action, feedback.Outcome);
            return feedback;
        },
        (record, feedback) => record with { AsOf = feedback.AsOf, ModelVersion = feedback.ModelVersion },
        RiskMapping.ToResponse);

    public override Task<Wire.ListFeedbackResponse> ListFeedback(Wire.ListFeedbackRequest request, ServerCallContext context) =>
        WorkAsync(context, Asked(context, RiskAccess.FeedbackList) with { CaseReference = WireText.Optional(request.CaseReference) }, async ct =>
        {
            Principal principal = Somebody(context);
            FeedbackQuery query = new()
            {
                CaseReference = WireText.Optional(request.CaseReference),
                SourceSystem = WireText.Optional(request.SourceSystem),
                Top = request.Top == 0 ? DefaultTop : request.Top,
            };
            FeedbackList list = await feedbacks.ListAsync(query, principal.Scope.Allows, ct).ConfigureAwait(false);
            log.ReadFeedback(principal.Name, list.Records.Length, list.Recorded);
            return list;
        },
        (record, list) => record with { Rows = list.Records.Length },
        RiskMapping.ToWire);

    private static LandlordScope Scope(Principal? principal) => principal?.Scope ?? LandlordScope.None;

    private Principal Somebody(ServerCallContext context) => principals.Find(context) is Principal principal && !principal.Scope.IsNone
        ? principal
        : throw new RpcException(new Status(StatusCode.Unauthenticated, "This call needs a caller who may see a landlord."));

    private AccessRecord Asked(ServerCallContext context, RiskAccess access) =>
        new() { By = principals.Find(context)?.Name ?? AccessRecord.Nobody, Through = "service", Asked = access };

    private async Task<TWire> WorkAsync<T, TWire>(
        ServerCallContext context, AccessRecord asked, Func<CancellationToken, Task<T>> work, Func<AccessRecord, T, AccessRecord> told, Func<T, TWire> toWire) =>
        toWire(await desk.RecordedAsync(asked, () => WithinLimitsAsync(context, work), told).ConfigureAwait(false));

    // Within the caller's deadline, and within ours when there is none or a longer one.
    private async Task<T> WithinLimitsAsync<T>(ServerCallContext context, Func<CancellationToken, Task<T>> work)
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
        return await work(either.Token).ConfigureAwait(false);
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
