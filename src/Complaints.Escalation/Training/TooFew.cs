using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Labels;

namespace Complaints.Escalation.Training;

/// <summary>The refusal to learn from too few escalations.</summary>
internal static class TooFew
{
    public static UserException Of(int escalated, DateOnly asOf, LabelRule rule) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Only {escalated:N0} escalated cases have a known outcome on {asOf:yyyy-MM-dd}: too few to tell a pattern from chance."),
        where: string.Create(CultureInfo.InvariantCulture, $"stage 1 cases answered at least {rule.HorizonDays} days before that day"),
        expected: $"at least {Limits.TrainingPositives} escalated cases ({nameof(Limits)}.{nameof(Limits.TrainingPositives)})",
        fix: "load more years or more landlords, or shorten the horizon; until then rank open cases by days overdue");
}
