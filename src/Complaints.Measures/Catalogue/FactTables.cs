namespace Complaints.Measures.Catalogue;

/// <summary>The facts that measures can count.</summary>
public static class FactTables
{
    /// <summary>Stages of complaints, each on the day it was made or answered (docs/domain.md §2.4).</summary>
    public static FactTable Stage { get; } = new()
    {
        Name = "stage",
        Rows = "stages",
        Row = "complaint",
        Table = "fact_stage",
        Fields = TestableFields.ByName,
        Repeated = FactTable.Named(TestableFields.Resident),
        Days = new Dictionary<DateRole, FactDay> { [DateRole.Made] = new("received_on"), [DateRole.Responded] = new("responded_on") },
        KnownFrom = "received_on",
        DimensionColumns = FactTable.Columns(
            "landlord_code", "stock_type", "service_area_key", "category_key", "theme_key", "channel_key", "contractor_key", "outcome_key",
            "refusal_reason_key", "escalation_reason_key", "status", "tenure_code", "property_key", "stage", "handler_key", "landlord_key",
            "source_system", "age_band", "ethnicity_band", "disability_band", "vulnerability_band", "adjustment_band"),
        // One that was withdrawn or refused waits for no answer, whether it counts as made or not.
        Open = Condition.And(
            new FieldTest(TestableFields.Basis, ConditionOperator.Equal, ["open"]),
            new FieldTest(TestableFields.Status, ConditionOperator.Equal, ["accepted"])),
        OpenWords = "waiting for an answer",
        Withdrawn = new FieldTest(TestableFields.Status, ConditionOperator.Equal, ["withdrawn"]),
        Targets = ["stage", "complaint"],
        KeyColumn = "case_reference",
        HeldBackDay = DateRole.Made,
        LeansOnHomes = true,
        FollowsTheCode = true,
        HomesMakeRows = true,
        CanHideSmallNumbers = true,
    };

    /// <summary>Contacts that are not complaints: service requests, enquiries, compliments.</summary>
    public static FactTable Contact => HandlingFacts.Contact;

    /// <summary>Promises, remedies and lessons of complaints.</summary>
    public static FactTable Action => HandlingFacts.Action;

    /// <summary>Payments to complainants.</summary>
    public static FactTable Compensation => HandlingFacts.Compensation;

    /// <summary>Findings of the Housing Ombudsman, one for each part of a complaint (docs/domain.md §4).</summary>
    public static FactTable Finding => OmbudsmanFacts.Finding;

    /// <summary>Orders and recommendations of the Housing Ombudsman.</summary>
    public static FactTable Order => OmbudsmanFacts.Order;

    /// <summary>Questions of surveys that were sent, and their answers.</summary>
    public static FactTable Survey => SurveyFacts.Survey;

    /// <summary>Customers at the ends of reporting years.</summary>
    public static FactTable Customer => CustomerFacts.Customer;

    /// <summary>The columns of what residents are.</summary>
    internal static IReadOnlyList<string> BandColumns =>
        ["age_band", "ethnicity_band", "disability_band", "vulnerability_band", "adjustment_band"];

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, FactTable> ByName { get; } =
        new[] { Stage, Contact, Action, Compensation, Finding, Order, Survey, Customer }
            .ToDictionary(fact => fact.Name, StringComparer.Ordinal);
}
