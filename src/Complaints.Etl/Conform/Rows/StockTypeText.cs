using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Rules;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Tells the stock type of a row: its own field, else its tenure, else that of its home.</summary>
internal static class StockTypeText
{
    internal static StockType? Read(
        CellReader cells,
        RowInHand scope,
        BoundField? field,
        BoundField? tenureField,
        string? tenure,
        TenureMap tenures,
        StockType? ofHome)
    {
        int before = scope.Faults.Count;
        if (cells.Code(scope, field) is string code)
        {
            return StockTypes.Parse(code);
        }

        if (tenure is not null)
        {
            if (tenureField?.Tenure(tenure) is StockType found)
            {
                return found;
            }

            scope.Fault(RuleCatalogue.UnknownTenure, tenureField?.Column, tenure, "a tenure code of the map", tenures.Hint(tenure));
            return null;
        }

        if (ofHome is null && scope.Faults.Count == before && (field ?? tenureField) is BoundField empty)
        {
            scope.Fault(
                RuleCatalogue.UnknownTenure,
                empty.Column,
                null,
                "a stock type or tenure",
                "fill it in at its source; a home without one cannot be counted");
        }

        return ofHome;
    }
}
