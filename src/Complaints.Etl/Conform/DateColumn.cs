using Complaints.Domain.Errors;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>
/// Judges the dates of a column as a whole. A spreadsheet that reads texts in another order of day and month turns those with days up to 12
/// into other dates and leaves the rest as texts: each cell alone looks sound, and only the column shows it.
/// </summary>
/// <param name="column">The column.</param>
internal sealed class DateColumn(BoundField column)
{
    private const int Remembered = 20_000;
    private const int LeastDates = 3;
    private const int LeastTexts = 2;
    private const int LeastOfOtherOrder = 3;
    private const int OtherOrderPercent = 20;
    private const int LeastOfOtherOrderAlone = 2;
    private const int LeastBesideOneOfOtherOrder = 2;
    private const int NoisePercent = 5;
    private const int LeastScattered = 5;
    private const int LastMonth = 12;

    // A day of a month is one of the first twelve in 12 of 30.4 cases.
    private const double EarlyDay = 12 / 30.4;
    private const double HardlyChance = 1e-3;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    internal BoundField Field => column;

    /// <summary>Notes a cell; equal ones count once, whatever their time of the day.</summary>
    internal void Add(string text)
    {
        ReadOnlySpan<char> day = WithoutTime(text);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (_seen.Count < Remembered && !lookup.Contains(day))
        {
            lookup.Add(day);
        }
    }

    /// <exception cref="UserException">Day and month were swapped in a part of the column.</exception>
    internal void Check(string path)
    {
        if (column.MixedDates || column.Order == DateOrder.Ymd)
        {
            return;
        }

        var shape = new DateShape();
        foreach (string text in _seen)
        {
            shape.Add(text, column);
        }

        if ((Altered(shape) ?? Mixed(shape) ?? OtherAlone(shape) ?? Scattered(shape)) is not string what)
        {
            return;
        }

        throw Refusal.Of(
            path,
            $"Column '{column.Column}': {what}",
            "one order of day and month in the whole column",
            $"export the column again as year-month-day or as text from its own system; where the dates are right as they stand, write {{ \"column\": \"{column.Column}\", \"mixed_dates\": true }} for '{column.Field.Name}' in the mapping; where the whole column has the other order, 'date_order' for it says so");
    }

    private static string? Altered(DateShape shape)
    {
        int texts = shape.TextsInOrder + shape.TextsInOther;
        return shape.EarlyDates >= LeastDates
            && texts >= LeastTexts
            && shape.LateDates * 100 <= shape.EarlyDates * NoisePercent
            && shape.TextsInEither * 100 <= texts * NoisePercent
            ? FormattableString.Invariant($"{shape.EarlyDates:N0} values are dates, with days up to 12, and {texts:N0} are texts with days after 12. A spreadsheet made dates of those that it could read in its own order of day and month, so every one of these dates may be wrong.")
            : null;
    }

    private static string? Mixed(DateShape shape) =>
        shape.TextsInOther >= LeastOfOtherOrder
        && shape.TextsInOther * 100 >= (shape.TextsInOrder + shape.TextsInOther) * OtherOrderPercent
            ? FormattableString.Invariant($"{shape.TextsInOther:N0} values are possible only with day and month in the other order, and {shape.TextsInOrder:N0} only in the mapping's. Days 1 to 12 can be read either way, so which of them are right cannot be told.")
            : null;

    // Few texts tell an order, and all tell the other: of honest ones, three in five would tell the mapping's. A single one beside hardly
    // anything is rather a slip of the pen.
    private static string? OtherAlone(DateShape shape) =>
        shape.TextsInOrder == 0
        && (shape.TextsInOther >= LeastOfOtherOrderAlone
            || (shape.TextsInOther == 1 && shape.TextsInEither >= LeastBesideOneOfOtherOrder))
            ? FormattableString.Invariant($"no value is possible only with day and month in the mapping's order, and {shape.TextsInOther:N0} only in the other. The {shape.TextsInEither:N0} that can be read either way are most likely in the other order too.")
            : null;

    // Days 13 to 31 fall in the months that the extract is of; days 1 to 12 of swapped dates fall in all months, and swapped back in those.
    private static string? Scattered(DateShape shape)
    {
        HashSet<(int Year, int Month)> late = [.. shape.Days.Where(day => day.Day > LastMonth).Select(day => (day.Year, day.Month))];
        List<DateOnly> outside = [.. shape.Days.Where(day => day.Day <= LastMonth && !late.Contains((day.Year, day.Month)))];
        if (late.Count == 0 || outside.Count < LeastScattered || !outside.TrueForAll(day => late.Contains((day.Year, day.Day))))
        {
            return null;
        }

        // In a sparse column some months have early days alone by chance, and any of them could have been those.
        int others = outside.Select(day => (day.Year, day.Month)).Distinct().Count();
        double chance = LogOfChoices(late.Count + others, others)
            + outside.Sum(day => Math.Log(EarlyDay) + Math.Log(late.Count(month => month.Year == day.Year) / (double)LastMonth));
        return chance < Math.Log(HardlyChance)
            ? FormattableString.Invariant($"days 13 to 31 fall in {late.Count:N0} months only, while {outside.Count:N0} dates with days up to 12 fall in other months, and all of them in those with day and month swapped. A spreadsheet swapped day and month where it could.")
            : null;
    }

    private static double LogOfChoices(int all, int chosen) =>
        Enumerable.Range(1, chosen).Sum(i => Math.Log((all - chosen + i) / (double)i));

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        int blank = colon < 0 ? -1 : text[..colon].LastIndexOfAny(' ', 'T');
        return blank > 0 ? text[..blank] : text;
    }
}
