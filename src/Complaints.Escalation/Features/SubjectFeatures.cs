using System.Collections.Immutable;
using Complaints.Learning.Table;
using static Complaints.Escalation.Features.CaseFeature;
using static Complaints.Escalation.Features.ReasonText;

namespace Complaints.Escalation.Features;

/// <summary>What the complaint is about, whose home it concerns, and what was decided once it was.</summary>
internal static class SubjectFeatures
{
    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Category(
            "category", "Category and subcategory", FeatureTopic.Subject,
            m => Told(m.Facts.Category, code => $"complaint about {Words.Of(code)}", "no category recorded"), m => m.Facts.Category),
        Category(
            "service_area", "Service area", FeatureTopic.Subject,
            m => Told(m.Facts.ServiceArea, code => $"service area {Words.Of(code)}", "no service area recorded"), m => m.Facts.ServiceArea),
        Category(
            "channel", "Channel by which it came in", FeatureTopic.Channel,
            m => Told(m.Facts.Channel, ReceivedBy, "no channel recorded"), m => m.Facts.Channel),
        Category(
            "stock_type", "Stock type of the home", FeatureTopic.Tenure,
            m => Told(TenureWords.StockType(m.Facts.StockType), words => words, "no stock type recorded"), m => m.Facts.StockType),
        Category(
            "tenure", "Tenure of the home", FeatureTopic.Tenure,
            Tenure, m => m.Facts.Tenure),
        Number(
            "points_raised", "Points of complaint raised", "points", FeatureTopic.Points,
            Points, m => m.Facts.PointsRaised, Monotone.Increasing),
        Number(
            "is_answered", "Whether the stage 1 response is out", "0 or 1", FeatureTopic.Decision,
            m => Aside(m.IsAnswered ? "answered at stage 1" : "not answered yet"), m => m.IsAnswered ? 1 : 0),
        Category(
            "outcome", "Stage 1 outcome, once there is one", FeatureTopic.Decision,
            m => !m.IsAnswered
                ? Aside("no outcome yet")
                : Told(m.Facts.Outcome, code => $"{Words.Of(code)} at stage 1", "no outcome recorded"),
            m => m.IsAnswered ? m.Facts.Outcome : null),
    ];

    private static ReasonText Tenure(CaseMoment m) => m.Facts.Tenure switch
    {
        null or "" => Aside("no tenure recorded"),
        string code => TenureWords.Of(code) is string words ? Either(words) : Aside($"tenure code {code}"),
    };

    private static ReasonText Points(CaseMoment m) => m.Facts.PointsRaised switch
    {
        null => Aside("number of points not recorded"),
        0 => Aside("no point raised"),
        1 => Lowering("only 1 point raised"),
        int points => Raising(Words.Count(points, "point") + " raised"),
    };

    private static string ReceivedBy(string channel)
    {
        string words = Words.Of(channel);
        return words.StartsWith("in ", StringComparison.Ordinal)
            || words.StartsWith("by ", StringComparison.Ordinal)
                ? $"received {words}"
                : $"received by {words}";
    }

    private static ReasonText Told(string? fact, Func<string, string> sentence, string unknown) =>
        string.IsNullOrEmpty(fact) ? Aside(unknown) : Either(sentence(fact));
}
