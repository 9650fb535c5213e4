namespace Complaints.Domain.Time;

/// <summary>
/// The bank holidays of England and Wales, 2012 to 2028, on the days they are observed (published by GOV.UK; docs/domain.md §3.4).
/// </summary>
/// <remarks>
/// A table and not a formula: substitute days follow from a rule, but moved days (2020-05-08, 2022-06-02) and extra ones are
/// proclaimed, and a calendar that is already printed in a report must not change with a clever formula.
/// </remarks>
internal static class EnglandAndWalesBankHolidays
{
    internal const string Id = "england-and-wales";

    /// <summary>Changes whenever a day below changes, so that a stored figure says which list it was computed with.</summary>
    internal const string Version = "2012-2028.1";

    internal static readonly DateOnly FirstDay = new(2012, 1, 1);
    internal static readonly DateOnly LastDay = new(2028, 12, 31);

    private static readonly string[] s_names =
    [
        "New Year’s Day",
        "Good Friday",
        "Easter Monday",
        "Early May bank holiday",
        "Spring bank holiday",
        "Summer bank holiday",
        "Christmas Day",
        "Boxing Day",
    ];

    // One line a year, then month and day (102 is 2 January), in the order of the names above.
    private static readonly int[,] s_years =
    {
        { 2012,  102,  406,  409,  507,  604,  827, 1225, 1226 },
        { 2013,  101,  329,  401,  506,  527,  826, 1225, 1226 },
        { 2014,  101,  418,  421,  505,  526,  825, 1225, 1226 },
        { 2015,  101,  403,  406,  504,  525,  831, 1225, 1228 },
        { 2016,  101,  325,  328,  502,  530,  829, 1227, 1226 },
        { 2017,  102,  414,  417,  501,  529,  828, 1225, 1226 },
        { 2018,  101,  330,  402,  507,  528,  827, 1225, 1226 },
        { 2019,  101,  419,  422,  506,  527,  826, 1225, 1226 },
        { 2020,  101,  410,  413,  508,  525,  831, 1225, 1228 },
        { 2021,  101,  402,  405,  503,  531,  830, 1227, 1228 },
        { 2022,  103,  415,  418,  502,  602,  829, 1227, 1226 },
        { 2023,  102,  407,  410,  501,  529,  828, 1225, 1226 },
        { 2024,  101,  329,  401,  506,  527,  826, 1225, 1226 },
        { 2025,  101,  418,  421,  505,  526,  825, 1225, 1226 },
        { 2026,  101,  403,  406,  504,  525,  831, 1225, 1228 },
        { 2027,  101,  326,  329,  503,  531,  830, 1227, 1228 },
        { 2028,  103,  414,  417,  501,  529,  828, 1225, 1226 },
    };

    private static readonly BankHoliday[] s_proclaimed =
    [
        new(new DateOnly(2012, 6, 5), "Queen’s Diamond Jubilee"),
        new(new DateOnly(2022, 6, 3), "Platinum Jubilee bank holiday"),
        new(new DateOnly(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        new(new DateOnly(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
    ];

    /// <summary>All 140, earliest first.</summary>
    internal static IReadOnlyList<BankHoliday> All { get; } = Build();

    private static BankHoliday[] Build()
    {
        var holidays = new List<BankHoliday>(s_proclaimed);
        for (int row = 0; row < s_years.GetLength(0); row++)
        {
            for (int column = 0; column < s_names.Length; column++)
            {
                int monthAndDay = s_years[row, column + 1];
                var day = new DateOnly(s_years[row, 0], monthAndDay / 100, monthAndDay % 100);
                holidays.Add(new BankHoliday(day, s_names[column]));
            }
        }

        return [.. holidays.OrderBy(holiday => holiday.Day)];
    }
}

/// <summary>A bank holiday as it is observed: the substitute day where the holiday itself falls on a weekend.</summary>
/// <param name="Day">The day nobody works. Never a Saturday or Sunday.</param>
/// <param name="Name">The holiday's name, such as "Easter Monday".</param>
public sealed record BankHoliday(DateOnly Day, string Name);
