namespace Complaints.Measures.Catalogue;

/// <summary>The facts that measures can count.</summary>
public static class FactTables
{
    /// <summary>Stages of complaints, each on the day it was made or answered (docs/domain.md §2.4).</summary>
    public static FactTable Stage { get; } = new()
    {
        Name = "stage",
        Rows = "stages",
        Table = "fact_stage",
        Fields = TestableFields.ByName,
        Days = new Dictionary<DateRole, string> { [DateRole.Made] = "received_on", [DateRole.Responded] = "responded_on" },
        DimensionColumns = new HashSet<string>(StringComparer.Ordinal)
        {
            "landlord_code", "stock_type", "service_area_key", "category_key", "theme_key", "channel_key", "contractor_key", "outcome_key",
            "refusal_reason_key", "escalation_reason_key", "status", "tenure_code", "property_key",
        },
        // One that was withdrawn waits for no answer, whether it counts as made or not.
        Open = Condition.And(
            new FieldTest(TestableFields.Basis, ConditionOperator.Equal, ["open"]),
            new FieldTest(TestableFields.Status, ConditionOperator.NotEqual, ["withdrawn"])),
    };

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, FactTable> ByName { get; } =
        new[] { Stage }.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
}
