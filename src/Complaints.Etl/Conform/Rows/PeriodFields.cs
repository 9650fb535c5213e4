using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Reads the time in which a row of a register is valid.</summary>
internal static class PeriodFields
{
    /// <returns>The first day and the first day after, each null where it is open.</returns>
    internal static (DateOnly? From, DateOnly? To) Read(MappingBinding binding, CellReader cells, RowInHand scope)
    {
        BoundField? field = binding.Field("valid_to");
        DateOnly? from = cells.Date(scope, binding.Field("valid_from"));
        DateOnly? stated = cells.Date(scope, field);
        bool inclusive = binding.Mapping.ValidTo == PeriodEnd.Inclusive;
        DateOnly? to = inclusive ? stated?.AddDays(1) : stated;
        if (to <= from)
        {
            scope.Fault(
                RuleCatalogue.ImpossibleDateOrder,
                field?.Column,
                DayOrder.Iso(stated!.Value),
                FormattableString.Invariant($"a day {(inclusive ? "from" : "after")} {from:yyyy-MM-dd}, the first day on which the row is valid{(inclusive ? ", on" : "")}"),
                inclusive || stated < from
                    ? "look for day and month swapped, or for dates in each other's columns"
                    : "correct it; or, where the register gives the last day, write \"valid_to\": \"inclusive\" in its mapping");
        }

        return (from, to);
    }
}
