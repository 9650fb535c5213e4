using Complaints.Domain.Code;
using Complaints.Domain.Time;

namespace Complaints.Etl.Generate.Tsm;

/// <summary>A generated case: its stage 1, and its stage 2 if it was escalated in the year.</summary>
internal sealed record TsmCase(StageTimeline One, StageTimeline? Two);

/// <summary>
/// Makes the cases of one landlord and stock type. The counts are exact; the dates are drawn. Stage 2 follows a stage 1 answer of the same
/// year; only where a landlord has more stage 2 than answered stage 1 cases does one follow a case of the year before.
/// </summary>
internal sealed class TsmCases(ReportingYear year, StageScheduler scheduler)
{
    private const int LongestDaysToEscalate = 56;

    /// <summary>Stage 2 cases whose stage 1 was made in the year before.</summary>
    public int FromYearBefore { get; private set; }

    public List<TsmCase> Of(TsmUnit unit, SampleRandom random)
    {
        InTimeBasis[] one = Bases(unit.One, random);
        DateOnly[] received = new DateOnly[one.Length];
        for (int i = 0; i < received.Length; i++)
        {
            received[i] = DayOfYear(random);
        }

        Array.Sort(received);
        StageTimeline[] stages = new StageTimeline[one.Length];
        List<int> answered = new(one.Length);
        for (int i = 0; i < stages.Length; i++)
        {
            stages[i] = scheduler.Schedule(Stage.One, received[i], one[i], random);
            if (stages[i].Responded < year.LastDay)
            {
                answered.Add(i);
            }
        }

        int[] candidates = [.. answered];
        random.Shuffle(candidates.AsSpan());
        InTimeBasis[] two = Bases(unit.Two, random);
        StageTimeline?[] escalated = new StageTimeline?[stages.Length];
        int within = Math.Min(two.Length, candidates.Length);
        for (int i = 0; i < within; i++)
        {
            int at = candidates[i];
            escalated[at] = Escalate(stages[at], two[i], random);
        }

        List<TsmCase> cases = new(stages.Length + two.Length - within);
        for (int i = within; i < two.Length; i++)
        {
            cases.Add(OfYearBefore(two[i], random));
        }

        for (int i = 0; i < stages.Length; i++)
        {
            cases.Add(new TsmCase(stages[i], escalated[i]));
        }

        return cases;
    }

    private StageTimeline Escalate(StageTimeline one, InTimeBasis basis, SampleRandom random)
    {
        DateOnly received = one.Responded!.Value.AddDays(1 + random.Geometric(14, LongestDaysToEscalate - 1));
        if (received > year.LastDay)
        {
            int room = year.LastDay.DayNumber - one.Responded.Value.DayNumber;
            received = one.Responded.Value.AddDays(random.Between(1, room));
        }

        return scheduler.Schedule(Stage.Two, Weekday(received, one.Responded.Value), basis, random);
    }

    private TsmCase OfYearBefore(InTimeBasis basis, SampleRandom random)
    {
        FromYearBefore++;
        DateOnly received = year.FirstDay.AddDays(-random.Between(35, 60));
        StageTimeline one = scheduler.Schedule(Stage.One, received, InTimeBasis.Standard, random);
        DateOnly earliest = one.Responded!.Value >= year.FirstDay ? one.Responded.Value.AddDays(1) : year.FirstDay;
        StageTimeline two = scheduler.Schedule(Stage.Two, earliest.AddDays(random.Below(21)), basis, random);
        return new TsmCase(one, two);
    }

    // Residents write on any day; what arrives at a weekend is fewer.
    private DateOnly DayOfYear(SampleRandom random)
    {
        int days = year.LastDay.DayNumber - year.FirstDay.DayNumber + 1;
        DateOnly day = year.FirstDay.AddDays(random.Below(days));
        return IsWeekend(day) && random.Chance(0.7) ? Weekday(day, year.FirstDay.AddDays(-1)) : day;
    }

    private DateOnly Weekday(DateOnly day, DateOnly after)
    {
        for (DateOnly earlier = day; earlier > after && earlier >= year.FirstDay; earlier = earlier.AddDays(-1))
        {
            if (!IsWeekend(earlier))
            {
                return earlier;
            }
        }

        return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static InTimeBasis[] Bases(TsmStageCounts counts, SampleRandom random)
    {
        InTimeBasis[] bases = new InTimeBasis[counts.Made];
        bases.AsSpan(0, counts.Standard).Fill(InTimeBasis.Standard);
        bases.AsSpan(counts.Standard, counts.Extension).Fill(InTimeBasis.Extension);
        bases.AsSpan(counts.Standard + counts.Extension).Fill(InTimeBasis.Late);
        random.Shuffle(bases.AsSpan());
        return bases;
    }
}
