using Complaints.Escalation.Features;
using Complaints.Escalation.Serving;
using Complaints.Protocol.Reporting;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Risk;

/// <summary>
/// A client of <c>complaints.v1.EscalationRisk</c> that gives what the model in use would give in this process. Which landlords' cases the
/// caller may see is decided by the service, which knows the caller.
/// </summary>
public sealed class RiskClient : IDisposable
{
    private readonly ServiceChannel _service;
    private readonly Wire.EscalationRisk.EscalationRiskClient _client;

    /// <summary>A client of the service at an address; nothing is connected before the first call.</summary>
    /// <param name="address">Such as http://127.0.0.1:5210.</param>
    /// <exception cref="Domain.Errors.UserException">Not an http or https address.</exception>
    public RiskClient(Uri address)
    {
        _service = new ServiceChannel(address);
        _client = new Wire.EscalationRisk.EscalationRiskClient(_service.Invoker);
    }

    /// <summary>The risk list.</summary>
    /// <param name="query">Which part; <see cref="RiskListQuery.MaySee"/> does not travel.</param>
    /// <param name="ct">Stops the call.</param>
    /// <exception cref="Domain.Errors.UserException">The service refused, saying why, or is not there.</exception>
    public async Task<RiskList> ListAsync(RiskListQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = new Wire.ListRiskRequest
        {
            AsOf = WireText.Of(query.AsOf),
            Landlord = query.Landlord ?? "",
            ServiceArea = query.ServiceArea ?? "",
            Category = query.Category ?? "",
            State = query.State switch
            {
                CaseState.Open => Wire.RiskState.Open,
                CaseState.Answered => Wire.RiskState.Answered,
                _ => Wire.RiskState.Unspecified,
            },
            LeastProbability = query.LeastProbability,
            Top = query.Top,
        };
        return RiskAnswers.FromWire(await _service.CallAsync(options => _client.ListRiskAsync(request, options), ct).ConfigureAwait(false));
    }

    /// <summary>A score taken apart.</summary>
    /// <param name="caseReference">The case.</param>
    /// <param name="sourceSystem">Its source; null where the reference alone tells.</param>
    /// <param name="asOf">The day; null for the last one the data know about.</param>
    /// <param name="ct">Stops the call.</param>
    /// <exception cref="Domain.Errors.UserException">As for <see cref="ListAsync"/>.</exception>
    public async Task<CaseExplanation> ExplainAsync(string caseReference, string? sourceSystem, DateOnly? asOf, CancellationToken ct)
    {
        var request = new Wire.ExplainRiskRequest { CaseReference = caseReference, SourceSystem = sourceSystem ?? "", AsOf = WireText.Of(asOf) };
        return RiskAnswers.FromWire(await _service.CallAsync(options => _client.ExplainRiskAsync(request, options), ct).ConfigureAwait(false));
    }

    /// <summary>The card of the model in use.</summary>
    /// <exception cref="Domain.Errors.UserException">As for <see cref="ListAsync"/>.</exception>
    public async Task<(string Version, string Markdown)> CardAsync(CancellationToken ct)
    {
        Wire.GetModelCardResponse card = await _service.CallAsync(
            options => _client.GetModelCardAsync(new Wire.GetModelCardRequest(), options), ct).ConfigureAwait(false);
        return (card.ModelVersion, card.Markdown);
    }

    /// <summary>Records what was done about a case.</summary>
    /// <exception cref="Domain.Errors.UserException">As for <see cref="ListAsync"/>.</exception>
    public async Task<Feedback> RecordAsync(NewFeedback given, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(given);
        var request = new Wire.RecordFeedbackRequest
        {
            CaseReference = given.CaseReference,
            SourceSystem = given.SourceSystem ?? "",
            AsOf = WireText.Of(given.AsOf),
            Action = (Wire.FeedbackAction)(int)given.Action,
            Outcome = (Wire.FeedbackOutcome)(int)given.Outcome,
            Note = given.Note,
        };
        Wire.RecordFeedbackResponse kept = await _service.CallAsync(options => _client.RecordFeedbackAsync(request, options), ct).ConfigureAwait(false);
        return RiskAnswers.FromWire(kept.Record);
    }

    /// <summary>What was recorded, newest first.</summary>
    /// <exception cref="Domain.Errors.UserException">As for <see cref="ListAsync"/>.</exception>
    public async Task<FeedbackList> FeedbackAsync(FeedbackQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = new Wire.ListFeedbackRequest { CaseReference = query.CaseReference ?? "", SourceSystem = query.SourceSystem ?? "", Top = query.Top };
        return RiskAnswers.FromWire(await _service.CallAsync(options => _client.ListFeedbackAsync(request, options), ct).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => _service.Dispose();
}
