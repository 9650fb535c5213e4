using static Complaints.Escalation.Features.ReasonText;

namespace Complaints.Escalation.Features;

/// <summary>
/// Contact with the resident in words (Code 2024 §5.9: intervals for updates are agreed). A silence that still runs is told as running,
/// because it can be ended by a call; one that has ended is told as past.
/// </summary>
internal static class ContactReasons
{
    public static ReasonText SinceLast(CaseMoment m) => m.Contacts switch
    {
        { Count: 0 } => None(m),
        { Overdue: > 0 } => Raising(Silence(m)),
        { SinceLast: 0 } => Lowering(m.IsAnswered ? "in contact on the day of the answer" : "in contact today"),
        // Without a day agreed nobody can say what would be too long, so it is only told where it speaks against the case.
        { AgreedInterval: null } => Raising($"{Gap(m)}; no next contact agreed"),
        _ => Lowering(m.IsAnswered ? $"last contact {Words.Days(Days(m))} before the answer, as agreed" : $"last contact {Words.Days(Days(m))} ago, as agreed"),
    };

    public static ReasonText AgreedInterval(CaseMoment m) => m.Contacts switch
    {
        { Count: 0 } => Aside(None(m).Text),
        { AgreedInterval: int agreed } => Aside($"contact agreed every {Words.Days(agreed)}"),
        _ => m.IsAnswered ? Aside("no contact agreed after the last one") : Either("no next contact agreed"),
    };

    public static ReasonText Overdue(CaseMoment m) => m.Contacts switch
    {
        { Count: 0 } => None(m),
        { Overdue: > 0 } => Raising(Silence(m)),
        _ => AsAgreed(m),
    };

    public static ReasonText LongestSilence(CaseMoment m) => m.Contacts switch
    {
        { Count: 0 } => None(m),
        { LongestSilence: 0 } => AsAgreed(m),
        { Overdue: 0, LongestSilence: int longest } => Raising($"an agreed contact was {Words.Days(longest)} late"),
        { Overdue: int now, LongestSilence: int longest } when longest > now => Raising($"{Silence(m)}; an earlier contact was {Words.Days(longest)} late"),
        _ => Raising(Silence(m)),
    };

    private static ReasonText AsAgreed(CaseMoment m) => m.Contacts switch
    {
        { LongestSilence: > 0 } => Lowering(m.IsAnswered ? "no contact was overdue at the answer" : "no contact overdue now"),
        { Count: 1, AgreedInterval: null } => Aside("no next contact agreed"),
        _ => Lowering("every contact as agreed"),
    };

    private static ReasonText None(CaseMoment m) => Raising(m.IsAnswered ? "no contact recorded before the answer" : "no contact recorded");

    private static string Silence(CaseMoment m) =>
        m.Contacts.AgreedInterval is > 0 and int agreed ? $"{Gap(m)}; agreed every {agreed}" : Gap(m);

    private static string Gap(CaseMoment m) => $"no contact for {Words.Days(Days(m))}{(m.IsAnswered ? " before the answer" : "")}";

    private static int Days(CaseMoment m) => m.Contacts.SinceLast ?? 0;
}
