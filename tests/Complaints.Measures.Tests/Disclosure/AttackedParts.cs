namespace Complaints.Measures.Tests.Disclosure;

/// <summary>
/// What the numbers of the measures count, and how these add up, as somebody would write it down who knows the definitions. A part that no
/// measure gives is a rest; one that begins with "other_" counts no tenant and no shared owner.
/// </summary>
internal static class AttackedParts
{
    private static readonly int[] s_stages = [1, 2];

    /// <summary>The number of a measure above or below the line, and what it counts.</summary>
    public static IReadOnlyList<(string Part, string Measure, bool Above)> All { get; } =
    [
        ("made1", "stage1_made", true), ("made2", "stage2_made", true), ("all", "complaints_accepted", true),
        ("homes1", "ch01_stage1", true), ("homes2", "ch01_stage2", true),
        ("made1", "ch02_stage1", false), ("time1", "ch02_stage1", true), ("made2", "ch02_stage2", false), ("time2", "ch02_stage2", true),
        ("plain1", "ch02_stage1_standard", true), ("more1", "ch02_stage1_extension", true),
        ("plain2", "ch02_stage2_standard", true), ("more2", "ch02_stage2_extension", true),
        ("made2", "escalation_rate", true), ("made1", "escalation_rate", false),
        ("upheld1", "upheld_rate_stage1", true), ("decided1", "upheld_rate_stage1", false),
        ("upheld2", "upheld_rate_stage2", true), ("decided2", "upheld_rate_stage2", false),
        ("late1", "missed", true), ("days1", "mean_days_to_respond_stage1", false), ("days2", "mean_days_to_respond_stage2", false),
        ("days1", "mean_calendar_days_to_respond_stage1", false), ("days2", "mean_calendar_days_to_respond_stage2", false),
        ("refused", "refused_rate", true), ("received", "refused_rate", false),
        ("all_upheld", "upheld_rate", true), ("all_decided", "upheld_rate", false),
        ("closed", "answered_in_time", false), ("closed_time", "answered_in_time", true),
        ("closed_plain", "answered_in_time_standard", true),
        ("escalated1", "escalated_share", true), ("accepted1", "escalated_share", false),
        .. s_stages.SelectMany(OfStage),
    ];

    /// <summary>What is made up of what.</summary>
    public static IReadOnlyList<(string Whole, string[] Parts)> Sums { get; } =
    [
        ("decided1", ["upheld1", "not1"]), ("received", ["received1", "received2"]),
        ("refused", ["refused1", "refused2"]), ("all", ["accepted1", "accepted2"]), ("all", ["made1", "made2", "other_made"]),
        ("received", ["all", "refused"]), ("all_decided", ["acc_decided1", "acc_decided2"]), ("all_upheld", ["failed1", "failed2"]),
        ("all_decided", ["acc_not1", "acc_not2", "all_upheld"]), ("closed", ["closed1", "closed2"]),
        ("closed_time", ["closed_time1", "closed_time2"]), ("closed_plain", ["closed_plain1", "closed_plain2"]),
        ("closed", ["closed_time", "closed_late"]), ("closed_time", ["closed_plain", "closed_more"]),
        ("accepted1", ["escalated1", "stayed1"]),
        .. s_stages.SelectMany(SumsOfStage),
    ];

