using static Complaints.Escalation.Features.ReasonText;

namespace Complaints.Escalation.Features;

/// <summary>
/// Promises and remedies in words. A case without any has nothing to be told: "no promise missed" would praise it for making none.
/// </summary>
internal static class PromiseReasons
{
    private const string Promise = "promise";
    private const string None = "no promise recorded";

    public static ReasonText Missed(CaseMoment m) => m.Promises switch
    {
        { Missed: > 0 and int missed } => Raising($"{Words.Count(missed, Promise)} missed"),
        _ => IsNone(m) ? Aside(None) : Lowering("no promise missed"),
    };

    public static ReasonText Overdue(CaseMoment m)
    {
        string days = Words.Days(m.Promises.DaysOverdue);
        return (m.Promises.Overdue, m.IsAnswered) switch
        {
            // Due on a day off that has just passed: late by the calendar, by no working day yet.
            (> 0, _) when m.Promises.DaysOverdue == 0 => Aside("a promise has just fallen due"),
            (0, _) => IsNone(m) ? Aside(None) : Lowering(m.IsAnswered ? "no promise overdue at the answer" : "no promise overdue"),
            (1, false) => Raising($"a promise {days} overdue"),
            (1, true) => Raising($"a promise was {days} overdue at the answer"),
            (int overdue, false) => Raising($"{Words.Count(overdue, Promise)} overdue, the oldest by {days}"),
            (int overdue, true) => Raising($"{Words.Count(overdue, Promise)} were overdue at the answer, the oldest by {days}"),
        };
    }

    public static ReasonText Open(CaseMoment m) => m.Promises switch
    {
        { Overdue: > 0 } => Overdue(m),
        { Open: > 0 and int open } => Either($"{Words.Count(open, Promise)} still to be kept{(m.IsAnswered ? " at the answer" : "")}"),
        _ => Aside(IsNone(m) ? None : "no promise still to be kept"),
    };

    public static ReasonText Kept(CaseMoment m) => m.Promises switch
    {
        { Kept: > 0 and int kept } => Lowering($"{Words.Count(kept, Promise)} kept"),
        _ => Aside(IsNone(m) ? None : "no promise kept so far"),
    };

    public static ReasonText RemediesDone(CaseMoment m) => m.Promises.RemediesDone switch
    {
        > 0 and int done => Lowering($"{Words.Count(done, "remedy")} done"),
        _ => Aside("no remedy done so far"),
    };

    private static bool IsNone(CaseMoment m) => m.Promises is { Missed: 0, Kept: 0, Open: 0 };
}
