using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Risk;

/// <summary>
/// A client of <c>complaints.v1.EscalationRisk</c> that gives what the model in use would give in this process. Which landlords' cases the
/// reader may see is decided by the service, which knows its caller, so the reader does not travel.
/// </summary>
public sealed class RiskClient : IRiskDesk, IDisposable
{
    private readonly ServiceChannel _service;
    private readonly Wire.EscalationRisk.EscalationRiskClient _client;

    /// <summary>A client of the service at an address; nothing is connected before the first call.</summary>
    /// <param name="address">Such as http://127.0.0.1:5210.</param>
    /// <exception cref="UserException">Not an http or https address.</exception>
    public RiskClient(Uri address)
    {
        _service = new ServiceChannel(address);
        _client = new Wire.EscalationRisk.EscalationRiskClient(_service.Invoker);
    }

    /// <inheritdoc/>
    public async Task<RiskList> ListAsync(RiskListQuery query, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.ListRiskRequest request = RiskQuestions.ToWire(query);
        return RiskAnswers.FromWire(
            await _service.CallAsync(options => _client.ListRiskAsync(request, options), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<CaseExplanation> ExplainAsync(CaseQuery query, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.ExplainRiskRequest request = RiskQuestions.ToWire(query);
        return RiskAnswers.FromWire(
            await _service.CallAsync(options => _client.ExplainRiskAsync(request, options), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<RiskCard> CardAsync(Principal? reader, CancellationToken cancellationToken)
    {
        Wire.GetModelCardResponse card = await _service.CallAsync(
            options => _client.GetModelCardAsync(new Wire.GetModelCardRequest(), options), cancellationToken).ConfigureAwait(false);
        return new RiskCard(card.ModelVersion, card.Markdown);
    }

    /// <inheritdoc/>
    public async Task<Feedback> RecordAsync(NewFeedback given, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        Wire.RecordFeedbackRequest request = RiskQuestions.ToWire(given);
        Wire.RecordFeedbackResponse kept = await _service
            .CallAsync(options => _client.RecordFeedbackAsync(request, options), cancellationToken).ConfigureAwait(false);
        return RiskAnswers.FromWire(kept.Record);
    }

    /// <inheritdoc/>
    public async Task<FeedbackList> FeedbackAsync(FeedbackQuery query, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.ListFeedbackRequest request = RiskQuestions.ToWire(query);
        return RiskAnswers.FromWire(
            await _service.CallAsync(options => _client.ListFeedbackAsync(request, options), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => _service.Dispose();
}
