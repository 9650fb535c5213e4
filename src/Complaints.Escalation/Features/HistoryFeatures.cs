using System.Collections.Immutable;
using Complaints.Escalation.Table;
using static Complaints.Escalation.Features.CaseFeature;

namespace Complaints.Escalation.Features;

/// <summary>Earlier complaints and escalations of the household, the home and the block.</summary>
internal static class HistoryFeatures
{
    private const string Complaints = "complaints";
    private const int Year = 365;

    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Number(
            "household_complaints", "Complaints of the household received before this one", Complaints, FeatureTopic.Household,
            new ReasonText("{household_complaints:earlier complaint} of the household", "the household's first complaint", "household not recorded"),
            m => m.Facts.Household is long key ? m.Index.HouseholdReceived.UpTo(key, DayBefore(m)) : null, Monotone.Increasing),
        Number(
            "household_escalations", "Complaints of the household escalated so far", Complaints, FeatureTopic.Household,
            new ReasonText("{household_escalations:earlier escalation} of the household", "no earlier escalation of the household", "household not recorded"),
            m => m.Facts.Household is long key ? m.Index.HouseholdEscalated.UpTo(key, m.Day) : null, Monotone.Increasing),
        Number(
            "home_complaints", "Complaints about the home in the three years before this one", Complaints, FeatureTopic.Household,
            new ReasonText("{home_complaints:complaint} about the home in three years before", "no complaint about the home in three years before", "home not recorded"),
            m => m.Facts.Home is long key ? m.Index.HomeReceived.Within(key, DayBefore(m), 3 * Year) : null, Monotone.Increasing),
        Number(
            "home_escalations", "Complaints about the home escalated in the last three years", Complaints, FeatureTopic.Household,
            new ReasonText("{home_escalations:escalation} about the home in three years", "no escalation about the home in three years", "home not recorded"),
            m => m.Facts.Home is long key ? m.Index.HomeEscalated.Within(key, m.Day, 3 * Year) : null, Monotone.Increasing),
        Number(
            "block_complaints", "Complaints in the block in the year before this one", Complaints, FeatureTopic.Block,
            new ReasonText("{block_complaints:complaint} in the block in the year before", "no other complaint in the block for a year", "not in a block"),
            m => m.Facts.Block is string key ? m.Index.BlockReceived.Within(key, DayBefore(m), Year) : null),
        Number(
            "block_escalations", "Complaints in the block escalated in the last year", Complaints, FeatureTopic.Block,
            new ReasonText("{block_escalations:escalation} in the block in a year", "no escalation in the block for a year", "not in a block"),
            m => m.Facts.Block is string key ? m.Index.BlockEscalated.Within(key, m.Day, Year) : null),
    ];

    private static DateOnly DayBefore(CaseMoment moment) => moment.Facts.ReceivedOn.AddDays(-1);
}
