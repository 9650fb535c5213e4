using Complaints.Domain.Time;
using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>What the landlord promised and how it kept in touch; both are what residents escalate over.</summary>
internal sealed class CaseHandling(AgentSampleOptions options)
{
    private const int AgreedInterval = 5;

    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;
    private static readonly WeightedChoice<string> s_kinds = new(("call", 55), ("email", 35), ("visit", 10));

    private readonly SampleRandom _random = SampleRandom.For(options.Seed, "handling");
    private readonly SampleRandom _making = SampleRandom.For(options.Seed, "making of promises");

    /// <summary>Fills in the promises and contacts of a case of the case system; the former spreadsheet recorded neither.</summary>
    public void Fill(AgentCase made)
    {
        if (made.Status != "Accepted" || made.IsInSpreadsheet || made.One.Dates.Acknowledged is not DateOnly acknowledged)
        {
            return;
        }

        DateOnly end = made.One.Responded ?? options.ExtractDate;
        made.DaysLate = made.One.DaysLate;
        Promises(made, acknowledged, end);
        made.LongestSilence = Contacts(made, 1, acknowledged, end);
        if (made.OutcomeOne is "Upheld" or "Partially upheld" && made.One.Responded is DateOnly answered)
        {
            Remedies(made, answered);
        }
    }

    /// <summary>Contacts of a stage 2.</summary>
    public void FillStage2(AgentCase made)
    {
        if (!made.IsInSpreadsheet && made.Two?.Dates.Acknowledged is DateOnly acknowledged)
        {
            Contacts(made, 2, acknowledged, made.Two.Responded ?? options.ExtractDate);
        }
    }

    private void Promises(AgentCase made, DateOnly acknowledged, DateOnly end)
    {
        int count = Math.Min(4, _random.Poisson(0.9));
        for (int i = 0; i < count; i++)
        {
            DateOnly due = s_calendar.AddWorkingDays(acknowledged, _random.Between(2, 10));
            double fate = _random.Unit();
            DateOnly? done = fate < 0.66 ? s_calendar.AddWorkingDays(
                acknowledged, Math.Max(1, s_calendar.WorkingDaysBetween(acknowledged, due) - _random.Below(3)))
                : fate < 0.88 ? s_calendar.AddWorkingDays(due, 1 + _random.Geometric(7, 60))
                : null;
            if (due < end && !(done <= due))
            {
                made.MissedPromises++;
            }

            made.Actions.Add(new AgentAction("promise", made.Kind.ServiceArea, MadeOn(acknowledged, due, done, end), due, Known(done)));
        }
    }

    private void Remedies(AgentCase made, DateOnly answered)
    {
        if (_random.Chance(0.7))
        {
            DateOnly due = s_calendar.AddWorkingDays(answered, _random.Between(5, 40));
            DateOnly? done = _random.Chance(0.75) ? s_calendar.AddWorkingDays(answered, _random.Between(2, 45)) : null;
            made.Actions.Add(new AgentAction("remedy", made.Kind.ServiceArea, answered, due, Known(done)));
        }

        if (_random.Chance(0.15))
        {
            made.Actions.Add(new AgentAction("lesson", made.Kind.ServiceArea, answered, null, null));
        }
    }

    // Between the acknowledgement and the answer, and before it was due or done.
    private DateOnly MadeOn(DateOnly acknowledged, DateOnly due, DateOnly? done, DateOnly end)
    {
        DateOnly latest = done < due ? done.Value : due;
        latest = latest < end ? latest : end;
        return s_calendar.AddWorkingDays(acknowledged, _making.Below(1 + s_calendar.WorkingDaysBetween(acknowledged, latest)));
    }

    private int Contacts(AgentCase made, int stage, DateOnly acknowledged, DateOnly end)
    {
        int longest = 0;
        string kind = "acknowledgement";
        for (DateOnly at = acknowledged; at <= end;)
        {
            DateOnly agreed = s_calendar.AddWorkingDays(at, AgreedInterval);
            made.Contacts.Add(new AgentContact(stage, kind, at, agreed));
            int wait = _random.Chance(0.62) ? 0 : 1 + _random.Geometric(4, 30);
            DateOnly next = s_calendar.AddWorkingDays(agreed, wait);
            longest = Math.Max(longest, s_calendar.WorkingDaysBetween(agreed, next < end ? next : end));
            at = next;
            kind = s_kinds.Draw(_random);
        }

        return longest;
    }

    private DateOnly? Known(DateOnly? day) => day <= options.ExtractDate ? day : null;
}