    private static IEnumerable<(string Part, string Measure, bool Above)> OfStage(int n) =>
    [
        ($"received{n}", $"received_stage{n}", true), ($"accepted{n}", $"accepted_stage{n}", true),
        ($"refused{n}", $"refused_stage{n}", true), ($"withdrawn{n}", $"withdrawn_stage{n}", true),
        ($"closed{n}", $"answered_stage{n}", true), ($"waiting{n}", $"open_stage{n}", true), ($"overdue{n}", $"overdue_stage{n}", true),
        ($"told{n}", $"acknowledged_in_time_stage{n}", true), ($"to_tell{n}", $"acknowledged_in_time_stage{n}", false),
        ($"acc_upheld{n}", $"upheld_stage{n}", true), ($"acc_partly{n}", $"partially_upheld_stage{n}", true),
        ($"acc_not{n}", $"not_upheld_stage{n}", true), ($"acc_upheld{n}", $"upheld_share_stage{n}", true),
        ($"acc_partly{n}", $"partially_upheld_share_stage{n}", true), ($"acc_not{n}", $"not_upheld_share_stage{n}", true),
        ($"acc_decided{n}", $"upheld_share_stage{n}", false), ($"acc_decided{n}", $"partially_upheld_share_stage{n}", false),
        ($"acc_decided{n}", $"not_upheld_share_stage{n}", false),
        ($"failed{n}", $"service_failure_rate_stage{n}", true), ($"answered{n}", $"service_failure_rate_stage{n}", false),
        ($"acc_late{n}", $"late_stage{n}", true),
        ($"closed_time{n}", $"answered_in_time_stage{n}", true), ($"closed{n}", $"answered_in_time_stage{n}", false),
        ($"closed_plain{n}", $"answered_in_time_standard_stage{n}", true), ($"closed{n}", $"answered_in_time_standard_stage{n}", false),
        ($"extended{n}", $"extended_stage{n}", true), ($"accepted{n}", $"extended_stage{n}", false),
        ($"advised{n}", $"ombudsman_details_given_stage{n}", true), ($"extended{n}", $"ombudsman_details_given_stage{n}", false),
        ($"avoidable{n}", $"avoidable_share_stage{n}", true), ($"judged{n}", $"avoidable_share_stage{n}", false),
    ];

    private static IEnumerable<(string Whole, string[] Parts)> SumsOfStage(int n) =>
    [
        ($"time{n}", [$"plain{n}", $"more{n}"]), ($"made{n}", [$"homes{n}"]), ($"made{n}", [$"time{n}", $"late{n}"]),
        ($"made{n}", [$"decided{n}", $"undecided{n}"]), ($"decided{n}", [$"upheld{n}", $"not{n}"]),
        ($"received{n}", [$"accepted{n}", $"refused{n}"]), ($"accepted{n}", [$"made{n}", $"other_made{n}"]),
        ($"accepted{n}", [$"answered{n}", $"waiting{n}", $"withdrawn_open{n}"]), ($"accepted{n}", [$"withdrawn{n}", $"kept{n}"]),
        ($"withdrawn{n}", [$"withdrawn_open{n}", $"withdrawn_answered{n}"]), ($"kept{n}", [$"waiting{n}", $"kept_answered{n}"]),
        ($"waiting{n}", [$"overdue{n}", $"waiting_in_time{n}"]), ($"answered{n}", [$"acc_decided{n}", $"answered_otherwise{n}"]),
        ($"answered{n}", [$"failed{n}", $"acc_not{n}", $"answered_otherwise{n}"]), ($"failed{n}", [$"acc_upheld{n}", $"acc_partly{n}"]),
        ($"acc_decided{n}", [$"acc_upheld{n}", $"acc_partly{n}", $"acc_not{n}"]), ($"answered{n}", [$"acc_late{n}", $"acc_time{n}"]),
        ($"acc_time{n}", [$"time{n}", $"other_time{n}"]), ($"failed{n}", [$"upheld{n}", $"other_failed{n}"]),
        ($"acc_decided{n}", [$"decided{n}", $"other_decided{n}"]), ($"acc_not{n}", [$"not{n}", $"other_not{n}"]),
        ($"to_tell{n}", [$"told{n}", $"not_told{n}"]), ($"accepted{n}", [$"to_tell{n}", $"none_to_tell{n}"]),
        ($"accepted{n}", [$"extended{n}", $"unextended{n}"]), ($"extended{n}", [$"advised{n}", $"unadvised{n}"]),
        ($"judged{n}", [$"avoidable{n}", $"unavoidable{n}"]), ($"accepted{n}", [$"judged{n}", $"unjudged{n}"]),
        ($"closed{n}", [$"days{n}", $"other_days{n}"]), ($"closed{n}", [$"closed_time{n}", $"closed_late{n}"]),
        ($"closed_time{n}", [$"closed_plain{n}", $"closed_more{n}"]),
    ];
}
