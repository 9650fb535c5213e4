using System.Collections.Immutable;
using Complaints.Escalation.Features;

namespace Complaints.Escalation.Scoring;

/// <summary>
/// Picks the reasons of a score: contributions are added up by topic, and a topic speaks through the strongest of its features whose fact
/// can be told for that side. Directions are held here and not only in the trees: a learner without monotone constraints may find that kept
/// promises raise the risk, and no reader would follow it.
/// </summary>
internal static class ReasonPicker
{
    public const int MostUp = 3;

    /// <summary>
    /// Log-odds below which nothing is told: less than a tenth moves a probability of 20 % by a point and a half at most.
    /// </summary>
    public const double Least = 0.1;

    private const string WaitingName = "days_since_response";

    /// <summary>The topics that moved the score, each with its sentence, most raising first.</summary>
    /// <param name="moment">The case as it was scored.</param>
    /// <param name="contributions">One per feature.</param>
    /// <param name="waiting">Log-odds of waiting.</param>
    /// <param name="daysSinceResponse">Calendar days since the response.</param>
    public static ImmutableArray<RiskReason> Of(
        CaseMoment moment, ImmutableArray<double> contributions, double waiting, int daysSinceResponse)
    {
        ImmutableArray<CaseFeature> features = FeatureList.All;
        List<RiskReason> reasons = [];
        foreach (IGrouping<FeatureTopic, int> topic in Enumerable.Range(0, features.Length).GroupBy(f => features[f].Topic))
        {
            double sum = topic.Sum(f => contributions[f]);
            (CaseFeature Feature, double Part, ReasonText Fact)[] told =
            [
                .. topic.Where(f => Math.Sign(contributions[f]) == Math.Sign(sum))
                    .Select(f => (features[f], Math.Abs(contributions[f]), features[f].Tell(moment)))
                    .Where(f => f.Item3.Fits(sum)),
            ];

            // A sentence stands for what it says alone: what came from features that cannot be told must not carry it over the bar.
            if (Math.Abs(sum) >= Least && told.Sum(f => f.Part) >= Least)
            {
                (CaseFeature strongest, _, ReasonText fact) = told.MaxBy(f => f.Part);
                reasons.Add(new RiskReason(topic.Key, strongest.Name, sum, fact.Text));
            }
        }

        if (Math.Abs(waiting) >= Least)
        {
            reasons.Add(new RiskReason(
                FeatureTopic.Waiting,
                WaitingName,
                waiting,
                $"{Words.Count(daysSinceResponse, "day")} since the answer without a request for stage 2"));
        }

        return [.. reasons.OrderByDescending(r => r.Contribution).ThenBy(r => r.Topic)];
    }
}
