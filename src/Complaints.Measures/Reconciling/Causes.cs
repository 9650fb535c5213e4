namespace Complaints.Measures.Reconciling;

/// <summary>
/// Every cause that is looked for, in the order in which equally near explanations are told: what needs no other complaints first
/// (docs/domain.md §7).
/// </summary>
public static class Causes
{
    /// <summary>All of them, in that order.</summary>
    public static IReadOnlyList<Cause> All { get; } =
    [
        new("truncated", CauseKind.Rounding, "cut off and not rounded"),
        new("half_to_even", CauseKind.Rounding, "with a half rounded to the even digit"),
        new("forced_to_100", CauseKind.Rounding, "changed so that the parts of its set add up to 100"),
        new("misprint", CauseKind.Set, "with one wrong digit: with the right one the parts of its set add up"),
        new("recoded", CauseKind.Set, "with one complaint counted under another figure of its set"),
        new("extension_without", CauseKind.Extensions, "without answers that were in time by an extension"),
        new("extension_with", CauseKind.Extensions, "with answers that were in time by an extension"),
        new("extension_strict", CauseKind.Extensions, "with extensions only where day, reason and notice are recorded"),
        new("partial_out", CauseKind.Outcome, "without complaints that were upheld in part"),
        new("partial_in", CauseKind.Outcome, "with complaints that were upheld in part"),
        new("denominator_made", CauseKind.Denominator, "over complaints made and not those answered or decided"),
        new("denominator_answered", CauseKind.Denominator, "over complaints answered and not those made"),
        new("denominator_decided", CauseKind.Denominator, "over complaints that were upheld or not, and not all made"),
        new("share_of_both_stages", CauseKind.Denominator, "over complaints of both stages"),
        new("withdrawn_out", CauseKind.Population, "without complaints that were withdrawn"),
        new("withdrawn_in", CauseKind.Population, "with complaints that were withdrawn"),
        new("refused_in", CauseKind.Population, "with complaints that were refused"),
        new("refused_out", CauseKind.Population, "without complaints that were refused"),
        new("only_lcra", CauseKind.Population, "of LCRA homes alone"),
        new("only_lcho", CauseKind.Population, "of LCHO homes alone"),
        new("both_stock_types", CauseKind.Population, "of LCRA and LCHO homes"),
        new("all_tenures", CauseKind.Population, "of all homes, those of leaseholders and others too"),
        new("both_stages", CauseKind.Population, "of both stages"),
        new("other_population", CauseKind.Population, "of another population of the catalogue"),
        new("zeros_dropped", CauseKind.Population, "without landlords whose value is 0"),
        new("rows_not_cases", CauseKind.Population, "by record, such as a finding, and not by case"),
        new("cases_not_rows", CauseKind.Population, "by case and not by record, such as a finding"),
        new("working_days", CauseKind.Unit, "in working days and not calendar days"),
        new("calendar_days", CauseKind.Unit, "in calendar days and not working days"),
        new("mean", CauseKind.Statistic, "as a mean and not a median"),
        new("pooled", CauseKind.Statistic, "as one rate over the records of all landlords and not a median"),
        new("counted_when_answered", CauseKind.Days, "counted on the day of the answer and not the day it was made"),
        new("counted_when_made", CauseKind.Days, "counted on the day it was made and not the day of the answer"),
        new("as_at_period_end", CauseKind.Days, "as at the period's last day, with what was answered later still open"),
        new("year_before", CauseKind.Window, "of the year before"),
        new("year_after", CauseKind.Window, "of the year after"),
        new("whole_year", CauseKind.Window, "of the whole reporting year"),
        new("half_year", CauseKind.Window, "of half a year"),
        new("quarter", CauseKind.Window, "of a quarter"),
        new("calendar_year", CauseKind.Window, "of a calendar year"),
        new("rolling_year", CauseKind.Window, "of twelve months to another day"),
        new("counts_of_set", CauseKind.Counts, "beside the numerator and denominator of its whole set"),
        new("counts_of_another", CauseKind.Counts, "beside the numerator and denominator of another figure"),
        new("parts_rounded_apart", CauseKind.Set, "parts that do not add up to 100, as each was brought to its places by itself"),
        new("parts_missing", CauseKind.Set, "parts that are not all of the whole"),
        new("parts_overlap", CauseKind.Set, "parts that count a complaint more than once"),
        new("one_way", CauseKind.Set, "figures that one way of counting and rounding gives, all of them"),
        new("printed_twice", CauseKind.Set, "one figure with two values"),
        new("mixed_periods", CauseKind.Set, "figures side by side of periods that are not equally long"),
        new("mixed_extension_basis", CauseKind.Set, "figures side by side of which some count extensions as in time and some do not"),
    ];

    /// <summary>The cause with an id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Cause Find(string id) =>
        All.FirstOrDefault(cause => cause.Id == id) ?? throw new ArgumentException($"There is no cause '{id}'.", nameof(id));

    /// <summary>Where a cause stands in the order.</summary>
    internal static int Place(Cause cause) => s_places[cause.Id];

    /// <summary>Causes in their order.</summary>
    internal static IReadOnlyList<Cause> InOrder(params IEnumerable<Cause> causes) => [.. causes.OrderBy(Place)];

    private static readonly Dictionary<string, int> s_places =
        All.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index, StringComparer.Ordinal);
}
