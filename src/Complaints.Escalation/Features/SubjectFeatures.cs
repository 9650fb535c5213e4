using System.Collections.Immutable;
using Complaints.Escalation.Table;
using static Complaints.Escalation.Features.CaseFeature;

namespace Complaints.Escalation.Features;

/// <summary>What the complaint is about, whose home it concerns, and what was decided once it was.</summary>
internal static class SubjectFeatures
{
    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Category(
            "category", "Category and subcategory", FeatureTopic.Subject,
            new ReasonText("complaint about {category}", null, "no category recorded"), m => m.Facts.Category),
        Category(
            "service_area", "Service area", FeatureTopic.Subject,
            new ReasonText("service area {service_area}", null, "no service area recorded"), m => m.Facts.ServiceArea),
        Category(
            "channel", "Channel by which it came in", FeatureTopic.Channel,
            new ReasonText("came in by {channel}", null, "no channel recorded"), m => m.Facts.Channel),
        Category(
            "stock_type", "Stock type of the home", FeatureTopic.Tenure,
            new ReasonText("stock type {stock_type}", null, "no stock type recorded"), m => m.Facts.StockType),
        Category(
            "tenure", "Tenure of the home", FeatureTopic.Tenure,
            new ReasonText("tenure {tenure}", null, "no tenure recorded"), m => m.Facts.Tenure),
        Number(
            "points_raised", "Points of complaint raised", "points", FeatureTopic.Points,
            new ReasonText("{points_raised:point} raised", null, "number of points not recorded"),
            m => m.Facts.PointsRaised, Monotone.Increasing),
        Number(
            "is_answered", "Whether the stage 1 response is out", "0 or 1", FeatureTopic.Decision,
            new ReasonText("answered at stage 1", "not answered yet", "not known whether answered"), m => m.IsAnswered ? 1 : 0),
        Category(
            "outcome", "Stage 1 outcome, once there is one", FeatureTopic.Decision,
            new ReasonText("stage 1 outcome: {outcome}", null, "no outcome yet"), m => m.IsAnswered ? m.Facts.Outcome : null),
    ];
}
