using System.Globalization;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform;

/// <summary>What rows say of things that no source has to itself.</summary>
internal static class Statements
{
    // A figure without a number says that there is none.
    private const string Nothing = "nothing";

    internal static IReadOnlyList<string> LandlordFields { get; } = ["name", "landlord type", "size band", "region", "managing agent"];

    internal static IReadOnlyList<string> StockFields { get; } = ["homes"];

    internal static IReadOnlyList<string> PublishedFields { get; } = ["numerator", "denominator", "value as printed"];

    internal static Statement Of(LandlordRow row) => new(
        row.LandlordCode.Value, row.ValidFrom, [row.Name, row.LandlordType, row.SizeBand, row.Region, row.ManagingAgentCode]);

    internal static Statement Of(StockRow row) => new(
        Statement.KeyOf(row.LandlordCode.Value, StockTypes.Code(row.StockType), Day(row.YearEnd)),
        null,
        [row.Homes.ToString(CultureInfo.InvariantCulture)]);

    internal static Statement Of(PublishedMeasureRow row) => new(
        Statement.KeyOf(
            row.LandlordCode.Value,
            StockTypes.Code(row.StockType),
            row.ReportingYear.StartYear.ToString(CultureInfo.InvariantCulture),
            row.MeasureId,
            row.Publisher),
        null,
        [Number(row.Numerator), Number(row.Denominator), row.Numerator is null && row.Denominator is null ? row.ValueAsPrinted : null]);

    // The decimals that the warehouse keeps.
    private static string Number(decimal? number) => number?.ToString("F4", CultureInfo.InvariantCulture) ?? Nothing;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
