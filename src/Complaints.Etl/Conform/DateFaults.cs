using System.Globalization;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>Words the faults of dates.</summary>
internal static class DateFaults
{
    internal static RowFault Of(BoundField field, string text, DateFault fault) => fault switch
    {
        DateFault.OtherOrder => new RowFault(
            RuleCatalogue.AmbiguousDate,
            field.Column,
            text,
            $"a date in the order {Words(field.Order)}",
            "if the whole column has the other order, set 'date_order' for it in the mapping; otherwise correct this date at its source"),
        DateFault.OutOfRange => new RowFault(
            RuleCatalogue.BadDate,
            field.Column,
            text,
            "a year from 1900 to 2199",
            "correct it at its source; if the value means 'no date', add it to 'nulls' in the mapping"),
        _ => new RowFault(
            RuleCatalogue.BadDate,
            field.Column,
            text,
            $"a date: year-month-day, or {Words(field.Order)}",
            DateText.DayBefore(text, field.Order) is string day
                ? $"it begins with the day {day}: correct it at its source, or, where what follows is a remark in the whole column, write {{ \"column\": \"{field.Column}\", \"remarks\": true }} for '{field.Field.Name}' in the mapping"
                : "correct it at its source; if the value means 'no date', add it to 'nulls' in the mapping"),
    };

    internal static RowFault NotCovered(BoundField field, DateOnly day, DateOnly first, DateOnly last) => new(
        RuleCatalogue.BadDate,
        field.Column,
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"a day from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}, the years of the working calendar"),
        "correct it at its source, or leave rows out that are older than the calendar");

    private static string Words(DateOrder order) => order switch
    {
        DateOrder.Dmy => "day/month/year",
        DateOrder.Mdy => "month/day/year",
        _ => "year/month/day",
    };
}
