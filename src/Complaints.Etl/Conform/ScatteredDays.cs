namespace Complaints.Etl.Conform;

/// <summary>
/// Tells swapped days by where they fall: days 13 to 31 fall in the months that an extract is of; days 1 to 12 of swapped dates fall in all
/// months, and swapped back in those. A few stragglers do not hide it.
/// </summary>
internal static class ScatteredDays
{
    private const int LastMonth = 12;
    private const int Least = 5;
    private const int StragglersPercent = 25;
    private const int WeakMonthPercent = 10;
    private const double Surplus = 1.5;
    private const double EarlyDay = LastMonth / 30.4;
    private const double HardlyChance = 1e-3;

    /// <summary>What is wrong with the days; null where nothing shows.</summary>
    internal static string? Judge(IReadOnlyList<DateOnly> days)
    {
        Dictionary<DateOnly, int> late = days.Where(day => day.Day > LastMonth).CountBy(Month).ToDictionary();
        if (late.Count == 0)
        {
            return null;
        }

        // A late day or two of another month are stragglers; the extract is not of that month.
        int most = late.Values.Max();
        Dictionary<DateOnly, int> months = late.Where(month => month.Value * 100 > most * WeakMonthPercent).ToDictionary();
        List<DateOnly> outside = [.. days.Where(day => !months.ContainsKey(Month(day)))];

        // The extract may begin or end within the first days of a month, which has no late days then.
        Dictionary<DateOnly, int> withEdges = new(months);
        int mean = Math.Max(1, months.Values.Sum() / months.Count);
        withEdges.TryAdd(months.Keys.Min().AddMonths(-1), mean);
        withEdges.TryAdd(months.Keys.Max().AddMonths(1), mean);

        return Told(outside, months, months.Count) ?? Told(outside, withEdges, months.Count);
    }

    private static string? Told(List<DateOnly> outside, Dictionary<DateOnly, int> months, int lateMonths)
    {
        List<DateOnly> fitting = Fitting(outside, months);
        int stragglers = outside.Count - fitting.Count;
        if (fitting.Count < Least || stragglers * 100 > outside.Count * StragglersPercent)
        {
            return null;
        }

        // In a sparse column some months have early days alone by chance, and any of them could have been those.
        int others = outside.Select(Month).Distinct().Count();
        double chance = LogOfChoices(lateMonths + others, others)
            + LogOfChoices(outside.Count, stragglers)
            + fitting.Sum(day => Math.Log(EarlyDay) + Math.Log(months.Keys.Count(month => month.Year == day.Year) / (double)LastMonth));
        return chance < Math.Log(HardlyChance)
            ? FormattableString.Invariant($"days 13 to 31 fall in {lateMonths:N0} months only, while {outside.Count:N0} dates fall in other months, and {fitting.Count:N0} of them in those with day and month swapped. A spreadsheet swapped day and month where it could.")
            : null;
    }

    // Swapped back, the days are spread over the months as the late days are. Where one month gets far more than its share, as January does
    // of a column of first days, the surplus is no sign of anything.
    private static List<DateOnly> Fitting(List<DateOnly> outside, Dictionary<DateOnly, int> months)
    {
        double all = months.Values.Sum();
        return
        [
            .. outside.Where(day => day.Day <= LastMonth)
                .GroupBy(day => new DateOnly(day.Year, day.Day, 1))
                .Where(swapped => months.ContainsKey(swapped.Key))
                .SelectMany(swapped => swapped.Take((int)Math.Ceiling(Surplus * outside.Count * months[swapped.Key] / all))),
        ];
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    private static double LogOfChoices(int all, int chosen) =>
        Enumerable.Range(1, chosen).Sum(i => Math.Log((all - chosen + i) / (double)i));
}
