using System.Diagnostics.CodeAnalysis;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Homes;

/// <summary>
/// What kind of social housing a home is in the regulator's return (docs/domain.md §2.3). There is no value 0: a home whose stock type is
/// not known has none, not a default one.
/// </summary>
public enum StockType
{
    /// <summary>
    /// Low cost rental accommodation: general needs, supported housing, intermediate rent, temporary social housing.
    /// </summary>
    Lcra = 1,

    /// <summary>Low cost home ownership: shared ownership that is not fully staircased.</summary>
    Lcho = 2,

    /// <summary>Outside the measures: leaseholders, freeholders, commercial units, garages.</summary>
    Neither = 3,
}

/// <summary>
/// The section of the regulator's return that a published figure stands in. Only published figures have <see cref="Combined"/>: landlords
/// with a little over 1,000 homes in all report one figure for both (docs/domain.md §2.3); a home is never "combined".
/// </summary>
public enum PublishedStockType
{
    /// <summary>Low cost rental accommodation (section 4 of the return).</summary>
    Lcra = 1,

    /// <summary>Low cost home ownership (section 5).</summary>
    Lcho = 2,

    /// <summary>Both together (section 6).</summary>
    Combined = 3,
}

/// <summary>The codes of stock types as they stand in files, in the warehouse and on the wire.</summary>
public static class StockTypes
{
    /// <summary>The code of <see cref="StockType.Lcra"/>.</summary>
    public const string Lcra = "LCRA";

    /// <summary>The code of <see cref="StockType.Lcho"/>.</summary>
    public const string Lcho = "LCHO";

    /// <summary>The code of <see cref="StockType.Neither"/>.</summary>
    public const string Neither = "NEITHER";

    /// <summary>The code of <see cref="PublishedStockType.Combined"/>.</summary>
    public const string Combined = "COMBINED";

    /// <summary>All stock types of a home, in the order of the return.</summary>
    public static IReadOnlyList<StockType> All { get; } = [StockType.Lcra, StockType.Lcho, StockType.Neither];

    /// <summary>"LCRA", "LCHO" or "NEITHER".</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a defined stock type.</exception>
    public static string Code(StockType stockType) => stockType switch
    {
        StockType.Lcra => Lcra,
        StockType.Lcho => Lcho,
        StockType.Neither => Neither,
        _ => throw new ArgumentOutOfRangeException(nameof(stockType), stockType, "Not a stock type."),
    };

    /// <summary>"LCRA", "LCHO" or "COMBINED".</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a defined stock type.</exception>
    public static string Code(PublishedStockType stockType) => stockType switch
    {
        PublishedStockType.Lcra => Lcra,
        PublishedStockType.Lcho => Lcho,
        PublishedStockType.Combined => Combined,
        _ => throw new ArgumentOutOfRangeException(nameof(stockType), stockType, "Not a published stock type."),
    };

    /// <summary>Reads a code, without regard to case and blanks around it.</summary>
    /// <exception cref="UserException">Not one of the three codes.</exception>
    public static StockType Parse(string? code) => TryParse(code, out StockType stockType)
        ? stockType
        : throw new UserException(
            $"'{code}' is not a stock type.",
            expected: $"{Lcra}, {Lcho} or {Neither}",
            fix: "map the tenure code to one of these in the mapping file");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, out StockType stockType)
    {
        stockType = Normalise(code) switch
        {
            Lcra => StockType.Lcra,
            Lcho => StockType.Lcho,
            Neither => StockType.Neither,
            _ => default,
        };
        return stockType != default;
    }

    /// <summary>Reads a code of a published return, without regard to case and blanks around it.</summary>
    /// <exception cref="UserException">Not one of the three codes.</exception>
    public static PublishedStockType ParsePublished(string? code) => TryParsePublished(code, out PublishedStockType stockType)
        ? stockType
        : throw new UserException(
            $"'{code}' is not a stock type of a published return.",
            expected: $"{Lcra}, {Lcho} or {Combined}",
            fix: "use the section of the return in which the figure stands");

    /// <summary>As <see cref="ParsePublished"/>, without an exception.</summary>
    public static bool TryParsePublished([NotNullWhen(true)] string? code, out PublishedStockType stockType)
    {
        stockType = Normalise(code) switch
        {
            Lcra => PublishedStockType.Lcra,
            Lcho => PublishedStockType.Lcho,
            Combined => PublishedStockType.Combined,
            _ => default,
        };
        return stockType != default;
    }

    private static string? Normalise(string? code) => code?.Trim().ToUpperInvariant();
}
