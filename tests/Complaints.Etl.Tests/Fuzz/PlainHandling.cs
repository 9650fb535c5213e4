using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Etl.Tests.Fuzz;

/// <summary>
/// The measures of handling and outcomes once more, complaint by complaint and without the product: what is looked at, what stands above
/// the line and what below.
/// </summary>
internal sealed class PlainHandling(string measure, IReadOnlyCollection<PlainStage> all, FigureQuery query, DateOnly asAt)
{
    private static readonly string[] s_elsewhere =
    [
        "stage1_made", "stage2_made", "complaints_accepted", "escalation_rate", "upheld_rate_stage1", "mean_days_to_respond_stage1",
    ];

    private static readonly string[] s_counts =
    [
        "received", "accepted", "refused", "withdrawn", "answered", "open", "overdue", "late", "upheld", "partially_upheld", "not_upheld",
        "points_raised", "complainants", "repeat_complainants_2", "repeat_complainants_3", "repeat_complainants_5",
    ];

    private readonly string _kind = measure
        .Replace("_stage1", "", StringComparison.Ordinal)
        .Replace("_stage2", "", StringComparison.Ordinal);

    public static bool Knows(string measure) => !s_elsewhere.Contains(measure) && !measure.StartsWith("ch0", StringComparison.Ordinal);

    /// <summary>Numerator, denominator, open and left out, of the rows of a group.</summary>
    public (decimal Above, decimal? Below, long Open, long LeftOut) Of(List<PlainStage> rows)
    {
        List<PlainStage> looked = [.. rows.Where(IsOfStage).Where(IsLookedAt)];
        List<PlainStage> counted = [.. looked.Where(Counts)];
        List<PlainStage> below = [.. counted.Where(IsBelow)];
        decimal above = _kind switch
        {
            // The extracts say neither.
            "points_raised" or "avoidable_share" => 0,
            // Nor whose it is: all are left out for that.
            _ when IsOfResidents => 0,
            "mean_days_to_respond" => below.Sum(stage => PlainClock.Between(stage.Received, stage.Responded!.Value)),
            "mean_calendar_days_to_respond" => below.Sum(stage => stage.Responded!.Value.DayNumber - stage.Received.DayNumber),
            "median_days_to_respond" or "p90_days_to_respond" =>
                AtPlace([.. below.Select(stage => PlainClock.Between(stage.Received, stage.Responded!.Value))]),
            "median_calendar_days_to_respond" or "p90_calendar_days_to_respond" =>
                AtPlace([.. below.Select(stage => stage.Responded!.Value.DayNumber - stage.Received.DayNumber)]),
            _ => below.Count(IsAbove),
        };
        return (
            above,
            s_counts.Contains(_kind) ? null : below.Count,
            counted.Count(stage => stage.Status == "accepted" && !IsAnswered(stage)),
            looked.Count - counted.Count);
    }

    // Of n days in order the one at place share × (n − 1) from the first, between two of them in proportion.
    private decimal AtPlace(List<int> days)
    {
        if (days.Count == 0)
        {
            return 0;
        }

        days.Sort();
        decimal place = (_kind.StartsWith("median", StringComparison.Ordinal) ? 0.5m : 0.9m) * (days.Count - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, days.Count - 1);
        return days[below] + ((place - below) * (days[above] - days[below]));
    }

    private bool IsOfResidents => _kind.Contains("complainants", StringComparison.Ordinal);

    private bool IsOfStage(PlainStage stage) => _kind == "escalated_share" || IsOfResidents ? stage.Number == 1
        : _kind == measure || stage.Number == (measure.EndsWith("_stage2", StringComparison.Ordinal) ? 2 : 1);

    // Beside a count stand only those that it counts; beside a share those that it could have counted.
    private bool IsLookedAt(PlainStage stage) => IsOfResidents ? true : s_counts.Contains(_kind) ? IsBelow(stage) && IsAbove(stage)
        : _kind == "ombudsman_details_given" ? IsExtended(stage)
        : !_kind.StartsWith("answered_", StringComparison.Ordinal) || IsAnswered(stage);

    private bool Counts(PlainStage stage) =>
        !IsOfResidents && (_kind is "received" or "refused" or "refused_rate" || stage.Status != "refused")
        && (!(_kind.EndsWith("days_to_respond", StringComparison.Ordinal) || measure == "upheld_rate_stage2") || stage.Stock != "NEITHER")
        && (query.Withdrawn != WithdrawnPolicy.Exclude || stage.Status != "withdrawn");

    private bool IsBelow(PlainStage stage) => _kind switch
    {
        "points_raised" or "avoidable_share" => false,
        "acknowledged_in_time" => PlainClock.AcknowledgeBy(stage) is not null,
        "upheld_rate" or "upheld_share" or "partially_upheld_share" or "not_upheld_share" =>
            IsAnswered(stage) && stage.Outcome is "upheld" or "partially_upheld" or "not_upheld",
        "service_failure_rate" or "upheld" or "partially_upheld" or "not_upheld" or "late" => IsAnswered(stage),
        "ombudsman_details_given" => IsExtended(stage),
        _ => true,
    };

    private bool IsAbove(PlainStage stage) => _kind switch
    {
        "refused" or "refused_rate" => stage.Status == "refused",
        "withdrawn" => stage.Status == "withdrawn",
        "open" => stage.Status == "accepted" && !IsAnswered(stage),
        "overdue" => stage.Status == "accepted" && !IsAnswered(stage) && LastDay(stage) < asAt,
        "acknowledged_in_time" => stage.Acknowledged <= asAt && stage.Acknowledged <= PlainClock.AcknowledgeBy(stage),
        "upheld" or "upheld_share" => stage.Outcome == "upheld",
        "partially_upheld" or "partially_upheld_share" => stage.Outcome == "partially_upheld",
        "not_upheld" or "not_upheld_share" => stage.Outcome == "not_upheld",
        "upheld_rate" or "service_failure_rate" => stage.Outcome is "upheld" or "partially_upheld",
        "late" => stage.Responded > LastDay(stage),
        "answered_in_time" => stage.Responded <= LastDay(stage),
        "answered_in_time_standard" => stage.Responded <= PlainClock.Read(stage).Standard,
        "extended" => IsExtended(stage),
        "ombudsman_details_given" => stage.Details,
        "escalated_share" => all.Any(
            other => other.Case == stage.Case && other.Number == 2 && other.Status != "refused" && other.Received <= asAt),
        "received" or "accepted" or "answered" => true,
        _ => throw new InvalidOperationException($"'{measure}' has no plain reading: write one from its source paragraph."),
    };

    private bool IsAnswered(PlainStage stage) => stage.Responded <= asAt;

    private bool IsExtended(PlainStage stage) => Extension(stage) is not null && !(stage.Agreed > asAt);

    private DateOnly LastDay(PlainStage stage)
    {
        DateOnly standard = PlainClock.Read(stage).Standard;
        return Extension(stage) is DateOnly extended && extended > standard ? extended : standard;
    }

    private DateOnly? Extension(PlainStage stage)
    {
        (_, DateOnly? recorded, DateOnly? strict) = PlainClock.Read(stage);
        return query.Extensions == ExtensionPolicy.Strict ? strict : recorded;
    }
}
