using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.DuckDb.Schema;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>Dimensions that the program fills from its own rules, so that a rule is written down once.</summary>
internal static class ReferenceData
{
    private static readonly ReferenceTable[] s_tables =
    [
        new("dim_date", DateMembers.All()),
        new("dim_code_rule", CodeRuleMembers.All()),
    ];

    /// <summary>Whether every dimension holds what the rules of this program say.</summary>
    public static bool IsUpToDate(DuckDBConnection connection) => s_tables.All(table => IsUpToDate(connection, table));

    /// <summary>Fills the dimensions whose rules changed.</summary>
    public static void Fill(DuckDBConnection connection, TimeProvider clock)
    {
        foreach (ReferenceTable table in s_tables.Where(table => !IsUpToDate(connection, table)))
        {
            connection.Execute("BEGIN TRANSACTION");
            connection.Execute($"DELETE FROM {table.Name}");
            connection.Execute("COMMIT");
            using (DuckDBAppender appender = connection.CreateAppender(table.Name))
            {
                foreach (object?[] member in table.Members)
                {
                    Append(appender, member);
                }
            }

            connection.Execute(
                "INSERT OR REPLACE INTO reference_data VALUES ($name, $hash, $now)",
                new("name", table.Name),
                new("hash", table.Hash),
                new("now", clock.GetUtcNow()));
        }
    }

    private static bool IsUpToDate(DuckDBConnection connection, ReferenceTable table) => table.Hash.Equals(
        connection.Scalar("SELECT content_hash FROM reference_data WHERE name = $name", new SqlParameterValue("name", table.Name)));

    // The bulk writer does not convert: a value must have its column's width, or it overwrites its neighbours.
    private static void Append(DuckDBAppender appender, object?[] member)
    {
        IDuckDBAppenderRow row = appender.CreateRow();
        foreach (object? value in member)
        {
            _ = value switch
            {
                null => row.AppendNullValue(),
                DateOnly day => row.AppendValue((DateOnly?)day),
                bool flag => row.AppendValue(flag),
                int number => row.AppendValue(number),
                short number => row.AppendValue(number),
                sbyte number => row.AppendValue(number),
                string text => row.AppendValue(text),
                _ => throw new InvalidOperationException($"A {value.GetType().Name} is no value of reference data."),
            };
        }

        row.EndRow();
    }

    private sealed record ReferenceTable(string Name, IReadOnlyList<object?[]> Members)
    {
        public string Hash { get; } = ContentHash.Of(string.Join('\n', Members.Select(member =>
            string.Join('|', member.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))));
    }
}

/// <summary>The members of <c>dim_code_rule</c>: every version of the Code and stage; keys follow their order and never change.</summary>
internal static class CodeRuleMembers
{
    public static IReadOnlyList<object?[]> All() =>
    [
        [0, "", "Not recorded", (sbyte)0, "", null, (short)0, (short)0, Validity.Start, Validity.End],
        .. CodeRules.All
            .SelectMany(rule => new[] { (rule, stage: rule.One), (rule, stage: rule.Two) })
            .Select((pair, i) => Member(i + 1, pair.rule, pair.stage)),
    ];

    private static object?[] Member(int key, CodeRule rule, StageRule stage) =>
    [
        key,
        rule.Id,
        rule.Title,
        (sbyte)stage.Stage,
        ClockStartCode(stage.ClockStart),
        (short?)stage.AcknowledgeWithin?.Count,
        (short)stage.RespondWithin.Count,
        (short)stage.ExtensionUpTo.Count,
        rule.ValidFrom,
        rule.ValidTo ?? Validity.End,
    ];

    private static string ClockStartCode(ClockStart start) => start switch
    {
        ClockStart.Received => "received",
        ClockStart.Logged => "logged",
        ClockStart.Acknowledged => "acknowledged",
        _ => throw new ArgumentOutOfRangeException(nameof(start), start, "Not a start of the clock."),
    };
}

/// <summary>The members of <c>dim_date</c>: every day of the working calendar.</summary>
internal static class DateMembers
{
    public static IReadOnlyList<object?[]> All()
    {
        WorkingCalendar calendar = WorkingCalendar.EnglandAndWales;
        var members = new List<object?[]>();
        for (DateOnly day = calendar.FirstDay; day <= calendar.LastDay; day = day.AddDays(1))
        {
            members.Add(Member(calendar, day));
        }

        return members;
    }

    private static object?[] Member(WorkingCalendar calendar, DateOnly day)
    {
        ReportingYear year = ReportingYear.Of(day);
        int quarter = (((day.Month + 8) % 12) / 3) + 1;
        return
        [
            day,
            calendar.IsWorkingDay(day),
            calendar.WorkingDayNumber(day),
            (short)year.StartYear,
            year.ToString(),
            (short)quarter,
            string.Create(CultureInfo.InvariantCulture, $"{year} Q{quarter}"),
            new DateOnly(day.Year, day.Month, 1),
            day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ];
    }
}
