using Complaints.Domain.Homes;

namespace Complaints.Measures.Catalogue;

/// <summary>The whitelist of the fields of a stage. What is not here cannot be tested by a measure: no personal data is.</summary>
public static class TestableFields
{
    /// <summary>The basis words, in the order of the clock.</summary>
    internal static readonly IReadOnlyList<string> Bases = ["standard", "extension", "late", "open"];

    /// <summary>Stage of the complaint, 1 or 2.</summary>
    public static FactField Stage { get; } = new("stage", FieldType.Number, FieldOrigin.Fact, "stage", ["1", "2"]);

    /// <summary>Accepted, refused or withdrawn.</summary>
    public static FactField Status { get; } =
        new("status", FieldType.Text, FieldOrigin.Fact, "status", ["accepted", "refused", "withdrawn"]);

    /// <summary>Stock type of the home on the day of the complaint (docs/domain.md §2.3).</summary>
    public static FactField StockType { get; } = new(
        "stock_type",
        FieldType.Text,
        FieldOrigin.Fact,
        "stock_type",
        [StockTypes.Lcra, StockTypes.Lcho, StockTypes.Neither]);

    /// <summary>
    /// Basis as at the figure's day: standard, extension, late or open. Extensions count as in time (docs/domain.md §2.2).
    /// </summary>
    public static FactField Basis { get; } =
        new("in_time_basis", FieldType.Text, FieldOrigin.BasisAsAt, "responded_on", Bases);

    /// <summary>Whether the full response was out by the figure's day.</summary>
    public static FactField Responded { get; } =
        new("responded", FieldType.Flag, FieldOrigin.HappenedAsAt, "responded_on");

    /// <summary>Outcome of the stage.</summary>
    public static FactField Outcome { get; } = new(
        "outcome",
        FieldType.Text,
        FieldOrigin.DimensionCode,
        "outcome_key",
        ["upheld", "partially_upheld", "not_upheld", "withdrawn", "refused", "resolved_otherwise"]);

    /// <summary>Working days from receipt to the response.</summary>
    public static FactField WorkingDays { get; } =
        new("working_days_to_respond", FieldType.Number, FieldOrigin.Fact, "working_days_to_respond", IsNullable: true);

    /// <summary>Calendar days from receipt to the response.</summary>
    public static FactField CalendarDays { get; } =
        new("calendar_days_to_respond", FieldType.Number, FieldOrigin.CalendarDays, "responded_on", IsNullable: true);

    /// <summary>
    /// How the acknowledgement stands as at the figure's day: in time, late, waiting, or no_limit where the Code in force has no rule
    /// (docs/domain.md §2.2: Code 2022 has none for stage 2).
    /// </summary>
    public static FactField Acknowledgement { get; } = new(
        "acknowledgement",
        FieldType.Text,
        FieldOrigin.AcknowledgementAsAt,
        "acknowledged_on",
        ["in_time", "late", "waiting", "no_limit"]);

    /// <summary>Whether the full response is missing though it was due before the figure's day, with the extension if one counts.</summary>
    public static FactField Overdue { get; } = new("overdue", FieldType.Flag, FieldOrigin.OverdueAsAt, "standard_due_on");

    /// <summary>Whether an extension that counts is known on the figure's day.</summary>
    public static FactField Extended { get; } = new("extended", FieldType.Flag, FieldOrigin.ExtendedAsAt, "extended_due_on");

    /// <summary>Whether the case has a stage 2 that was not refused, received by the figure's day.</summary>
    public static FactField Escalated { get; } = new("escalated", FieldType.Flag, FieldOrigin.EscalatedAsAt, "case_reference");

    /// <summary>Whether the resident is known, by a pseudonym.</summary>
    public static FactField ResidentKnown { get; } = new("resident_known", FieldType.Flag, FieldOrigin.ResidentKnown, "resident_key");

    /// <summary>
    /// The resident, by the number of the pseudonym; no measure's condition tests who it is, and no figure tells. What has none is of
    /// nobody (<see cref="ResidentKnown"/>).
    /// </summary>
    internal static FactField Resident { get; } =
        new("resident", FieldType.Text, FieldOrigin.Fact, "resident_key", IsNullable: true);

    /// <summary>The landlord on the day of the complaint; who may see what is no measure's condition.</summary>
    internal static FactField Landlord { get; } = new("landlord", FieldType.Text, FieldOrigin.Fact, "landlord_code");

    /// <summary>The system that keeps the case; for what is counted of some systems alone.</summary>
    internal static FactField SourceSystem { get; } = new("source_system", FieldType.Text, FieldOrigin.Fact, "source_system");

    /// <summary>Whether an extension with any fault is known on the figure's day; for the counts beside a figure alone.</summary>
    internal static FactField FaultyExtension { get; } =
        new("faulty_extension", FieldType.Flag, FieldOrigin.FaultyExtensionAsAt, "extension_faults");

    /// <summary>Whether there are homes of the row's landlord, stock type and reporting year; for figures per 1,000 homes alone.</summary>
    internal static FactField Homes { get; } = new("homes", FieldType.Flag, FieldOrigin.HomesOfYear, "homes");

    /// <summary>Whether there are any homes of the row's landlord in its reporting year, where rows know no stock type.</summary>
    internal static FactField HomesOfLandlord { get; } = new("homes", FieldType.Flag, FieldOrigin.HomesOfLandlord, "homes");

    /// <summary>Every field that a catalogue may test, by name.</summary>
    public static IReadOnlyDictionary<string, FactField> ByName { get; } = new[]
    {
        Stage,
        Status,
        StockType,
        Basis,
        Responded,
        Outcome,
        WorkingDays,
        CalendarDays,
        Acknowledgement,
        Overdue,
        Extended,
        Escalated,
        ResidentKnown,
        new FactField("tenure_code", FieldType.Text, FieldOrigin.Fact, "tenure_code", IsNullable: true),
        new FactField("points_raised", FieldType.Number, FieldOrigin.Fact, "points_raised", IsNullable: true),
        new FactField("avoidable", FieldType.Flag, FieldOrigin.Fact, "avoidable", IsNullable: true),
        new FactField("ombudsman_details_given", FieldType.Flag, FieldOrigin.Fact, "ombudsman_details_given", IsNullable: true),
        new FactField("service_area", FieldType.Text, FieldOrigin.DimensionCode, "service_area_key"),
        new FactField("theme", FieldType.Text, FieldOrigin.DimensionCode, "theme_key"),
        new FactField("channel", FieldType.Text, FieldOrigin.DimensionCode, "channel_key"),
        new FactField("refusal_reason", FieldType.Text, FieldOrigin.DimensionCode, "refusal_reason_key"),
        new FactField("escalation_reason", FieldType.Text, FieldOrigin.DimensionCode, "escalation_reason_key"),
    }.ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>Whether a fault is true of the extension.</summary>
    /// <param name="word">Its word in <see cref="CatalogueWords.ExtensionFaults"/>.</param>
    internal static FactField ExtensionFault(string word) => new($"extension_{word}", FieldType.Flag, FieldOrigin.ExtensionFault, word);
}
