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
    private const int LeastOfOtherOrder = 3;
    private const int OtherOrderPercent = 20;
    private const int LeastOfOtherOrderAlone = 2;
    private const int LeastBesideOneOfOtherOrder = 2;
    private const int NoisePercent = 5;

    // A day of a month is one of the first twelve in 12 of 30.4 cases.
    private const double EarlyDay = 12 / 30.4;

    // A single date is rather a cell that somebody typed.
    private const int LeastDates = 2;

    // A column in which dates and texts stand together is rather a spreadsheet's doing from the start, so less is enough.
    private const double DoubtfulChance = 0.09;

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
        if (column.MixedDates)
        {
            return;
        }

        var shape = new DateShape();
        foreach (string text in _seen)
        {
            shape.Add(text, column);
        }

        // Where the year is to stand first, a text with the year at its end is held back by itself, whatever its order.
        string? orders = column.Order == DateOrder.Ymd ? null : Mixed(shape) ?? OtherAlone(shape);
        if ((Altered(shape) ?? orders ?? ScatteredDays.Judge(shape.Days)) is not string what)
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
            && texts > 0
            && Math.Pow(EarlyDay, shape.EarlyDates) * Math.Pow(1 - EarlyDay, texts) <= DoubtfulChance
            && shape.LateDates * 100 <= shape.EarlyDates * NoisePercent
            && shape.TextsInEither * 100 <= texts * NoisePercent
            ? FormattableString.Invariant($"{shape.EarlyDates:N0} values are dates, or written in a way of their own, with days up to 12, and {texts:N0} are texts with days after 12. A spreadsheet made dates of those that it could read in its own order of day and month, so every one of these dates may be wrong.")
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

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        int blank = colon < 0 ? -1 : text[..colon].LastIndexOfAny(' ', 'T');
        return blank > 0 ? text[..blank] : text;
    }
}
