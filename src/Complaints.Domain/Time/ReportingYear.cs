using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Time;

/// <summary>
/// A reporting year: 1 April to 31 March, both included ("the reporting year 1 April 2023 to 31 March 2024", docs/domain.md §2.1).
/// </summary>
/// <remarks>
/// Written by its two calendar years, "2024/25". <c>default(ReportingYear)</c> is not a year: using it throws.
/// Years start in <see cref="Limits.FirstReportingYear"/> to <see cref="Limits.LastReportingYear"/>.
/// </remarks>
public readonly record struct ReportingYear : IComparable<ReportingYear>
{
    private readonly int _startYear;

    private ReportingYear(int startYear) => _startYear = startYear;

    /// <summary>The calendar year in which it starts: 2024 for 2024/25.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default(ReportingYear)</c>.</exception>
    public int StartYear => _startYear != 0
        ? _startYear
        : throw new InvalidOperationException("A reporting year was used before it was set.");

    /// <summary>1 April of the start year.</summary>
    public DateOnly FirstDay => new(StartYear, 4, 1);

    /// <summary>31 March of the year after; it belongs to the year. Stock is counted on this day.</summary>
    public DateOnly LastDay => new(StartYear + 1, 3, 31);

    /// <summary>The year after.</summary>
    /// <exception cref="UserException">That year is beyond the supported range.</exception>
    public ReportingYear Next => FromStartYear(StartYear + 1);

    /// <summary>The year before.</summary>
    /// <exception cref="UserException">That year is before the supported range.</exception>
    public ReportingYear Previous => FromStartYear(StartYear - 1);

    /// <summary>The reporting year that starts on 1 April of <paramref name="startYear"/>.</summary>
    /// <exception cref="UserException">Outside the supported range.</exception>
    public static ReportingYear FromStartYear(int startYear) => IsSupported(startYear)
        ? new ReportingYear(startYear)
        : throw Unsupported(startYear.ToString(CultureInfo.InvariantCulture));

    /// <summary>The reporting year to which <paramref name="day"/> belongs: 31 March 2024 is in 2023/24.</summary>
    /// <exception cref="UserException">Outside the supported range.</exception>
    public static ReportingYear Of(DateOnly day) => FromStartYear(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>Reads "2024/25", "2024-25", "2024/2025" or "2024-2025" (an en dash is a dash).</summary>
    /// <exception cref="UserException">Not a year in one of those forms, not two consecutive years, or out of range.</exception>
    public static ReportingYear Parse(string? text) => TryParse(text, out ReportingYear year)
        ? year
        : throw Unsupported(text ?? "");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportingYear year)
    {
        year = default;
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.Length is not (7 or 9) || trimmed[4] is not ('/' or '-' or '–'))
        {
            return false;
        }

        if (!TryDigits(trimmed[..4], out int start) || !TryDigits(trimmed[5..], out int end) || !IsSupported(start))
        {
            return false;
        }

        int expectedEnd = trimmed.Length == 9 ? start + 1 : (start + 1) % 100;
        if (end != expectedEnd)
        {
            return false;
        }

        year = new ReportingYear(start);
        return true;
    }

    /// <summary>Whether <paramref name="day"/> is one of the year's days.</summary>
    public bool Contains(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Earlier years first.</summary>
    public int CompareTo(ReportingYear other) => _startYear.CompareTo(other._startYear);

    /// <summary>"2024/25"; empty for <c>default(ReportingYear)</c>.</summary>
    public override string ToString() => _startYear == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{_startYear:0000}/{(_startYear + 1) % 100:00}");

    /// <summary>Whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(ReportingYear left, ReportingYear right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is earlier or the same.</summary>
    public static bool operator <=(ReportingYear left, ReportingYear right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is later.</summary>
    public static bool operator >(ReportingYear left, ReportingYear right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is later or the same.</summary>
    public static bool operator >=(ReportingYear left, ReportingYear right) => left.CompareTo(right) >= 0;

    private static bool IsSupported(int startYear) =>
        startYear is >= Limits.FirstReportingYear and <= Limits.LastReportingYear;

    private static bool TryDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static UserException Unsupported(string text) => new(
        $"'{text}' is not a reporting year.",
        expected: $"two consecutive years such as 2024/25, starting in {Limits.FirstReportingYear} to {Limits.LastReportingYear}",
        fix: "write the year as 2024/25; it runs from 1 April to 31 March");
}
