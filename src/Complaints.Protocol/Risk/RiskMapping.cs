using System.Globalization;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Serving;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Risk;

/// <summary>The risk list and what belongs to it, as the contract says it.</summary>
internal static class RiskMapping
{
    /// <summary>How the contract writes a moment.</summary>
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal static Wire.ListRiskResponse ToWire(RiskList list)
    {
        var response = new Wire.ListRiskResponse
        {
            AsOf = WireText.Of(list.AsOf),
            ModelVersion = list.ModelVersion,
            KnownAtLoad = list.ScoredLoad,
            AtRisk = list.AtRisk,
            HeldBack = list.HeldBack,
            NewestLoad = list.NewestLoad,
            HorizonDays = list.HorizonDays,
            LearnedTo = WireText.Of(list.LearnedTo),
        };
        response.Lagging.AddRange(list.Lagging.Select(source => new Wire.LaggingSource
        {
            SourceSystem = source.SourceSystem,
            KnownTo = WireText.Of(source.KnownTo),
            Listed = source.IsListed,
        }));
        response.Cases.AddRange(list.Entries.Select(ToWire));
        return response;
    }

    internal static Wire.ExplainRiskResponse ToWire(CaseExplanation explanation)
    {
        var response = new Wire.ExplainRiskResponse
        {
            SourceSystem = explanation.SourceSystem,
            CaseReference = explanation.CaseReference,
            Landlord = explanation.Landlord,
            AsOf = WireText.Of(explanation.AsOf),
            FactsOf = WireText.Of(explanation.FactsOf),
            State = explanation.State == CaseState.Open ? Wire.RiskState.Open : Wire.RiskState.Answered,
            ModelVersion = explanation.ModelVersion,
            Probability = explanation.Probability,
            LogOdds = explanation.LogOdds,
            BaseLogOdds = explanation.BaseLogOdds,
            WaitingLogOdds = explanation.WaitingLogOdds,
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

    internal static Wire.FeedbackRecord ToWire(Feedback feedback) => new()
    {
        FeedbackId = feedback.Id.ToString("D"),
        RecordedAt = feedback.RecordedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        RecordedBy = feedback.RecordedBy,
        SourceSystem = feedback.SourceSystem,
        CaseReference = feedback.CaseReference,
        AsOf = WireText.Of(feedback.AsOf),
        ModelVersion = feedback.ModelVersion ?? "",
        Action = (Wire.FeedbackAction)(int)feedback.Action,
        Outcome = (Wire.FeedbackOutcome)(int)feedback.Outcome,
        Note = feedback.Note,
    };

    internal static Wire.RecordFeedbackResponse ToResponse(Feedback feedback)
    {
        Wire.FeedbackRecord record = ToWire(feedback);
        return new Wire.RecordFeedbackResponse { FeedbackId = record.FeedbackId, RecordedAt = record.RecordedAt, Record = record };
    }

    internal static Wire.ListFeedbackResponse ToWire(FeedbackList list)
    {
        var response = new Wire.ListFeedbackResponse { Recorded = list.Recorded };
        response.Records.AddRange(list.Records.Select(ToWire));
        return response;
    }

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
            KnownTo = WireText.Of(entry.KnownTo),
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
}
