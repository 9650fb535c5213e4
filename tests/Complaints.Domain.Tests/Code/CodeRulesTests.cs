using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Domain.Tests.Code;

public class CodeRulesTests
{
    [Theory]
    [InlineData(2022, 4, 1, "code-2022")]
    [InlineData(2024, 3, 31, "code-2022")]
    [InlineData(2024, 4, 1, "code-2024")]
    [InlineData(2028, 12, 31, "code-2024")]
    public void The_day_of_receipt_chooses_the_version(int year, int month, int day, string expected)
    {
        CodeRule rule = CodeRules.For(new DateOnly(year, month, day));

        Assert.Equal(expected, rule.Id);
        Assert.True(rule.ValidFrom <= new DateOnly(year, month, day));
    }

    [Fact]
    public void Before_the_first_version_the_first_applies_and_says_it_was_not_in_force()
    {
        var day = new DateOnly(2022, 3, 31);

        Assert.Same(CodeRules.Code2022, CodeRules.For(day));
        Assert.True(CodeRules.For(day).ValidFrom > day);
    }

    [Fact]
    public void The_versions_follow_each_other_without_gap_or_overlap()
    {
        Assert.Null(CodeRules.All[^1].ValidTo);
        Assert.All(CodeRules.All.Zip(CodeRules.All.Skip(1)), pair => Assert.Equal(pair.First.ValidTo, pair.Second.ValidFrom));
        Assert.All(CodeRules.All, rule => Assert.Same(rule, CodeRules.ById(rule.Id)));
        Assert.All(CodeRules.All, rule => Assert.Equal((Stage.One, Stage.Two), (rule.One.Stage, rule.Two.Stage)));
    }

    [Fact]
    public void The_periods_are_those_of_the_Code()
    {
        Assert.Equal(
            [(5, 10, 10, ClockStart.Logged), (null, 20, 10, ClockStart.Received)],
            Periods(CodeRules.Code2022));
        Assert.Equal(
            [(5, 10, 10, ClockStart.Acknowledged), (5, 20, 20, ClockStart.Acknowledged)],
            Periods(CodeRules.Code2024));
    }

    [Fact]
    public void Every_rule_names_its_paragraph() =>
        Assert.All(
            CodeRules.All.SelectMany(rule => new[] { rule.One, rule.Two }),
            stage => Assert.Contains("§", stage.Source, StringComparison.Ordinal));

    [Fact]
    public void An_unknown_id_is_refused_with_the_known_ones()
    {
        UserException refused = Assert.Throws<UserException>(() => CodeRules.ById("code-2026"));

        Assert.Contains("code-2022 or code-2024", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_does_not_exist_has_no_rule() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CodeRules.Code2024.Of((Stage)3));

    private static (int? Acknowledge, int Respond, int Extension, ClockStart Start)[] Periods(CodeRule rule) =>
    [
        .. new[] { rule.One, rule.Two }.Select(stage =>
            (stage.AcknowledgeWithin?.Count, stage.RespondWithin.Count, stage.ExtensionUpTo.Count, stage.ClockStart)),
    ];
}
