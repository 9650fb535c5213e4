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

    /// <summary>"2024-W14": Monday 1 April to Sunday 7 April 2024.</summary>
    public static Dimension Week { get; } = new("week", "Week, Monday to Sunday", DimensionKind.Week, "week") { SplitsHomes = true };

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<Dimension> All { get; } =
    [
        Landlord,
        StockType,
        ReportingYear,
        Quarter,
        Month,
        Week,
        new Dimension("stage", "Stage of the complaint", DimensionKind.NumberOfStage, "stage"),
        Keyed("service_area", "Service area"),
        new Dimension("category", "Category", DimensionKind.Keyed, "category_key", "dim_category", "category"),
        new Dimension("subcategory", "Subcategory", DimensionKind.Keyed, "category_key", "dim_category", "subcategory"),
        Keyed("theme", "Theme"),
        Keyed("channel", "Channel"),
        Keyed("contractor", "Contractor"),
        Keyed("handler", "Case handler or team"),
        Keyed("outcome", "Outcome", "code"),
        Keyed("refusal_reason", "Reason for refusing the complaint"),
        Keyed("escalation_reason", "Reason for escalating"),
        new Dimension("status", "Status", DimensionKind.OfStage, "status"),
        new Dimension("tenure", "Tenure", DimensionKind.OfStage, "tenure_code") { SplitsHomes = true },
        OfHome("neighbourhood", "Neighbourhood"),
        OfHome("estate", "Estate"),
        OfHome("ward", "Ward"),
        OfLandlord("managing_agent", "Managing agent, by code", "managing_agent_code"),
        OfLandlord("region", "Region of the landlord", "region"),
        OfLandlord("landlord_type", "Type of the landlord", "landlord_type"),
        OfLandlord("size_band", "Size band of the landlord", "size_band"),
        new Dimension("source_system", "System that keeps the case", DimensionKind.OfStage, "source_system") { SplitsHomes = true },
        new Dimension("kind", "Kind of contact, action, payment or order", DimensionKind.OfStage, "kind"),
        new Dimension("ordered_by", "Who ordered a payment", DimensionKind.OfStage, "ordered_by"),
        new Dimension("finding", "Finding of the Ombudsman", DimensionKind.OfStage, "finding"),
        new Dimension("question", "Question of a survey", DimensionKind.OfStage, "question"),
        new Dimension("answer", "Answer to a survey", DimensionKind.OfStage, "answer"),
        OfResident("age_band", "Age band of the resident", "age_band"),
        OfResident("ethnicity", "Ethnicity of the resident", "ethnicity_band"),
        OfResident("disability", "Disability of the resident", "disability_band"),
        OfResident("vulnerability", "Vulnerability of the resident", "vulnerability_band"),
        OfResident("adjustment", "Reasonable adjustments for the resident", "adjustment_band"),
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

    private static Dimension Keyed(string id, string title, string value = "name") =>
        new(id, title, DimensionKind.Keyed, $"{id}_key", $"dim_{id}", value);

    // The landlord as it was on the day of the complaint. Homes are known by landlord alone, so none of these can be divided by them.
    private static Dimension OfLandlord(string id, string title, string column) =>
        new(id, title, DimensionKind.Keyed, "landlord_key", "dim_landlord", column) { SplitsHomes = true };

    // The resident as on the day of the complaint, or at the year's end.
    private static Dimension OfResident(string id, string title, string column) =>
        new(id, title, DimensionKind.OfStage, column) { SplitsHomes = true, IsOfResident = true };

    // The home as it was on the day of the complaint.
    private static Dimension OfHome(string id, string title) =>
        new(id, title, DimensionKind.Keyed, "property_key", "dim_property", id) { SplitsHomes = true };
}
