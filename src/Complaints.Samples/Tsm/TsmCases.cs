using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Samples.Chance;

namespace Complaints.Samples.Tsm;

/// <summary>
/// Makes the cases of one landlord and stock type. The counts of the year are exact; the dates are drawn. The quarter before it is made as
/// well, at the same rate and escalated or not, for the year's first stage 2 cases were answered at stage 1 before it began.
/// </summary>
internal sealed class TsmCases(ReportingYear year, DateOnly extractDate)
{
    private const int LeadInMonths = 3;

    private readonly StageScheduler _scheduler = new(extractDate);

    /// <summary>First day of the quarter before the year.</summary>
    public DateOnly FirstDay => year.FirstDay.AddMonths(-LeadInMonths);

    /// <summary>Stage 1 cases made in the quarter before the year.</summary>
    public int InLeadIn { get; private set; }

    /// <summary>
    /// Of these, the ones made because a landlord returned more stage 2 cases than it can have had requests: they escalate for certain.
    /// </summary>
    public int Certain { get; private set; }

    /// <summary>The cases in order of receipt.</summary>
    public List<TsmCase> Of(TsmUnit unit, SampleRandom random)
    {
        List<TsmCase> cases = [];
        double expected =
            unit.One.Made * (double)(year.FirstDay.DayNumber - FirstDay.DayNumber) / (year.LastDay.DayNumber - year.FirstDay.DayNumber + 1);
        int before = (int)expected + (random.Chance(expected - Math.Floor(expected)) ? 1 : 0);
        for (int i = 0; i < before; i++)
        {
            cases.Add(Case(FirstDay, year.FirstDay.AddDays(-1), unit.One.Basis(random), random));
        }

        foreach (InTimeBasis basis in unit.One.Bases(random))
        {
            cases.Add(Case(year.FirstDay, year.LastDay, basis, random));
        }

        ReadOnlyMemory<InTimeBasis> left = new TsmEscalation(year, extractDate, _scheduler).Run(cases, unit.Two, random);
        foreach (InTimeBasis basis in left.Span)
        {
            cases.Add(CertainlyEscalated(basis, random));
        }

        InLeadIn += before + left.Length;
        Certain += left.Length;
        return [.. cases.OrderBy(made => made.One.Received)];
    }

    private TsmCase Case(DateOnly from, DateOnly to, InTimeBasis basis, SampleRandom random) =>
        new(_scheduler.Schedule(Stage.One, Day(from, to, random), basis, random), random);

    private TsmCase CertainlyEscalated(InTimeBasis basis, SampleRandom random)
    {
        DateOnly received = year.FirstDay.AddDays(-random.Between(35, 60));
        TsmCase made = new(_scheduler.Schedule(Stage.One, received, InTimeBasis.Standard, random), random) { Probability = 1 };
        DateOnly responded = made.One.Responded!.Value;
        DateOnly earliest = responded >= year.FirstDay ? responded.AddDays(1) : year.FirstDay;
        TsmEscalation.Escalate(made, _scheduler.Schedule(Stage.Two, earliest.AddDays(random.Below(21)), basis, random), random);
        return made;
    }

    // Residents write on any day; what arrives at a weekend is fewer.
    private static DateOnly Day(DateOnly from, DateOnly to, SampleRandom random)
    {
        DateOnly day = from.AddDays(random.Below(to.DayNumber - from.DayNumber + 1));
        return IsWeekend(day) && random.Chance(0.7) ? FridayBefore(day, from) : day;
    }

    private static DateOnly FridayBefore(DateOnly day, DateOnly from)
    {
        DateOnly friday = day.AddDays(day.DayOfWeek == DayOfWeek.Saturday ? -1 : -2);
        return friday < from ? day : friday;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
