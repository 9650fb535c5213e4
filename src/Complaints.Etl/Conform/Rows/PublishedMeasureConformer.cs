using System.Globalization;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Figures as published, from a table with one figure a row.</summary>
internal sealed class PublishedMeasureConformer : RowConformer<PublishedMeasureRow>
{
    private readonly ILandlordAssigner _assigner;

    internal PublishedMeasureConformer(ConformContext context)
        : base(context) => _assigner = context.Assigner;

    internal override void Read(RowInHand scope, List<PublishedMeasureRow> into)
    {
        Assignment? owner = _assigner.Assign(scope, null);
        string name = RequiredText(scope, Binding.Field("landlord_name"));
        BoundField? typeField = Binding.Field("stock_type");
        string typeText = RequiredText(scope, typeField);
        string? type = typeText.Length == 0 ? null : Cells.Code(scope, typeField);
        BoundField? yearField = Binding.Field("reporting_year");
        string yearText = RequiredText(scope, yearField);
        ReportingYear? year = yearText.Length == 0 ? null : Cells.Year(scope, yearField);
        EventDate = year?.LastDay;
        string measure = PublishedFigure.Read(RequiredText(scope, Binding.Field("measure_id")));
        CheckMeasure(scope, measure);
        Key = KeyOf(_assigner.Stated?.Value, type, year?.StartYear.ToString(CultureInfo.InvariantCulture), measure);
        string publisher = RequiredText(scope, Binding.Field("publisher"));
        decimal? numerator = Cells.Number(scope, Binding.Field("numerator"));
        decimal? denominator = Cells.Number(scope, Binding.Field("denominator"));
        string? printed = Cells.Text(scope, Binding.Field("value_as_printed"));
        string? landlordType = Cells.Text(scope, Binding.Field("landlord_type"));
        string? size = Cells.Text(scope, Binding.Field("size_band"));
        string? region = Cells.Text(scope, Binding.Field("region"));
        string? cell = Cells.Text(scope, Binding.Field("source_cell"));
        CheckPossible(scope, measure, numerator, denominator, printed);
        if (PrintedValue.Contradicts(printed, numerator, denominator))
        {
            scope.Corrected(RuleCatalogue.PublishedContradiction);
        }

        if (scope.IsSound)
        {
            into.Add(new PublishedMeasureRow
            {
                SourceRow = scope.Row.Line,
                LandlordCode = owner!.Landlord,
                LandlordName = name,
                LandlordType = landlordType,
                SizeBand = size,
                Region = region,
                StockType = StockTypes.ParsePublished(type),
                ReportingYear = year!.Value,
                MeasureId = measure,
                Numerator = numerator,
                Denominator = denominator,
                ValueAsPrinted = printed,
                Publisher = publisher,
                SourceFile = Binding.Table.FileName,
                SourceSheet = Binding.Table.Sheet,
                SourceCell = cell,
            });
        }
    }

    internal override Statement StatementOf(PublishedMeasureRow row) => Statements.Of(row);

    private void CheckMeasure(RowInHand scope, string measure)
    {
        if (measure.Length == 0 || PublishedFigure.IsId(measure))
        {
            return;
        }

        scope.Fault(
            RuleCatalogue.UnknownCode,
            Binding.Field("measure_id")?.Column,
            measure,
            PublishedFigure.ExpectedId,
            PublishedFigure.Suggestion(measure) is string id
                ? $"write '{id}', or give the column 'codes' in the mapping: \"{measure}\": \"{id}\""
                : "write it as an id, or give the column 'codes' in the mapping; under another name no comparator finds it");
    }

    private void CheckPossible(RowInHand scope, string measure, decimal? numerator, decimal? denominator, string? printed)
    {
        if (PublishedFigure.Impossible(measure, numerator, denominator, printed) is string impossible)
        {
            scope.Fault(
                RuleCatalogue.ImpossibleFigure,
                Binding.Field("numerator")?.Column,
                FormattableString.Invariant($"{numerator} of {denominator}, printed {printed ?? "nothing"}"),
                $"counts that are not negative, and of a share a part of its whole; this is {impossible}",
                "look the figure up where it was published, and correct the numerator, the denominator or the measure");
        }
    }
}
