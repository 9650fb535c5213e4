using System.Globalization;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Serving;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Risk;

/// <summary>The way back from the contract to the product: what <see cref="RiskMapping"/> wrote, as it was.</summary>
internal static class RiskAnswers
{
    internal static RiskList FromWire(Wire.ListRiskResponse list) => new(
        list.ModelVersion, Day(list.AsOf), list.KnownAtLoad, list.AtRisk, [.. list.Cases.Select(FromWire)])
    {
        HeldBack = list.HeldBack,
        NewestLoad = list.NewestLoad,
        HorizonDays = list.HorizonDays,
        LearnedTo = list.LearnedTo.Length == 0 ? null : Day(list.LearnedTo),
        Lagging = [.. list.Lagging.Select(source => new LaggingSource(source.SourceSystem, Day(source.KnownTo), source.Listed))],
    };

    internal static CaseExplanation FromWire(Wire.ExplainRiskResponse explained) => new()
    {
        ModelVersion = explained.ModelVersion,
        SourceSystem = explained.SourceSystem,
        CaseReference = explained.CaseReference,
        Landlord = explained.Landlord,
        AsOf = Day(explained.AsOf),
        FactsOf = Day(explained.FactsOf),
        State = explained.State == Wire.RiskState.Open ? CaseState.Open : CaseState.Answered,
        Probability = explained.Probability,
        LogOdds = explained.LogOdds,
        BaseLogOdds = explained.BaseLogOdds,
        WaitingLogOdds = explained.WaitingLogOdds,
        Reasons = [.. explained.Reasons.Select(FromWire)],
        Effects = [.. explained.Effects.Select(effect => new FeatureEffect(effect.Feature, effect.Title, effect.Fact, effect.LogOdds))],
    };

    internal static FeedbackList FromWire(Wire.ListFeedbackResponse list) => new([.. list.Records.Select(FromWire)], list.Recorded);

    internal static Feedback FromWire(Wire.FeedbackRecord record) => new()
    {
        Id = Guid.Parse(record.FeedbackId),
        RecordedAt = DateTimeOffset.ParseExact(
            record.RecordedAt,
            RiskMapping.TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        RecordedBy = record.RecordedBy,
        SourceSystem = record.SourceSystem,
        CaseReference = record.CaseReference,
        AsOf = WireText.Day(record.AsOf, "as_of"),
        ModelVersion = WireText.Optional(record.ModelVersion),
        Action = RiskQuestions.Action(record.Action),
        Outcome = RiskQuestions.Outcome(record.Outcome),
        Note = record.Note,
    };

    private static RiskListEntry FromWire(Wire.RiskCase of) => new()
    {
        SourceSystem = of.SourceSystem,
        CaseReference = of.CaseReference,
        Landlord = of.Landlord,
        LandlordName = of.LandlordName,
        ServiceArea = of.ServiceArea,
        Probability = of.Probability,
        ReceivedOn = Day(of.ReceivedOn),
        RespondedOn = WireText.Day(of.RespondedOn, "responded_on"),
        DueOn = WireText.Day(of.DueOn, "due_on"),
        KnownTo = Day(of.KnownTo),
        WorkingDaysLeft = of.HasWorkingDaysLeft ? of.WorkingDaysLeft : null,
        Reasons = [.. of.Reasons.Select(FromWire)],
    };

    private static ScoredReason FromWire(Wire.RiskReason reason) => new(reason.Text, reason.LogOdds, reason.Topic, reason.Feature);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
