using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Escalation.Features;
using Complaints.Escalation.Serving;
using Complaints.Service.Reporting;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Escalation;

/// <summary>The risk list and what belongs to it, as the contract says it.</summary>
internal static class RiskMapping
{
    internal static Wire.ListRiskResponse ToWire(RiskList list)
    {
        var response = new Wire.ListRiskResponse
        {
            AsOf = WireText.Of(list.AsOf),
            ModelVersion = list.ModelVersion,
            KnownAtLoad = list.ScoredLoad,
            AtRisk = list.AtRisk,
        };
        response.Cases.AddRange(list.Entries.Select(ToWire));
        return response;
    }

    internal static Wire.ExplainRiskResponse ToWire(CaseExplanation explanation)
    {
        var response = new Wire.ExplainRiskResponse
        {
            SourceSystem = explanation.Score.SourceSystem,
            CaseReference = explanation.Score.CaseReference,
            Landlord = explanation.Score.Landlord,
            AsOf = WireText.Of(explanation.Score.AsOf),
            FactsOf = WireText.Of(explanation.Score.FactsOf),
            State = explanation.Score.State == CaseState.Open ? Wire.RiskState.Open : Wire.RiskState.Answered,
            ModelVersion = explanation.ModelVersion,
            Probability = explanation.Score.Probability,
            LogOdds = explanation.Score.Margin,
            BaseLogOdds = explanation.Score.BaseValue,
            WaitingLogOdds = explanation.Score.Waiting,
        };
        response.Reasons.AddRange(explanation.Reasons.Select(ToWire));
        response.Effects.AddRange(explanation.Effects.Select(effect => new Wire.FeatureEffect
        {
            Feature = effect.Feature,
            Title = effect.Title,
            Fact = effect.Fact,
            LogOdds = effect.Contribution,
        }));
        return response;
    }

    internal static Wire.RecordFeedbackResponse ToWire(Feedback feedback) => new()
    {
        FeedbackId = feedback.Id.ToString("D"),
        RecordedAt = feedback.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary>The action of a request.</summary>
    /// <exception cref="UserException">None was given, or one that is not known here.</exception>
    internal static FeedbackAction Action(Wire.FeedbackAction action) => Enum.IsDefined((FeedbackAction)(int)action)
        ? (FeedbackAction)(int)action
        : throw Unknown("action", (int)action);

    /// <summary>The outcome of a request.</summary>
    /// <exception cref="UserException">One that is not known here.</exception>
    internal static FeedbackOutcome Outcome(Wire.FeedbackOutcome outcome) => Enum.IsDefined((FeedbackOutcome)(int)outcome)
        ? (FeedbackOutcome)(int)outcome
        : throw Unknown("outcome", (int)outcome);

    private static Wire.RiskCase ToWire(RiskListEntry entry)
    {
        var wire = new Wire.RiskCase
        {
            SourceSystem = entry.SourceSystem,
            CaseReference = entry.CaseReference,
            Landlord = entry.Landlord,
            LandlordName = entry.LandlordName,
            ServiceArea = entry.ServiceArea,
            State = entry.RespondedOn is null ? Wire.RiskState.Open : Wire.RiskState.Answered,
            Probability = entry.Probability,
            ReceivedOn = WireText.Of(entry.ReceivedOn),
            RespondedOn = WireText.Of(entry.RespondedOn),
            DueOn = WireText.Of(entry.DueOn),
        };
        if (entry.WorkingDaysLeft is int left)
        {
            wire.WorkingDaysLeft = left;
        }

        wire.Reasons.AddRange(entry.Reasons.Select(ToWire));
        return wire;
    }

    private static Wire.RiskReason ToWire(ScoredReason reason) =>
        new() { Text = reason.Text, LogOdds = reason.Weight, Topic = reason.Topic, Feature = reason.Feature };

    private static UserException Unknown(string field, int number) => new(
        $"{number} is not a value of '{field}' that can be recorded.",
        where: field,
        expected: "a value of the contract complaints.v1 other than unspecified",
        fix: "say what was done");
}
