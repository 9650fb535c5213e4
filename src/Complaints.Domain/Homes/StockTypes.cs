using System.Diagnostics.CodeAnalysis;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Homes;

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
