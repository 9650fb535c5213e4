using Complaints.Domain.Code;
using Complaints.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Code;

public class StageClockProperties
{
    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;
    private static readonly DateOnly s_end = new(2028, 12, 31);

    private static readonly Gen<StageDates> s_stages =
        from stage in Gen.Elements(Stage.One, Stage.Two)
        from received in Arbitraries.Day
        from logged in Gen.Choose(0, 20).Maybe()
        from acknowledged in Gen.Choose(0, 20).Maybe()
        from responded in Gen.Choose(0, 90).Maybe()
        from agreed in Gen.Choose(-2, 60).Maybe()
        from to in Gen.Choose(0, 90).Maybe()
        from reason in Gen.Elements<string?>(null, "complex")
        from details in Gen.Elements<bool?>(null, false, true)
        select new StageDates(
            stage,
            received,
            After(received, logged),
            After(received, acknowledged),
            After(received, responded),
            new Extension(After(received, agreed), After(received, to), reason, details));

    private static readonly Gen<ClockPolicy> s_policies =
        from extensions in Gen.Elements(false, true)
        from start in Gen.Elements(false, true)
        select new ClockPolicy { StrictExtensions = extensions, StrictClockStart = start };

    private static readonly Gen<(StageDates Dates, ClockPolicy Policy, CodeRule Rule)> s_inputs =
        from dates in s_stages
        from policy in s_policies
        from rule in Gen.Elements<CodeRule>([.. CodeRules.All])
        select (dates, policy, rule);

    [Property(MaxTest = 2_000)]
    public Property Four_stored_dates_give_the_basis_as_at_every_day() =>
        (from input in s_inputs from days in Gen.Choose(0, 120) select (input, days)).Holds(x =>
        {
            (StageDates dates, ClockPolicy policy, CodeRule rule) = x.input;
            DateOnly asAt = dates.Received.AddDays(x.days);
            ClockReading stored = StageClock.Read(dates, rule, s_calendar, s_end, policy);
            InTimeBasis fromStored =
                dates.Responded is not DateOnly responded || responded > asAt ? InTimeBasis.Open
                : responded <= stored.StandardDue ? InTimeBasis.Standard
                : stored.ExtendedDue is DateOnly extended && responded <= extended ? InTimeBasis.Extension
                : InTimeBasis.Late;
            return StageClock.Read(dates, rule, s_calendar, asAt, policy).Basis == fromStored;
        });

    [Property(MaxTest = 2_000)]
    public Property The_due_dates_stand_in_order_and_no_further_apart_than_the_Code_permits() =>
        s_inputs.Holds(x =>
        {
            StageRule stage = x.Rule.Of(x.Dates.Stage);
            ClockReading reading = StageClock.Read(x.Dates, x.Rule, s_calendar, s_end, x.Policy);
            return reading.StrictDue <= reading.StandardDue
                && s_calendar.AddWorkingDays(reading.ClockStartedOn, stage.RespondWithin) == reading.StandardDue
                && (reading.ExtendedDue is not DateOnly extended
                    || (extended > reading.StandardDue
                        && s_calendar.WorkingDaysBetween(reading.StandardDue, extended) <= stage.ExtensionUpTo.Count));
        });

    [Property(MaxTest = 2_000)]
    public Property A_later_answer_never_has_a_better_basis() =>
        (from input in s_inputs from later in Gen.Choose(1, 40) select (input, later)).Holds(x =>
        {
            (StageDates dates, ClockPolicy policy, CodeRule rule) = x.input;
            DateOnly responded = dates.Responded ?? dates.Received.AddDays(10);

            // What happened between the two answers is left out: it is known to one reading alone.
            StageDates settled = dates with
            {
                Logged = dates.Logged <= responded ? dates.Logged : null,
                Acknowledged = dates.Acknowledged <= responded ? dates.Acknowledged : null,
            };
            return Basis(settled with { Responded = responded.AddDays(x.later) }, rule, policy)
                >= Basis(settled with { Responded = responded }, rule, policy);
        });

    [Property(MaxTest = 2_000)]
    public Property A_strict_policy_never_finds_in_time_what_the_literal_one_finds_late() =>
        s_inputs.Holds(x =>
            Basis(x.Dates, x.Rule, ClockPolicy.Literal) != InTimeBasis.Late
            || Basis(x.Dates, x.Rule, x.Policy) == InTimeBasis.Late);

    [Property(MaxTest = 2_000)]
    public Property What_happens_after_the_answer_changes_nothing() =>
        s_inputs.Where(x => x.Dates.Responded is not null).Holds(x =>
        {
            DateOnly responded = x.Dates.Responded!.Value;
            StageDates asOfAnswer = x.Dates with
            {
                Logged = x.Dates.Logged > responded ? null : x.Dates.Logged,
                Acknowledged = x.Dates.Acknowledged > responded ? null : x.Dates.Acknowledged,
            };
            return Basis(asOfAnswer, x.Rule, x.Policy) == Basis(x.Dates, x.Rule, x.Policy);
        });

    [Property(MaxTest = 2_000)]
    public Property Days_taken_are_those_a_person_would_count() =>
        s_inputs.Where(x => x.Dates.Responded is not null).Holds(x =>
            StageClock.Read(x.Dates, x.Rule, s_calendar, s_end, x.Policy).WorkingDaysTaken
            == Arbitraries.CountByWalking(s_calendar, x.Dates.Received, x.Dates.Responded!.Value));

    private static InTimeBasis Basis(StageDates dates, CodeRule rule, ClockPolicy policy) =>
        StageClock.Read(dates, rule, s_calendar, s_end, policy).Basis;

    private static DateOnly? After(DateOnly day, int? days) => days is int count ? day.AddDays(count) : null;
}
