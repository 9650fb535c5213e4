using System.Globalization;
using Complaints.Etl.Conform.Rules;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Days that cannot be true together.</summary>
internal static class DayOrder
{
    internal static void NotBefore(
        RowInHand scope, BoundField? field, DateOnly? day, DateOnly? earliest, string what = "the day of receipt")
    {
        if (day < earliest)
        {
            scope.Fault(
                RuleCatalogue.ImpossibleDateOrder,
                field?.Column,
                Iso(day.Value),
                FormattableString.Invariant($"a day from {earliest:yyyy-MM-dd}, {what}, on"),
                "look for day and month swapped, or for dates in each other's columns");
        }
    }

    internal static void NotAfter(RowInHand scope, BoundField? field, DateOnly? day, DateOnly extractDate)
    {
        if (day > extractDate)
        {
            scope.Fault(
                RuleCatalogue.FutureDate,
                field?.Column,
                Iso(day.Value),
                FormattableString.Invariant($"a day up to the extract date, {extractDate:yyyy-MM-dd}"),
                "look for day and month swapped; or correct the load set's extract date");
        }
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
