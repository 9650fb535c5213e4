using System.Collections.Immutable;
using Complaints.Domain.Code;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Tests.Features;

/// <summary>Made-up histories in which everything that can happen to a case does.</summary>
internal static class Histories
{
    public static readonly DateOnly First = new(2023, 1, 2);

    private static readonly string[] s_categories = ["Repairs > Delay", "Repairs > Leak", "Moving home > Transfer"];

    /// <summary>
    /// Random cases in order of nothing, over a number of days; with few households, so that they meet again. Who escalates is chance, or,
    /// with drivers, mostly those who waited long.
    /// </summary>
    public static List<CaseRecord> Random(int seed, int cases, int days, bool drivers = false)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, cases).Select(i => Case(random, i, First.AddDays(random.Next(days)), cases, drivers))];
    }

    public static CaseHistory History(this IEnumerable<CaseRecord> cases, DateOnly cutOff) => new(cases, cutOff);

    /// <summary>What a warehouse would have held at the end of a day.</summary>
    public static CaseRecord? AsHeldOn(CaseRecord of, DateOnly day)
    {
        CaseVersion version = of.Latest;
        if (version.ReceivedOn > day)
        {
            return null;
        }

        DateOnly? Until(DateOnly? on) => on <= day ? on : null;
        bool withdrawnLater = version.Status == StageStatus.Withdrawn && version.ClosedOn > day;
        return of with
        {
            Versions =
            [
                version with
                {
                    LoggedOn = Until(version.LoggedOn),
                    AcknowledgedOn = Until(version.AcknowledgedOn),
                    RespondedOn = Until(version.RespondedOn),
                    ClosedOn = Until(version.ClosedOn),
                    Outcome = version.RespondedOn <= day ? version.Outcome : null,
                    Extension = version.Extension?.AgreedOn <= day ? version.Extension : null,
                    Status = withdrawnLater ? StageStatus.Accepted : version.Status,
                },
            ],
            Escalations = [.. of.Escalations.Where(e => e.ReceivedOn <= day)],
            Contacts = [.. of.Contacts.Where(c => c.OccurredOn <= day)],
            Actions =
            [
                .. of.Actions.Where(a => !(a.MadeOn > day)).Select(a => a with { DueOn = Until(a.DueOn), DoneOn = Until(a.DoneOn) }),
            ],
        };
    }

    private static CaseRecord Case(Random random, int number, DateOnly received, int cases, bool drivers)
    {
        double fate = random.NextDouble();
        DateOnly acknowledged = received.AddDays(random.Next(0, 9));
        DateOnly? responded = fate < 0.9 ? acknowledged.AddDays(random.Next(0, 45)) : null;
        StageStatus status = fate < 0.94 ? StageStatus.Accepted : fate < 0.97 ? StageStatus.Withdrawn : StageStatus.Refused;
        double escalated = !drivers ? 0.4 : responded > received.AddDays(28) ? 0.75 : 0.15;
        bool extended = random.NextDouble() < 0.25;
        int household = random.Next(1, 2 + (cases / 3));
        CaseVersion version = new()
        {
            ReceivedOn = received,
            LoggedOn = acknowledged,
            AcknowledgedOn = random.NextDouble() < 0.9 ? acknowledged : null,
            RespondedOn = responded,
            ClosedOn = responded?.AddDays(random.Next(0, 20)) ?? (random.NextDouble() < 0.5 ? received.AddDays(random.Next(3, 30)) : null),
            Extension = extended ? new Extension(acknowledged.AddDays(random.Next(0, 12)), acknowledged.AddDays(28), "reason", true) : null,
            Status = status,
            RuleId = CodeRules.For(received).Id,
            Landlord = random.Next(2) == 0 ? "00BK" : "4638",
            StockType = random.Next(5) == 0 ? "LCHO" : "LCRA",
            Tenure = random.Next(5) == 0 ? null : "SEC",
            ServiceArea = "Repairs",
            Category = s_categories[random.Next(s_categories.Length)],
            Channel = random.Next(2) == 0 ? "Phone" : "Email",
            Outcome = responded is null ? null : random.Next(2) == 0 ? "upheld" : "not_upheld",
            Contractor = random.Next(3) == 0 ? null : $"contractor {random.Next(3)}",
            PointsRaised = random.Next(1, 5),
            Household = random.Next(10) == 0 ? null : household,
            Home = household,
            Block = household % 3 == 0 ? null : $"block {household % 5}",
        };
        return new CaseRecord
        {
            SourceSystem = "CRM",
            CaseReference = $"C{number:00000}",
            Versions = [version],
            Escalations = responded is DateOnly answer
                && random.NextDouble() < escalated
                    ? [new CaseEscalation(answer.AddDays(random.Next(1, 80)), Known.Always)]
                    : [],
            Contacts = Contacts(random, acknowledged),
            Actions = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Action(random, acknowledged))],
        };
    }

    private static ImmutableArray<CaseContact> Contacts(Random random, DateOnly from)
    {
        List<CaseContact> contacts = [];
        DateOnly at = from;
        for (int i = random.Next(6); i > 0; i--)
        {
            contacts.Add(new CaseContact(at, random.Next(6) == 0 ? null : at.AddDays(7), Known.Always));
            at = at.AddDays(random.Next(1, 15));
        }

        return [.. contacts];
    }

    // Of a third the records do not say when it was promised. No number is drawn for that, so that histories stay what they were.
    private static CaseAction Action(Random random, DateOnly from)
    {
        string kind = random.Next(4) == 0 ? "remedy" : "promise";
        DateOnly? due = random.Next(10) == 0 ? null : from.AddDays(random.Next(2, 20));
        DateOnly? done = random.Next(4) == 0 ? null : from.AddDays(random.Next(1, 40));
        DateOnly? made = from.DayNumber % 3 == 0 ? null : from.AddDays(from.DayNumber % 2);
        return new CaseAction(kind, made, due, done, Known.Always);
    }
}
