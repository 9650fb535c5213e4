using System.Globalization;
using System.Text.Json;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Rsh;

/// <summary>
/// A workbook of the regulator as rows for the warehouse. Figures read = <see cref="Measures"/> + <see cref="HeldBack"/>.
/// </summary>
public sealed record RshPublication
{
    /// <summary>The mapping name under which a load reads such a workbook.</summary>
    public const string BuiltInMapping = "builtin:rsh-tsm";

    /// <summary>The source system of its rows, and the publisher of its figures.</summary>
    public const string Publisher = "RSH";

    /// <summary>Decimals of a numerator or denominator that the warehouse keeps; only weighted survey counts have more.</summary>
    private const int Decimals = 4;

    /// <summary>The reporting year, from the sheets' names.</summary>
    public required ReportingYear Year { get; init; }

    /// <summary>The figures. <c>SourceRow</c> counts figures from 1, because several stand in one row of a sheet.</summary>
    public required IReadOnlyList<PublishedMeasureRow> Measures { get; init; }

    /// <summary>
    /// Figures with a cell that is neither a number nor a placeholder (rule <c>bad-number</c>), or a landlord without a usable code.
    /// </summary>
    public required IReadOnlyList<QuarantineRow> HeldBack { get; init; }

    /// <summary>The landlords, as they stand from the first day of the year on.</summary>
    public required IReadOnlyList<LandlordRow> Landlords { get; init; }

    /// <summary>Homes at year end by LCRA and LCHO; landlords that return both as one have none here.</summary>
    public required IReadOnlyList<StockRow> Stock { get; init; }

    /// <summary>This publication with figures held back.</summary>
    /// <param name="fault">What is wrong with a figure, or null.</param>
    internal RshPublication Without(Func<PublishedMeasureRow, RowFault?> fault)
    {
        List<PublishedMeasureRow> measures = [];
        List<QuarantineRow> heldBack = [.. HeldBack];
        foreach (PublishedMeasureRow row in Measures)
        {
            if (fault(row) is RowFault found)
            {
                heldBack.Add(HoldBack(row, found));
            }
            else
            {
                measures.Add(row);
            }
        }

        return this with { Measures = measures, HeldBack = heldBack };
    }

    internal static RshPublication From(RshWorkbook workbook)
    {
        List<PublishedMeasureRow> measures = [];
        List<QuarantineRow> heldBack = [];
        long number = 0;
        foreach (RshPublishedFigure figure in RshPublishedMeasures.Figures(workbook))
        {
            number++;
            if (!LandlordCode.TryParse(figure.Landlord.Code, out LandlordCode landlord))
            {
                heldBack.Add(
                    HoldBack(
                        figure, number, "unknown-landlord", "landlord_code", figure.Landlord.Code, "the regulator's code of a landlord"));
            }
            else if (figure.Unreadable is RshCell cell)
            {
                heldBack.Add(HoldBack(figure, number, "bad-number", cell.Address, cell.Printed, "a number or one of [X] [Z] [E] [U] [S]"));
            }
            else if (PublishedFigure.Impossible(
                figure.MeasureId, figure.Numerator, figure.Denominator, figure.Printed.Printed) is string impossible)
            {
                heldBack.Add(
                    HoldBack(
                        figure,
                        number,
                        RuleCatalogue.ImpossibleFigure.Id,
                        figure.NumeratorCell,
                        figure.Printed.Printed,
                        $"a figure that can be; this is {impossible}"));
            }
            else
            {
                measures.Add(Row(figure, number, landlord, Path.GetFileName(workbook.Path)));
            }
        }

        return new RshPublication
        {
            Year = workbook.Year,
            Measures = measures,
            HeldBack = heldBack,
            Landlords = [.. LandlordsOf(workbook)],
            Stock = [.. StockOf(workbook)],
        };
    }

