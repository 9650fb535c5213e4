using System.Collections.Immutable;
using Complaints.Escalation.Table;
using static Complaints.Escalation.Features.CaseFeature;

namespace Complaints.Escalation.Features;

/// <summary>
/// Recent shares of escalated cases, over cases whose outcome was known by the moment. Rates over few cases are drawn in towards the
/// overall rate, as if so many further cases had had it.
/// </summary>
internal static class TrackRecordFeatures
{
    private const string Share = "share";
    private const int Year = 365;
    private const int Month = 31;
    private const double Weight = 20;
    private const int FewestForARate = 20;

    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Number(
            "contractor_rate", "Escalated share of the contractor's cases in a year", Share, FeatureTopic.Contractor,
            new ReasonText("{contractor_rate:%} of the contractor's cases escalated in a year", null, "no record of a contractor"),
            m => Rate(m, m.Index.Contractors, m.Facts.Contractor)),
        Number(
            "handler_rate", "Escalated share of the handler's or team's cases in a year", Share, FeatureTopic.Handler,
            new ReasonText("{handler_rate:%} of the team's cases escalated in a year", null, "no record of a handler or team"),
            m => Rate(m, m.Index.Handlers, m.Facts.Handler)),
        Number(
            "landlord_rate", "Escalated share of the landlord's cases in a year", Share, FeatureTopic.Landlord,
            new ReasonText("{landlord_rate:%} of the landlord's cases escalated in a year", null, "no record of the landlord"),
            m => Rate(m, m.Index.Landlords, m.Facts.Landlord)),
        Number(
            "month_rate", "Escalated share of all cases whose outcome came to be known in the last month", Share, FeatureTopic.Landlord,
            new ReasonText("{month_rate:%} of all cases escalated in the latest month known", null, "too few cases in the latest month known"),
            m => m.Index.Overall(m.Day, Month) is (int cases, int escalated) && cases >= FewestForARate ? (double)escalated / cases : null),
    ];

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
}
