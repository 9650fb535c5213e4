using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;

namespace Complaints.Escalation.Training;

/// <summary>
/// Which months are judged. Each kind of moment has its own latest months: the outcome of an answered case is known after the horizon, that
/// of an open one only after the settling time as well, so in the months fit to judge answers hardly an open case could be judged.
/// </summary>
internal static class EvaluationMonths
{
    /// <summary>The months at whose end all outcomes are known and before which enough escalations were.</summary>
    /// <param name="rows">Prediction rows.</param>
    /// <param name="answered">Months for the response, or for the moments before it.</param>
    /// <param name="count">So many, the latest.</param>
    public static List<DateOnly> Of(PredictionRows rows, bool answered, int count)
    {
        int wait = rows.Rule.HorizonDays + (answered ? 0 : rows.Rule.SettlingDays);
        DateOnly last = rows.History.SharedCutOff.AddDays(-wait);

        // Whole months only: the calls of half a month are not those of a month.
        return
        [
            .. rows.Points
                .Where(p => (p.Kind == PointKind.Response) == answered)
                .Select(p => new DateOnly(p.Day.Year, p.Day.Month, 1))
                .Distinct()
                .Where(month => month.AddMonths(1).AddDays(-1) <= last)
                .OrderDescending()
                .Take(Math.Clamp(count, 1, Limits.EvaluationMonths))
                .Where(month => rows.CasesAmong(rows.RipeBy(month.AddDays(-1))).Escalated >= Limits.TrainingPositives)
                .Order(),
        ];
    }

    /// <summary>The refusal where there is no such month for the response.</summary>
    public static UserException None(PredictionRows rows) =>
        TooFew.Of(rows.CasesAmong(rows.RipeBy(rows.History.CutOff)).Escalated, rows.History.CutOff, rows.Rule);
}