    private static PublishedMeasureRow Row(RshPublishedFigure figure, long number, LandlordCode landlord, string file) => new()
    {
        SourceRow = number,
        LandlordCode = landlord,
        LandlordName = figure.Landlord.Name,
        LandlordType = NullIfEmpty(figure.Landlord.LandlordType),
        SizeBand = NullIfEmpty(figure.Landlord.SizeBand),
        Region = NullIfEmpty(figure.Landlord.Region),
        StockType = figure.StockType,
        ReportingYear = figure.Year,
        MeasureId = figure.MeasureId,
        Numerator = Kept(figure.Numerator),
        Denominator = Kept(figure.Denominator),
        ValueAsPrinted = figure.Printed.Printed,
        Publisher = Publisher,
        SourceFile = file,
        SourceSheet = figure.Sheet,
        SourceCell = figure.NumeratorCell,
    };

    private static QuarantineRow HoldBack(
        RshPublishedFigure figure, long number, string rule, string column, string value, string expected) =>
        new()
    {
        SourceRow = number,
        Target = "published_measure",
        Sheet = figure.Sheet,
        RuleId = rule,
        Column = column,
        Value = value,
        Expected = expected,
        Hint = $"see row {figure.Row.ToString(CultureInfo.InvariantCulture)} of sheet {figure.Sheet}; download the workbook again if it "
            + "was edited",
        RowKey = $"{figure.Landlord.Code}/{StockTypes.Code(figure.StockType)}/"
            + $"{figure.Year.StartYear.ToString(CultureInfo.InvariantCulture)}/{figure.MeasureId}",
        EventDate = figure.Year.LastDay,
        Raw = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["landlord_code"] = figure.Landlord.Code,
            ["stock_type"] = StockTypes.Code(figure.StockType),
            ["measure_id"] = figure.MeasureId,
            ["value_as_printed"] = figure.Printed.Printed,
        }),
    };

    private static QuarantineRow HoldBack(PublishedMeasureRow row, RowFault fault) => new()
    {
        SourceRow = row.SourceRow,
        Target = "published_measure",
        Sheet = row.SourceSheet,
        RuleId = fault.Rule.Id,
        Column = row.SourceCell,
        Value = fault.Value,
        Expected = fault.Expected,
        Hint = fault.Hint,
        RowKey = $"{row.LandlordCode.Value}/{StockTypes.Code(row.StockType)}/"
            + $"{row.ReportingYear.StartYear.ToString(CultureInfo.InvariantCulture)}/{row.MeasureId}",
        EventDate = row.ReportingYear.LastDay,
        Raw = JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["landlord_code"] = row.LandlordCode.Value,
            ["stock_type"] = StockTypes.Code(row.StockType),
            ["measure_id"] = row.MeasureId,
            ["value_as_printed"] = row.ValueAsPrinted,
        }),
    };

    private static IEnumerable<LandlordRow> LandlordsOf(RshWorkbook workbook)
    {
        long number = 0;
        foreach (RshLandlord landlord in workbook.Landlords)
        {
            number++;
            if (LandlordCode.TryParse(landlord.Code, out LandlordCode code))
            {
                yield return new LandlordRow
                {
                    SourceRow = number,
                    LandlordCode = code,
                    Name = landlord.Name,
                    LandlordType = NullIfEmpty(landlord.LandlordType),
                    SizeBand = NullIfEmpty(landlord.SizeBand),
                    Region = NullIfEmpty(landlord.Region),
                    ValidFrom = workbook.Year.FirstDay,
                };
            }
        }
    }

    private static IEnumerable<StockRow> StockOf(RshWorkbook workbook)
    {
        long number = 0;
        foreach (RshReturn r in workbook.Returns)
        {
            number++;
            if (r.StockType != PublishedStockType.Combined
                && r.Stage1.Homes.Number is decimal homes
                && homes == decimal.Truncate(homes)
                && LandlordCode.TryParse(r.Landlord.Code, out LandlordCode code))
            {
                yield return new StockRow
                {
                    SourceRow = number,
                    LandlordCode = code,
                    StockType = r.StockType == PublishedStockType.Lcra ? StockType.Lcra : StockType.Lcho,
                    YearEnd = workbook.Year.LastDay,
                    Homes = decimal.ToInt32(homes),
                };
            }
        }
    }

    private static decimal? Kept(decimal? count) =>
        count is decimal value ? decimal.Round(value, Decimals, MidpointRounding.AwayFromZero) : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
