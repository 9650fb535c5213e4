using System.IO.Enumeration;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>Mutants that count the same as their measure whatever the records are, each with the reason.</summary>
internal static class Equivalents
{
    private const string OfTwoStages = "a stage is the first or the second: there is no other";
    private const string ByDayOfAnswer = "it goes by the day of the answer, which is then no later than the figure's day";
    private const string ByDayOfPayment = "it goes by the day of the payment, which was made then";
    private const string NothingAdded = "what is not recorded adds nothing to a sum and has no place in an order";
    private const string Answered = "by the day of the answer both days are known, and so are the days between them";
    private const string OfOneStatus = "what stands above the line is of one status, which the exclusion is not";
    private const string LeftOut = "the population leaves them out already";
    private const string OfOneFinding = "what is counted is of findings that the other population leaves in";
    private const string IsThere = "it asks whether there is an extended due day, not which";

    private static readonly Equivalent[] s_all =
    [
        new("*", "above: without 'stage is 1 or 2'", OfTwoStages),
        new("*", "below: without 'stage is 1 or 2'", OfTwoStages),
        new("complaints_accepted", "population: stages 1 and 2 exchanged", OfTwoStages),
        new("refused_rate", "population: stages 1 and 2 exchanged", OfTwoStages),
        new("upheld_rate", "population: stages 1 and 2 exchanged", OfTwoStages),
        new("answered_in_time", "population: stages 1 and 2 exchanged", OfTwoStages),
        new("answered_in_time_standard", "population: stages 1 and 2 exchanged", OfTwoStages),
        new("answered_in_time", "below: everything", $"{ByDayOfAnswer}; {OfTwoStages}"),
        new("answered_in_time_standard", "below: everything", $"{ByDayOfAnswer}; {OfTwoStages}"),
        new("answered_*", "above: without 'responded is yes'", ByDayOfAnswer),
        new("answered_*", "below: without 'responded is yes'", ByDayOfAnswer),
        new("answered_*", "above: 'in time basis is standard*' and open too", ByDayOfAnswer),
        new("answered_*", "clock: responded: ended by received_on", $"{ByDayOfAnswer}, as is that of receipt"),
        new("answered_*", "clock: responded: ended by clock_started_on", $"{ByDayOfAnswer}, as is the start of the clock"),
        new("*_days_to_respond_*", "above: without '*days to respond is recorded'", NothingAdded),
        new("*_calendar_days_to_respond_*", "below: without 'calendar days to respond is recorded'", Answered),
        new("points_raised_*", "above: without 'points raised is recorded'", NothingAdded),
        new("orders_amount", "above: without 'amount is recorded'", NothingAdded),
        new("compensation_paid", "above: paid is True alone", ByDayOfPayment),
        new("mean_compensation_paid", "*: paid is True alone", ByDayOfPayment),
        new("payments_made", "above: paid is True alone", ByDayOfPayment),
        new("payments_up_to_100", "below: paid is True alone", ByDayOfPayment),
        new("*complainants*", "above: without 'resident known is yes'", LeftOut),
        new("*complainants*", "population: resident_not_recorded not left out", "what stands above the line asks for a known resident too"),
        new("surveys_answered", "above: answered is True alone", ByDayOfAnswer),
        new("survey_mean_score", "above: without 'score is recorded'", NothingAdded),
        new("open_*", "population: not_accepted not left out", OfOneStatus),
        new("open_*", "population: left out 'status is refused' and withdrawn too", OfOneStatus),
        new("open_*", "population: withdrawn: Exclude", OfOneStatus),
        new("open_*", "above: 'status is accepted' and refused too", LeftOut),
        new("overdue_*", "population: not_accepted not left out", OfOneStatus),
        new("overdue_*", "population: left out 'status is refused' and withdrawn too", OfOneStatus),
        new("overdue_*", "population: withdrawn: Exclude", OfOneStatus),
        new("overdue_*", "above: 'status is accepted' and refused too", LeftOut),
        new("withdrawn_*", "population: not_accepted not left out", OfOneStatus),
        new("withdrawn_*", "population: left out 'status is refused' and accepted too", OfOneStatus),
        new("withdrawn_*", "above: 'status is withdrawn' and refused too", LeftOut),
        new("refused_stage?", "population: withdrawn: Exclude", OfOneStatus),
        new("extended_*", "clock: due *", IsThere),
        new("ombudsman_details_given_*", "clock: due *", IsThere),
        new("findings_*maladministration", "population: of the population findings_considered", OfOneFinding),
        new("findings_service_failure", "population: of the population findings_considered", OfOneFinding),
        new("findings_reasonable_redress", "population: of the population findings_considered", OfOneFinding),
        new("findings_resolved_with_intervention", "population: of the population findings_considered", OfOneFinding),
        new("findings_upheld", "population: of the population findings_considered", OfOneFinding),
        new("ombudsman_cases_upheld", "population: of the population findings_considered", OfOneFinding),
        new("maladministration_rate", "above: 'finding is *' and outside_jurisdiction too", LeftOut),
        new("maladministration_rate", "above: 'finding is *' and withdrawn too", LeftOut),
        new("maladministration_rate", "population: left out 'finding is outside jurisdiction' and withdrawn too", LeftOut),
        new("maladministration_rate", "population: left out 'finding is withdrawn' and outside_jurisdiction too", LeftOut),
    ];

    /// <summary>Why a mutant counts the same; null where nothing says that it does.</summary>
    internal static string? Why(Mutant mutant) => Array.Find(s_all, one => one.Is(mutant))?.Reason;

    /// <summary>Those that none of some mutants is.</summary>
    internal static IEnumerable<string> Unused(IReadOnlyCollection<Mutant> mutants) =>
        s_all.Where(one => !mutants.Any(one.Is)).Select(one => $"{one.Measure}: {one.Change}");

    // '*' stands for any text, '?' for a sign.
    private sealed record Equivalent(string Measure, string Change, string Reason)
    {
        internal bool Is(Mutant mutant) => FileSystemName.MatchesSimpleExpression(Measure, mutant.Measure, ignoreCase: false)
            && FileSystemName.MatchesSimpleExpression(Change, mutant.Change, ignoreCase: false);
    }
}
