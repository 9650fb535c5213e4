using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Homes by landlord, stock type and year end. A count of another day is held back under its year's end.</summary>
internal sealed class StockConformer(ConformContext context) : RowConformer<StockRow>(context)
{
    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override void Read(RowInHand scope, List<StockRow> into)
    {
        Assignment? owner = Assigner.Assign(scope, null);
        BoundField? typeField = Binding.Field("stock_type");
        string typeText = RequiredText(scope, typeField);
        string? type = typeText.Length == 0 ? null : Cells.Code(scope, typeField);
        DateOnly? counted = RequiredDate(scope, Binding.Field("year_end"), RuleCatalogue.MissingKey);
        DateOnly? yearEnd = YearEnd(scope, counted);
        Key = KeyOf(Assigner.Stated?.Value, type, KeyPart(yearEnd));
        EventDate = counted;
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

    internal override Statement StatementOf(StockRow row) => Statements.Of(row);

    // "Number of dwelling units owned … at year end" (docs/domain.md §2.1): counts of two days of a year would be added up.
    private DateOnly? YearEnd(RowInHand scope, DateOnly? counted)
    {
        if (counted is not DateOnly day || day is { Month: 3, Day: 31 })
        {
            return counted;
        }

        var end = new DateOnly(day.Month < 4 ? day.Year : day.Year + 1, 3, 31);
        scope.Fault(
            RuleCatalogue.NotYearEnd,
            Binding.Field("year_end")?.Column,
            DayOrder.Iso(day),
            FormattableString.Invariant($"31 March; {end:yyyy-MM-dd} for this day's reporting year"),
            "give the homes owned at the reporting year's end, by which the return divides the year's complaints; leave counts of other days out of the extract");
        return end;
    }
}
