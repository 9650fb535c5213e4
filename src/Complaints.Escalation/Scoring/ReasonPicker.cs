using System.Collections.Immutable;
using System.Globalization;
using Complaints.Escalation.Features;
using Complaints.Escalation.Table;

namespace Complaints.Escalation.Scoring;

/// <summary>Picks the reasons of a score: contributions are added up by topic, and a topic speaks through its strongest feature.</summary>
internal static class ReasonPicker
{
    public const int MostUp = 3;

    private const string WaitingName = "days_since_response";

    /// <summary>The topics that moved the score, each with its sentence, most raising first.</summary>
    /// <param name="table">Features.</param>
    /// <param name="row">The row.</param>
    /// <param name="contributions">One per feature.</param>
    /// <param name="waiting">Log-odds of waiting.</param>
    /// <param name="daysSinceResponse">Calendar days since the response.</param>
    public static ImmutableArray<RiskReason> Of(
        FeatureTable table, int row, ImmutableArray<double> contributions, double waiting, int daysSinceResponse)
    {
        ImmutableArray<CaseFeature> features = FeatureList.All;
        List<RiskReason> reasons = [];
        foreach (IGrouping<FeatureTopic, int> topic in Enumerable.Range(0, features.Length).GroupBy(f => features[f].Topic))
        {
            double sum = topic.Sum(f => contributions[f]);
            int strongest = topic.MaxBy(f => Math.Sign(sum) * contributions[f]);
            if (sum != 0)
            {
                reasons.Add(new RiskReason(topic.Key, features[strongest].Name, sum, ReasonWriter.Write(table, row, features[strongest])));
            }
        }

        if (waiting != 0)
        {
            string days = daysSinceResponse == 1 ? "1 day" : daysSinceResponse.ToString(CultureInfo.InvariantCulture) + " days";
            reasons.Add(new RiskReason(FeatureTopic.Waiting, WaitingName, waiting, $"{days} since the answer without a request for stage 2"));
        }

        return [.. reasons.OrderByDescending(r => r.Contribution).ThenBy(r => r.Topic)];
    }
}
