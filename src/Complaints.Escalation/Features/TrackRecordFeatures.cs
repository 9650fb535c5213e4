using System.Collections.Immutable;
using Complaints.Learning.Table;
using static Complaints.Escalation.Features.CaseFeature;
using static Complaints.Escalation.Features.ReasonText;

namespace Complaints.Escalation.Features;

/// <summary>
/// Recent shares of escalated cases, over cases whose outcome was known by the moment. Rates over few cases are drawn in towards the
/// overall rate, as if so many further cases had had it; a sentence gives the plain share, with that of all cases beside it.
/// </summary>
/// <remarks>
/// There is no rate of the case handler: it would judge a member of staff by whom they were given. The records name no teams, so the
/// landlord's service area stands for one.
/// </remarks>
internal static class TrackRecordFeatures
{
    private const string Share = "share";
    private const int Year = 365;
    private const int Month = 31;
    private const double Weight = 20;
    private const int FewestForARate = 20;

    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Record(
            "contractor_rate", "Escalated share of the contractor's cases in a year", FeatureTopic.Contractor,
            m => m.Index.Contractors, m => m.Facts.Contractor, _ => "the contractor's cases", "no contractor recorded"),
        Record(
            "area_rate", "Escalated share of the landlord's cases in the service area in a year", FeatureTopic.Area,
            m => m.Index.Areas,
            m => HistoryIndex.AreaOf(m.Facts),
            m => $"the landlord's {Words.Of(m.Facts.ServiceArea!)} cases",
            "no service area recorded"),
        Record(
            "landlord_rate", "Escalated share of the landlord's cases in a year", FeatureTopic.Landlord,
            m => m.Index.Landlords, m => m.Facts.Landlord, _ => "the landlord's cases", "no landlord recorded"),
        Number(
            "month_rate", "Escalated share of all cases whose outcome came to be known in the last month", Share, FeatureTopic.Landlord,
            LatestMonth,
            m => m.Index.Overall(m.Day, Month) is (int cases, int escalated) && cases >= FewestForARate ? (double)escalated / cases : null,
            Monotone.Increasing),
    ];

    private static CaseFeature Record(
        string name,
        string title,
        FeatureTopic topic,
        Func<CaseMoment, OutcomeIndex> index,
        Func<CaseMoment, string?> key,
        Func<CaseMoment, string> whose,
        string unknown) =>
        Number(
            name,
            title,
            Share,
            topic,
            m => Tell(m, index(m), key(m), whose, unknown),
            m => Rate(m, index(m), key(m)),
            Monotone.Increasing);

    private static double? Rate(CaseMoment moment, OutcomeIndex index, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        (int cases, int escalated) = index.Within(key, moment.Day, Year);
        (int all, int allEscalated) = moment.Index.Overall(moment.Day, Year);
        return cases == 0 ? null : (escalated + (Weight * allEscalated / all)) / (cases + Weight);
    }

    // The same share is a fact for or against a case only beside that of all, and says nothing where the two are equal as they are printed.
    private static ReasonText Tell(CaseMoment moment, OutcomeIndex index, string? key, Func<CaseMoment, string> whose, string unknown)
    {
        if (string.IsNullOrEmpty(key))
        {
            return Aside(unknown);
        }

        (int cases, int escalated) = index.Within(key, moment.Day, Year);
        if (cases < FewestForARate)
        {
            return Aside($"outcomes of only {cases} of {whose(moment)} known in a year");
        }

        (int all, int allEscalated) = moment.Index.Overall(moment.Day, Year);
        int share = Words.Percent(escalated, cases);
        int overall = Words.Percent(allEscalated, all);
        string text = $"{share}% of {whose(moment)} escalated in a year, {overall}% of all";
        return share > overall ? Raising(text) : share < overall ? Lowering(text) : Aside(text);
    }

    // It is the same for every case of a day, so it cannot tell one from another.
    private static ReasonText LatestMonth(CaseMoment moment)
    {
        (int cases, int escalated) = moment.Index.Overall(moment.Day, Month);
        return Aside(cases < FewestForARate
            ? "too few outcomes in the latest month known"
            : $"{Words.Percent(escalated, cases)}% of all cases escalated in the latest month known");
    }
}
