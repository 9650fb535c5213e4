using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;

namespace Complaints.Escalation.Tests.Features;

/// <summary>Moves, removes and adds events, but only after a moment: no feature of that moment may notice.</summary>
internal static class LaterEvents
{
    public static List<CaseRecord> Disturb(IReadOnlyList<CaseRecord> cases, DateOnly moment, int seed)
    {
        Random random = new(seed);
        List<CaseRecord> disturbed = [.. cases.Select(of => Disturb(of, moment, random))];
        // And a case that had not come in yet.
        CaseRecord template = cases[random.Next(cases.Count)];
        disturbed.Add(template with
        {
            CaseReference = "later",
            Versions =
            [
                template.Latest with
                {
                    ReceivedOn = moment.AddDays(1),
                    LoggedOn = null,
                    AcknowledgedOn = null,
                    RespondedOn = moment.AddDays(20),
                    ClosedOn = null,
                    Extension = null,
                },
            ],
            Escalations = [new CaseEscalation(moment.AddDays(30), Known.Always)],
            Contacts = [],
            Actions = [],
        });
        return disturbed;
    }

    private static CaseRecord Disturb(CaseRecord of, DateOnly moment, Random random)
    {
        CaseVersion version = of.Latest;
        DateOnly? Moved(DateOnly? on) => on <= moment ? on : random.Next(3) == 0 ? null : Later(moment, random);
        DateOnly? responded = Moved(version.RespondedOn);
        return of with
        {
            Versions =
            [
                version with
                {
                    ReceivedOn = version.ReceivedOn <= moment ? version.ReceivedOn : Later(moment, random),
                    LoggedOn = Moved(version.LoggedOn),
                    AcknowledgedOn = Moved(version.AcknowledgedOn),
                    RespondedOn = responded,
                    ClosedOn = Moved(version.ClosedOn),
                    Outcome = responded <= moment ? version.Outcome : random.Next(2) == 0 ? "upheld" : null,
                    Extension = version.Extension is { } extension && extension.AgreedOn > moment
                        ? random.Next(2) == 0 ? null : extension with { AgreedOn = Later(moment, random) }
                        : version.Extension,
                },
            ],
            Escalations = Escalations(of, moment, random),
            Contacts =
            [
                .. of.Contacts.Where(c => c.OccurredOn <= moment),
                .. Enumerable.Range(0, random.Next(3)).Select(_ => Contact(moment, random)),
            ],
            Actions =
            [
                .. of.Actions.Select(a => a with
                {
                    MadeOn = a.MadeOn > moment ? Moved(a.MadeOn) : a.MadeOn,
                    DueOn = a.DueOn <= moment ? a.DueOn : Later(moment, random),
                    DoneOn = Moved(a.DoneOn),
                }),
                .. Enumerable.Range(0, random.Next(3)).Select(i => new CaseAction(
                    "promise", i == 0 ? null : Later(moment, random), Later(moment, random), Later(moment, random), Known.Always)),
            ],
        };
    }

    private static ImmutableArray<CaseEscalation> Escalations(CaseRecord of, DateOnly moment, Random random) =>
        of.EscalatedOn <= moment ? of.Escalations
        : random.Next(2) == 0 ? []
        : [new CaseEscalation(Later(moment, random), Known.Always)];

    private static CaseContact Contact(DateOnly moment, Random random) => new(Later(moment, random), Later(moment, random), Known.Always);

    private static DateOnly Later(DateOnly moment, Random random) => moment.AddDays(random.Next(1, 120));
}
