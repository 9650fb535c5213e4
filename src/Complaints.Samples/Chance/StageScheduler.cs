using Complaints.Domain.Code;
using Complaints.Domain.Time;

namespace Complaints.Samples.Chance;

/// <summary>
/// Makes up the dates of a stage so that its clock reads what is wanted: answered within the standard time, within a valid extension, late,
/// or open (docs/domain.md §3.1). Every result is read back by the domain's own clock.
/// </summary>
/// <param name="extractDate">What happens later is not in the extract.</param>
/// <param name="overlongExtensions">Whether a few extensions go beyond what the Code permits; they count up to that.</param>
internal sealed class StageScheduler(DateOnly extractDate, bool overlongExtensions = false)
{
    private const double OverlongShare = 0.05;
    private const int LatestDaysLate = 60;

    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;

    private static readonly WeightedChoice<int> s_daysToAcknowledge =
        new((0, 12), (1, 26), (2, 22), (3, 16), (4, 11), (5, 9), (6, 2), (7, 1), (9, 1));

    private static readonly string[] s_reasons =
    [
        "Awaiting a surveyor's report",
        "Specialist contractor needed, first appointment after the due date",
        "Several services involved; answers from two are outstanding",
        "Resident asked for more time to send evidence",
        "Leak traced through a neighbouring home, access being arranged",
    ];

    /// <summary>Dates of a stage received on a day.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="received">Day 0.</param>
    /// <param name="wanted">Late cases whose answer would fall after the extract are open in it.</param>
    /// <param name="random">The source of chance.</param>
    public StageTimeline Schedule(Stage stage, DateOnly received, InTimeBasis wanted, SampleRandom random)
    {
        CodeRule rule = CodeRules.For(received);
        DateOnly acknowledged = s_calendar.AddWorkingDays(received, s_daysToAcknowledge.Draw(random));
        // Code 2024 §6.2: acknowledged, defined and logged in one; an answer within time may not wait for it.
        StageDates dates = new(stage, received, acknowledged, acknowledged, Responded: null, Extension: null);
        DateOnly due = StageClock.Read(dates, rule, s_calendar, s_calendar.LastDay).StandardDue;
        dates = wanted switch
        {
            InTimeBasis.Standard => dates with { Responded = WithinStandard(acknowledged, due, random) },
            InTimeBasis.Extension => Extended(dates, rule.Of(stage), due, random),
            InTimeBasis.Late => Late(dates, rule.Of(stage), due, random),
            _ => dates,
        };

        return Cut(dates, rule, due, wanted, random);
    }

    private static DateOnly WithinStandard(DateOnly acknowledged, DateOnly due, SampleRandom random)
    {
        // Most answers go out in the last third of the time allowed.
        int days = Math.Max(1, s_calendar.WorkingDaysBetween(acknowledged, due));
        int taken = days - (int)(days * random.Unit() * random.Unit());
        return s_calendar.AddWorkingDays(acknowledged, Math.Clamp(taken, 1, days));
    }

    private StageDates Extended(StageDates dates, StageRule stage, DateOnly due, SampleRandom random)
    {
        int longest = stage.ExtensionUpTo.Count;
        int length = random.Chance(0.6) ? longest : random.Between(Math.Min(3, longest), longest);
        int told = overlongExtensions && length == longest && random.Chance(OverlongShare) ? longest + 5 : length;
        return dates with
        {
            Extension = Agreed(dates, due, s_calendar.AddWorkingDays(due, told), random),
            Responded = s_calendar.AddWorkingDays(due, random.Between(1, length)),
        };
    }

    private static StageDates Late(StageDates dates, StageRule stage, DateOnly due, SampleRandom random)
    {
        int late = 1 + random.Geometric(8, LatestDaysLate);
        if (!random.Chance(0.25))
        {
            return dates with { Responded = s_calendar.AddWorkingDays(due, late) };
        }

        DateOnly extended = s_calendar.AddWorkingDays(due, stage.ExtensionUpTo.Count);
        return dates with
        {
            Extension = Agreed(dates, due, extended, random),
            Responded = s_calendar.AddWorkingDays(extended, late),
        };
    }

    private static Extension Agreed(StageDates dates, DateOnly due, DateOnly to, SampleRandom random)
    {
        int span = s_calendar.WorkingDaysBetween(dates.Acknowledged!.Value, due);
        DateOnly agreed = s_calendar.AddWorkingDays(dates.Acknowledged.Value, random.Between(Math.Min(1, span), span));
        return new Extension(agreed, to, random.Pick(s_reasons), OmbudsmanDetailsGiven: true);
    }

    // What lies after the extract is not in it.
    private StageTimeline Cut(StageDates dates, CodeRule rule, DateOnly due, InTimeBasis wanted, SampleRandom random)
    {
        DateOnly? closed = dates.Responded is DateOnly responded && random.Chance(0.9)
            ? s_calendar.AddWorkingDays(responded, random.Geometric(6, 60))
            : null;
        StageDates known = dates with
        {
            Logged = Known(dates.Logged),
            Acknowledged = Known(dates.Acknowledged),
            Responded = Known(dates.Responded),
            Extension = dates.Extension is Extension extension && extension.AgreedOn <= extractDate ? extension : null,
        };

        InTimeBasis read = StageClock.Read(known, rule, s_calendar, extractDate).Basis;
        InTimeBasis expected = known.Responded is null ? InTimeBasis.Open : wanted;
        return read == expected
            ? new StageTimeline(known, due, Known(closed))
            : throw new InvalidOperationException($"A {wanted} stage received on {dates.Received:O} reads {read}: {known}.");
    }

    private DateOnly? Known(DateOnly? day) => day <= extractDate ? day : null;
}
