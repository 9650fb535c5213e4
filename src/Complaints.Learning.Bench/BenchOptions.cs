using System.Collections.Immutable;
using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Learning;

namespace Complaints.Learning.Bench;

/// <summary>What <see cref="RiskBench"/> is asked to do.</summary>
public sealed record BenchOptions
{
    /// <summary>The CSV file, with a header line.</summary>
    public required string Csv { get; init; }

    /// <summary>Name of the column that holds the label.</summary>
    public required string Label { get; init; }

    /// <summary>The label's value that counts as escalated, compared without regard to case.</summary>
    public required string Positive { get; init; }

    /// <summary>Name of the column that holds the time: whole numbers, or dates as yyyy-MM or yyyy-MM-dd. Never a feature.</summary>
    public required string Time { get; init; }

    /// <summary>Period to learn from.</summary>
    public required TimeRange Train { get; init; }

    /// <summary>Period to judge on; begins after the end of <see cref="Train"/>.</summary>
    public required TimeRange Test { get; init; }

    /// <summary>Features to use; empty for all columns that are not dropped.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>Columns never to use, above all those that become known only after the moment of prediction.</summary>
    public ImmutableArray<string> Drop { get; init; } = [];

    /// <summary>Rows to leave out everywhere, as "column=value": cases that have not reached the moment of prediction.</summary>
    public ImmutableArray<string> ExcludeRows { get; init; } = [];

    /// <summary>Further learners, judged beside the candidates; none of them can be chosen.</summary>
    public ImmutableArray<ILearner> Beside { get; init; } = [];

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; } = 20160101;

    /// <summary>Bootstrap samples behind the intervals, 0 to 10,000.</summary>
    public int Resamples { get; init; } = 500;

    /// <summary>Repetitions of the five-fold cross-validation within the training period, 1 to 20.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>Threads to use; the figures do not depend on it.</summary>
    public int Threads { get; init; } = 2;
}

/// <summary>A closed interval of time keys: whole numbers, or dates written as numbers (2016-03 is 201603, 2016-03-01 is 20160301).</summary>
/// <param name="From">First key.</param>
/// <param name="To">Last key, not before <paramref name="From"/>.</param>
public sealed record TimeRange(int From, int To)
{
    /// <summary>Reads "1-2", "3", "2016-01..2016-02" or "2016-01-01..2016-02-29".</summary>
    /// <exception cref="UsageException">Not a range, or one that ends before it begins.</exception>
    public static TimeRange Parse(string text)
    {
        string[] parts = text.Contains("..", StringComparison.Ordinal) ? text.Split("..") : Split(text);
        if (parts.Length is 1 or 2 && KeyOf(parts[0]) is { } from && KeyOf(parts[^1]) is { } to && from <= to)
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

        return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) ? (month.Year * 100) + month.Month : null;
    }

    /// <summary>Whether a key lies in the interval.</summary>
    public bool Contains(int key) => key >= From && key <= To;

    /// <inheritdoc/>
    public override string ToString() => From == To ? $"{From}" : $"{From}-{To}";

    private static string[] Split(string text) => KeyOf(text) is null ? text.Split('-') : [text];
}
