using Complaints.Domain.Homes;
using Complaints.Etl.Assign;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Homes by landlord, stock type and year end.</summary>
internal sealed class StockConformer : RowConformer<StockRow>
{
    private readonly LandlordAssigner _assigner;

    internal StockConformer(ConformContext context)
        : base(context) => _assigner = new LandlordAssigner(Binding, Cells, context.Homes, context.Landlords);

    internal override void Read(RowScope scope, List<StockRow> into)
    {
        Assignment? owner = _assigner.Assign(scope, null);
        BoundField? typeField = Binding.Field("stock_type");
        string typeText = RequiredText(scope, typeField);
        string? type = typeText.Length == 0 ? null : Cells.Code(scope, typeField);
        DateOnly? yearEnd = RequiredDate(scope, Binding.Field("year_end"), RuleCatalogue.MissingKey);
        Key = KeyOf(_assigner.Stated?.Value, type, KeyPart(yearEnd));
        EventDate = yearEnd;
        BoundField? homesField = Binding.Field("homes");
        string homesText = RequiredText(scope, homesField);
        int? homes = homesText.Length == 0 ? null : Cells.Whole(scope, homesField);
        if (scope.IsSound)
        {
            into.Add(new StockRow
            {
                SourceRow = scope.Row.Line,
                LandlordCode = owner!.Landlord,
                StockType = StockTypes.Parse(type),
                YearEnd = yearEnd!.Value,
                Homes = homes!.Value,
            });
        }
    }
}
