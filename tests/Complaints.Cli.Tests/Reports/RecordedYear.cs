namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// The stages of one year, made to fit the totals that a report prints: each table of the report is spread over the cases in their order,
/// by itself, as the report does not tell how its tables cross.
/// </summary>
internal sealed class RecordedYear
{
    // Wednesdays with no bank holiday within six weeks.
    private static readonly DateOnly[] s_stage1 = [Day(2023, 6, 7), Day(2023, 7, 5), Day(2023, 9, 6), Day(2023, 10, 4)];
    private static readonly DateOnly[] s_stage2 = [Day(2024, 1, 10), Day(2024, 1, 17), Day(2024, 1, 24), Day(2024, 1, 31)];

    private RecordedYear(IReadOnlyList<RecordedCase> cases) => Cases = cases;

    public IReadOnlyList<RecordedCase> Cases { get; }

    /// <summary>Stages of 2023/24, or of a year so many years earlier or later.</summary>
    public static RecordedYear Of(string prefix, int stage, int count, int years = 0) => new(
    [
        .. Enumerable.Range(1, count).Select(number => new RecordedCase
        {
            Case = $"{prefix}{number}",
            Stage = stage,
            // 52 weeks on it is a Wednesday again.
            Received = (stage == 1 ? s_stage1 : s_stage2)[number % 4].AddDays(364 * years),
        }),
    ]);

    /// <summary>Spreads a table over the cases that meet a condition: so many of the first kind, then of the second …</summary>
    public RecordedYear Spread<T>(Action<RecordedCase, T> set, Func<RecordedCase, bool> where, params (T Value, int Count)[] table)
    {
        RecordedCase[] cases = [.. Cases.Where(where)];
        int at = 0;
        foreach ((T value, int count) in table)
        {
            for (int i = 0; i < count; i++)
            {
                set(cases[at++], value);
            }
        }

        return this;
    }

    /// <summary>Spreads a table over all cases.</summary>
    public RecordedYear Spread<T>(Action<RecordedCase, T> set, params (T Value, int Count)[] table) => Spread(set, _ => true, table);

    /// <summary>Answers the cases of a tenure: so many in time, by an extension, and not at all; the others late.</summary>
    public RecordedYear Answered(string tenure, int standard, int extension, int open = 0) => Spread(
        (one, timing) => one.Timing = timing,
        one => one.Tenure == tenure,
        (AnswerTiming.Standard, standard),
        (AnswerTiming.Extension, extension),
        (AnswerTiming.Open, open));

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
