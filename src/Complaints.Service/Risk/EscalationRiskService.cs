using Complaints.Domain.Access;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.Risk;
using Complaints.Service.Admission;
using Complaints.Service.SignIn;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Risk;

/// <summary>
/// <c>complaints.v1.EscalationRisk</c>: the risk list of the model in use over gRPC. Who reads it is logged and recorded, and a caller sees
/// the cases of the landlords of the caller's scope alone; nobody sees nothing.
/// </summary>
internal sealed class EscalationRiskService(
    IRiskDesk desk,
    IPrincipalProvider principals,
    QueryGate gate,
    TimeProvider clock,
    ILogger<EscalationRiskService> log) : Wire.EscalationRisk.EscalationRiskBase
{
    public override Task<Wire.ListRiskResponse> ListRisk(Wire.ListRiskRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            RiskList list = await desk.ListAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ServiceTelemetry.Answered("list-risk", elapsed, list.Entries.Length);
            string caller = Name(principal);
            log.Listed(caller, list.AsOf, list.ModelVersion, list.Entries.Length, list.AtRisk, elapsed.TotalMilliseconds);
            return RiskMapping.ToWire(list);
        });

    public override Task<Wire.ExplainRiskResponse> ExplainRisk(Wire.ExplainRiskRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            long start = clock.GetTimestamp();
            CaseExplanation explanation = await desk.ExplainAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            TimeSpan elapsed = clock.GetElapsedTime(start);
            ServiceTelemetry.Answered("explain-risk", elapsed, 1);
            string caller = Name(principal);
            log.Explained(caller, explanation.AsOf, explanation.ModelVersion, elapsed.TotalMilliseconds);
            return RiskMapping.ToWire(explanation);
        });

    public override Task<Wire.GetModelCardResponse> GetModelCard(Wire.GetModelCardRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            RiskCard card = await desk.CardAsync(principal, ct).ConfigureAwait(false);
            string caller = Name(principal);
            log.ReadCard(caller, card.ModelVersion);
            return new Wire.GetModelCardResponse { ModelVersion = card.ModelVersion, Markdown = card.Markdown };
        });

    public override Task<Wire.RecordFeedbackResponse> RecordFeedback(Wire.RecordFeedbackRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            Feedback feedback = await desk.RecordAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            string caller = Name(principal);
            log.Recorded(caller, feedback.Id, feedback.Action, feedback.Outcome);
            return RiskMapping.ToResponse(feedback);
        });

    public override Task<Wire.ListFeedbackResponse> ListFeedback(Wire.ListFeedbackRequest request, ServerCallContext context) =>
        WorkAsync(context, async (principal, ct) =>
        {
            FeedbackList list = await desk.FeedbackAsync(RiskQuestions.FromWire(request), principal, ct).ConfigureAwait(false);
            string caller = Name(principal);
            log.ReadFeedback(caller, list.Records.Length, list.Recorded);
            return RiskMapping.ToWire(list);
        });

    private static string Name(Principal? principal) => principal?.Name ?? AccessRecord.Nobody;

    private Task<T> WorkAsync<T>(ServerCallContext context, Func<Principal?, CancellationToken, Task<T>> work) =>
        gate.WorkAsync(context, ct => work(principals.Find(context), ct));
}
