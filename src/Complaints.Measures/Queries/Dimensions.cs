using Complaints.Domain.Errors;
using Complaints.Domain.Text;

namespace Complaints.Measures.Queries;

/// <summary>The dimensions that figures can be grouped and filtered by.</summary>
public static class Dimensions
{
    /// <summary>
    /// Not a dimension of its own: the name of a landlord, given beside its code. It may be asked for and is then the same as
    /// <see cref="Landlord"/>.
    /// </summary>
    public const string LandlordName = "landlord_name";

    /// <summary>The value of a group for which nothing is recorded.</summary>
    public const string NotRecorded = "Not recorded";

    /// <summary>The landlord, by the regulator's code, on the day of the complaint.</summary>
    public static Dimension Landlord { get; } = new("landlord", "Landlord", DimensionKind.FactColumn, "landlord_code");

    /// <summary>LCRA, LCHO, or NEITHER (docs/domain.md §2.3).</summary>
    public static Dimension StockType { get; } = new("stock_type", "Stock type", DimensionKind.FactColumn, "stock_type");

    /// <summary>"2024/25".</summary>
    public static Dimension ReportingYear { get; } = new("reporting_year", "Reporting year", DimensionKind.ReportingYear, "reporting_year");

    /// <summary>"2024/25 Q1": April to June 2024.</summary>
    public static Dimension Quarter { get; } = new("quarter", "Quarter of the reporting year", DimensionKind.Quarter, "quarter");

    /// <summary>"2024-04".</summary>
    public static Dimension Month { get; } = new("month", "Month", DimensionKind.Month, "month");

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<Dimension> All { get; } =
    [
        Landlord,
        StockType,
        ReportingYear,
        Quarter,
        Month,
        new Dimension("service_area", "Service area", DimensionKind.Keyed, "service_area_key", "dim_service_area", "name"),
        new Dimension("category", "Category", DimensionKind.Keyed, "category_key", "dim_category", "category"),
        new Dimension("outcome", "Outcome", DimensionKind.Keyed, "outcome_key", "dim_outcome", "code"),
    ];

    /// <summary>The dimension with an id.</summary>
    /// <exception cref="UserException">There is none: with the nearest ids.</exception>
    public static Dimension Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        string wanted = id == LandlordName ? Landlord.Id : id;
        return All.FirstOrDefault(dimension => dimension.Id == wanted)
            ?? throw new UserException(
                $"There is no dimension '{id}'{NearestNames.DidYouMean(id, All.Select(dimension => dimension.Id))}",
                where: "group by or filter",
                expected: $"one of {string.Join(", ", All.Select(dimension => dimension.Id))}",
                fix: "use one of these ids");
    }
}
