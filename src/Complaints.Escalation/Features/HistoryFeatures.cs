using System.Collections.Immutable;
using Complaints.Learning.Table;
using static Complaints.Escalation.Features.CaseFeature;
using static Complaints.Escalation.Features.ReasonText;

namespace Complaints.Escalation.Features;

/// <summary>Earlier complaints and escalations of the household, the home and the block.</summary>
internal static class HistoryFeatures
{
    private const string Complaints = "complaints";
    private const int Year = 365;

    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Past(
            "household_complaints", "Complaints of the household received before this one", FeatureTopic.Household,
            m => m.Facts.Household is long key ? m.Index.HouseholdReceived.UpTo(key, DayBefore(m)) : null,
            n => $"{Words.Count(n, "earlier complaint")} of the household", "the household's first complaint", "household not recorded"),
        Past(
            "household_escalations", "Complaints of the household escalated so far", FeatureTopic.Household,
            m => m.Facts.Household is long key ? m.Index.HouseholdEscalated.UpTo(key, m.Day) : null,
            n => $"{Words.Count(n, "other complaint")} of the household escalated",
            "no other complaint of the household escalated",
            "household not recorded"),
        Past(
            "home_complaints", "Complaints about the home in the three years before this one", FeatureTopic.Household,
            m => m.Facts.Home is long key ? m.Index.HomeReceived.Within(key, DayBefore(m), 3 * Year) : null,
            n => $"{Words.Count(n, "complaint")} about the home in the three years before this one", "no complaint about the home in the three years before this one", "home not recorded"),
        Past(
            "home_escalations", "Complaints about the home escalated in the last three years", FeatureTopic.Household,
            m => m.Facts.Home is long key ? m.Index.HomeEscalated.Within(key, m.Day, 3 * Year) : null,
            n => $"{Words.Count(n, "other complaint")} about the home escalated in the last three years", "no other complaint about the home escalated in the last three years", "home not recorded"),
        Past(
            "block_complaints", "Complaints in the block in the year before this one", FeatureTopic.Block,
            m => m.Facts.Block is string key ? m.Index.BlockReceived.Within(key, DayBefore(m), Year) : null,
            n => $"{Words.Count(n, "complaint")} in the block in the year before this one",
            "no complaint in the block in the year before this one",
            "not in a block"),
        Past(
            "block_escalations", "Complaints in the block escalated in the last year", FeatureTopic.Block,
            m => m.Facts.Block is string key ? m.Index.BlockEscalated.Within(key, m.Day, Year) : null,
            n => $"{Words.Count(n, "other complaint")} in the block escalated in the last year",
            "no other complaint in the block escalated in the last year",
            "not in a block"),
    ];

    private static CaseFeature Past(
        string name,
        string title,
        FeatureTopic topic,
        Func<CaseMoment, int?> count,
        Func<int, string> some,
        string none,
        string unknown) => Number(
        name, title, Complaints, topic,
        m => count(m) switch
        {
            null => Aside(unknown),
            0 => Lowering(none),
            int n => Raising(some(n)),
        },
        m => count(m),
        Monotone.Increasing);

    private static DateOnly DayBefore(CaseMoment moment) => moment.Facts.ReceivedOn.AddDays(-1);
}
