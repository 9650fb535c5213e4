using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A date as it lies in a column: days since 1970-01-01, with the ends of the range as infinities.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBDate
{
    public static readonly DuckDBDate PositiveInfinity = new() { Days = int.MaxValue };
    public static readonly DuckDBDate NegativeInfinity = new() { Days = -int.MaxValue };

    public int Days { get; set; }

    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public readonly bool IsPositiveInfinity => Days == int.MaxValue;

    public readonly bool IsNegativeInfinity => Days == -int.MaxValue;
}

/// <summary>A calendar date in the engine's range, which is wider than that of <see cref="DateOnly"/>, and its two infinities.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDateOnly(int year, byte month, byte day)
{
    // One day beyond either end of the engine's range: what its own conversion gives for an infinite date.
    public static readonly DuckDBDateOnly PositiveInfinity = new(5881580, 7, 11);
    public static readonly DuckDBDateOnly NegativeInfinity = new(-5877641, 6, 24);

    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public int Year { get; } = year;

    public byte Month { get; } = month;

    public byte Day { get; } = day;

    public bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public bool IsPositiveInfinity => Is(PositiveInfinity);

    public bool IsNegativeInfinity => Is(NegativeInfinity);

    public static DuckDBDateOnly FromDateOnly(DateOnly date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    public static DuckDBDateOnly FromDateTime(DateTime date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date)
    {
        if (date.IsInfinity)
        {
            return date.IsPositiveInfinity ? PositiveInfinity : NegativeInfinity;
        }

        var dayNumber = (long)date.Days + Epoch;
        return dayNumber >= 0 && dayNumber <= DateOnly.MaxValue.DayNumber
            ? FromDateOnly(DateOnly.FromDayNumber((int)dayNumber))
            : NativeMethods.DateTimeHelpers.DuckDBFromDate(date);
    }

    /// <summary>Days since 1970-01-01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day in the calendar.</exception>
    public DuckDBDate ToDuckDBDate()
    {
        if (IsInfinity)
        {
            return IsPositiveInfinity ? DuckDBDate.PositiveInfinity : DuckDBDate.NegativeInfinity;
        }

        // The engine's own conversion ends the process on a day that does not exist, so ordinary years stay here and
        // for the others the day is checked first in the same year of the 400-year cycle.
        if (Year is >= 1 and <= 9999)
        {
            return new DuckDBDate { Days = ToDateOnly().DayNumber - Epoch };
        }

        _ = new DateOnly(2000 + (((Year % 400) + 400) % 400), Month, Day);
        return NativeMethods.DateTimeHelpers.DuckDBToDate(this);
    }

    public DateOnly ToDateOnly() => new(Year, Month, Day);

    public DateTime ToDateTime() => new(Year, Month, Day);

    public static explicit operator DateTime(DuckDBDateOnly date) => date.ToDateTime();

    public static explicit operator DuckDBDateOnly(DateTime date) => FromDateTime(date);

    public static implicit operator DateOnly(DuckDBDateOnly date) => date.ToDateOnly();

    public static implicit operator DuckDBDateOnly(DateOnly date) => FromDateOnly(date);

    private bool Is(DuckDBDateOnly other) => Year == other.Year && Month == other.Month && Day == other.Day;
}
