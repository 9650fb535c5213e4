using Complaints.Domain.Code;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;

namespace Complaints.Escalation.Tests.Features;

/// <summary>A rate is told beside that of all cases, and only for the side on which it lies.</summary>
public sealed class RateSentenceTests
{
    private static readonly DateOnly s_day = new(2024, 11, 1);

    [Theory]
    [InlineData("contractor_rate", "Lowering: 10% of the contractor's cases escalated in a year, 20% of all")]
    [InlineData("area_rate", "Raising: 23% of the landlord's repairs cases escalated in a year, 20% of all")]
    [InlineData("landlord_rate", "Aside: 20% of the landlord's cases escalated in a year, 20% of all")]
    [InlineData("month_rate", "Aside: too few outcomes in the latest month known")]
    public void A_rate_is_told_beside_the_overall_rate(string feature, string expected)
    {
        // 3 of 30 of one contractor, 9 of 30 of another; 12 of 52 of them repairs, and none of the remaining 8.
        CaseRecord[] others =
        [
            .. Enumerable.Range(0, 30).Select(i => Answered(i, "Hoxton Roofing", escalated: i < 3, i < 26 ? "Repairs" : "Income")),
            .. Enumerable.Range(30, 30).Select(i => Answered(i, "Bow Heating", escalated: i < 39, i < 56 ? "Repairs" : "Income")),
        ];
        Assert.Equal(expected, Tell(feature, others));
    }

    [Theory]
    [InlineData("contractor_rate", "Aside: outcomes of only 2 of the contractor's cases known in a year")]
    [InlineData("landlord_rate", "Aside: outcomes of only 2 of the landlord's cases known in a year")]
    public void A_rate_of_a_few_cases_is_no_reason(string feature, string expected) =>
        Assert.Equal(
            expected, Tell(feature, [.. Enumerable.Range(0, 2).Select(i => Answered(i, "Hoxton Roofing", escalated: true, "Repairs"))]));

    [Fact]
    public void No_rate_is_of_a_member_of_staff() =>
        Assert.DoesNotContain(
            FeatureList.All,
            f => f.Name.Contains("handler", StringComparison.Ordinal) || f.Title.Contains("handler", StringComparison.OrdinalIgnoreCase));

    private static CaseRecord Answered(int number, string contractor, bool escalated, string area) => new()
    {
        SourceSystem = "CRM",
        CaseReference = $"other {number}",
        Versions = [Version(contractor, area) with { RespondedOn = new DateOnly(2024, 6, 12) }],
        Escalations = escalated ? [new CaseEscalation(new DateOnly(2024, 6, 20), Known.Always)] : [],
    };

    private static CaseVersion Version(string contractor, string area) => new()
    {
        ReceivedOn = new DateOnly(2024, 6, 3), AcknowledgedOn = new DateOnly(2024, 6, 4), RuleId = CodeRules.Code2024.Id,
        Landlord = "00BK", ServiceArea = area, Contractor = contractor,
    };

    private static string Tell(string feature, CaseRecord[] others)
    {
        CaseRecord of = new()
        {
            SourceSystem = "CRM", CaseReference = "case", Versions = [Version("Hoxton Roofing", "Repairs") with { ReceivedOn = s_day }],
        };
        CaseHistory history = new([of, .. others], new DateOnly(2025, 1, 1));
        int index = Enumerable.Range(0, history.Cases.Length).Single(i => history.Cases[i].CaseReference == "case");
        ReasonText told = FeatureList.Named(feature).Tell(
            new FeatureBuilder(history, LabelRule.Default).At(new PredictionPoint(index, s_day, PointKind.WeekOpen)));
        return $"{told.Use}: {told.Text}";
    }
}
