using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Etl.Tests.Fuzz;

/// <summary>The measures once more, complaint by complaint and without the product.</summary>
internal sealed class PlainFigures(
    IReadOnlyCollection<PlainStage> stages,
    IReadOnlyDictionary<(string Landlord, string Stock, int Year), int> homes,
    FigureQuery query,
    DateOnly asAt)
{
    /// <summary>Numerator, denominator, open and left out.</summary>
    public (decimal Above, decimal? Below, long Open, long LeftOut) Of(Figure figure) => Of(figure.Measure, figure.Dimensions);

    public (decimal Above, decimal? Below, long Open, long LeftOut) Of(string measure, IReadOnlyList<DimensionValue> group)
    {
        if (PlainHandling.Knows(measure))
        {
            var handling = new PlainHandling(measure, stages, query, asAt);
            return handling.Of([.. stages.Where(stage => IsIn(measure, group, stage))]);
        }

        List<PlainStage> rows = [.. stages.Where(stage => IsIn(measure, group, stage))];
        int number = measure.Contains("stage2", StringComparison.Ordinal) ? 2 : 1;
        List<PlainStage> own = [.. rows.Where(stage => stage.Number == number)];
        List<PlainStage> counted = [.. own.Where(Counts)];
        long open = counted.Count(IsOpen);
        long leftOut = own.Count - counted.Count;
        switch (measure)
        {
            case "stage1_made" or "stage2_made":
                return (counted.Count, null, open, leftOut);
            case "complaints_accepted":
                List<PlainStage> accepted = [.. rows.Where(IsAccepted)];
                return (accepted.Count, null, accepted.Count(IsOpen), rows.Count - accepted.Count);
            case "ch01_stage1" or "ch01_stage2":
                return PerHomes(counted, group, leftOut);
            case "escalation_rate":
                List<PlainStage> second = [.. rows.Where(stage => stage.Number == 2)];
                List<PlainStage> above = [.. second.Where(Counts)];
                return (above.Count, counted.Count, open + above.Count(IsOpen), leftOut + second.Count - above.Count);
            case "upheld_rate_stage1":
                List<PlainStage> decided = [.. counted.Where(stage => stage.Responded <= asAt && IsDecided(stage))];
                return (decided.Count(stage => stage.Outcome != "not_upheld"), decided.Count, open, leftOut);
            case "mean_days_to_respond_stage1":
                return (counted.Sum(stage => PlainClock.Between(stage.Received, stage.Responded!.Value)), counted.Count, open, leftOut);
            default:
                return (counted.Count(stage => InTime(measure, stage)), counted.Count, open, leftOut);
        }
    }

    /// <summary>Whether a stage would be counted, or left out by a reason, in a figure.</summary>
    public bool Belongs(Figure figure, PlainStage stage)
    {
        bool ofStage = (!figure.Measure.Contains("_stage", StringComparison.Ordinal)
                && !figure.Measure.StartsWith("stage", StringComparison.Ordinal))
            || stage.Number == (figure.Measure.Contains("stage2", StringComparison.Ordinal) ? 2 : 1);
        return ofStage && IsIn(figure.Measure, figure.Dimensions, stage);
    }

    private bool IsIn(string measure, IReadOnlyList<DimensionValue> group, PlainStage stage) =>
        Day(measure, stage) is DateOnly day
        && day <= asAt
        && YearOf(day) == query.Years[0].StartYear
        && group.All(value => value.Dimension == "landlord_name" || Value(value.Dimension, stage, day) == value.Value);

    private (decimal, decimal?, long, long) PerHomes(List<PlainStage> counted, IReadOnlyList<DimensionValue> group, long leftOut)
    {
        int year = query.Years[0].StartYear;
        decimal below = homes
            .Where(known => known.Key.Year == year && group.All(value => value.Dimension switch
            {
                "landlord" => value.Value == known.Key.Landlord,
                "stock_type" => value.Value == known.Key.Stock,
                _ => true,
            }))
            .Sum(known => known.Value);
        List<PlainStage> housed = [.. counted.Where(stage => homes.ContainsKey((stage.Landlord, stage.Stock, year)))];
        return below == 0
            ? (counted.Count, 0, housed.Count(IsOpen), leftOut)
            : (housed.Count, below, housed.Count(IsOpen), leftOut + counted.Count - housed.Count);
    }

    private bool Counts(PlainStage stage) => IsAccepted(stage) && stage.Stock != "NEITHER";

    private bool IsAccepted(PlainStage stage) =>
        stage.Status != "refused"
        && (query.Withdrawn != WithdrawnPolicy.Exclude || stage.Status != "withdrawn");

    private static bool IsDecided(PlainStage stage) => stage.Outcome is "upheld" or "partially_upheld" or "not_upheld";

    private bool IsOpen(PlainStage stage) => !(stage.Responded <= asAt) && stage.Status != "withdrawn";

    private bool InTime(string measure, PlainStage stage)
    {
        (DateOnly standard, DateOnly? recorded, DateOnly? strict) = PlainClock.Read(stage);
        DateOnly? extended = query.Extensions == ExtensionPolicy.Strict ? strict : recorded;
        bool known = stage.Responded <= asAt;
        bool byStandard = known && stage.Responded <= standard;
        bool byExtension = known && !byStandard && stage.Responded <= extended;
        return measure.EndsWith("_standard", StringComparison.Ordinal) ? byStandard
            : measure.EndsWith("_extension", StringComparison.Ordinal) ? byExtension
            : byStandard || byExtension;
    }

    private static DateOnly? Day(string measure, PlainStage stage) =>
        measure.Contains("_days_to_respond", StringComparison.Ordinal) || measure.StartsWith("answered_", StringComparison.Ordinal)
            ? stage.Responded
            : stage.Received;

    private static int YearOf(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    private static string Value(string dimension, PlainStage stage, DateOnly day) => dimension switch
    {
        "landlord" => stage.Landlord,
        "stock_type" => stage.Stock,
        "category" => stage.Category.Length == 0 ? "Not recorded" : stage.Category,
        "outcome" => stage.Outcome.Length == 0 ? "Not recorded" : stage.Outcome,
        "month" => $"{day:yyyy-MM}",
        "quarter" => $"{YearOf(day)}/{(YearOf(day) + 1) % 100:00} Q{(day.Month + 8) % 12 / 3 + 1}",
        _ => $"{YearOf(day)}/{(YearOf(day) + 1) % 100:00}",
    };
}
