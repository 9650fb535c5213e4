using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Learning.Bench;

/// <summary>
/// A closed interval of time keys: whole numbers, or dates written as numbers (2016-03 is 201603, 2016-03-01 is 20160301).
/// </summary>
/// <param name="From">First key.</param>
/// <param name="To">Last key, not before <paramref name="From"/>.</param>
public sealed record TimeRange(int From, int To)
{
    /// <summary>Reads "1-2", "3", "2016-01..2016-02" or "2016-01-01..2016-02-29".</summary>
    /// <exception cref="UsageException">Not a range, or one that ends before it begins.</exception>
    public static TimeRange Parse(string text)
    {
        string[] parts = text.Contains("..", StringComparison.Ordinal) ? text.Split("..") : Split(text);
        if (parts.Length is 1 or 2 && KeyOf(parts[0]) is { } from && KeyOf(parts[^1]) is { } to
            && (from <= to || Bound(from, TimeKind.Day, first: true) <= Bound(to, TimeKind.Day, first: false)))
        {
            return new TimeRange(from, to);
        }

        throw new UsageException(
            $"'{text}' is not a range of time.", expected: "two whole numbers as in 1-2, or two dates as in 2016-01..2016-02, the earlier one first");
    }

    /// <summary>The key of a cell, or null when it is neither a whole number nor a date.</summary>
    public static int? KeyOf(string text)
    {
        text = text.Trim();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return (day.Year * 10_000) + (day.Month * 100) + day.Day;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month)
            ? (month.Year * 100) + month.Month
            : null;
    }

    /// <summary>
    /// The same period in the keys of a column: over days, a month or a year stands for all of its days; over months, a year for its
    /// months.
    /// </summary>
    /// <param name="kind">What the keys are.</param>
    /// <param name="option">The option that named the period, for the message.</param>
    /// <exception cref="UsageException">A period of days over a column of months.</exception>
    internal TimeRange In(TimeKind kind, string option)
    {
        if (kind == TimeKind.Month && (Digits(From) == 8 || Digits(To) == 8))
        {
            throw new UsageException($"The period {this} names days, but the column holds months.", option, "months, as in 2016-01..2016-02");
        }

        return kind == TimeKind.Number ? this : new TimeRange(Bound(From, kind, first: true), Bound(To, kind, first: false));
    }

    private static int Bound(int bound, TimeKind kind, bool first)
    {
        bound = Digits(bound) == 4 ? (bound * 100) + (first ? 1 : 12) : bound;
        return kind == TimeKind.Day && Digits(bound) == 6 ? (bound * 100) + (first ? 1 : 31) : bound;
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>Whether a key lies in the interval.</summary>
    public bool Contains(int key) => key >= From && key <= To;

    /// <inheritdoc/>
    public override string ToString() => From == To ? $"{From}" : $"{From}-{To}";

    private static string[] Split(string text) => KeyOf(text) is null ? text.Split('-') : [text];
}
