namespace Complaints.Measures.Catalogue;

/// <summary>What the Housing Ombudsman found and ordered (docs/domain.md §4): a case has one finding or more, and orders.</summary>
internal static class OmbudsmanFacts
{
    private static readonly FactField s_complied = new("complied", FieldType.Flag, FieldOrigin.HappenedAsAt, "complied_on");

    private static readonly FactField s_case = new("ombudsman_case", FieldType.Text, FieldOrigin.Fact, "ombudsman_reference");

    /// <summary>Findings, each of one part of a complaint.</summary>
    internal static FactTable Finding { get; } = new()
    {
        Name = "finding",
        Rows = "findings",
        Row = "finding",
        Table = "fact_finding",
        Fields = FactTable.Named(new FactField("finding", FieldType.Text, FieldOrigin.Fact, "finding", Findings)),
        Keys = FactTable.Named(s_case),
        Days = new Dictionary<DateRole, FactDay> { [DateRole.Determined] = new("determined_on") },
        KnownFrom = "determined_on",
        DimensionColumns = FactTable.Columns("landlord_code", "finding", "category_key"),
        Targets = ["finding"],
        KeyColumn = "ombudsman_reference",
        HeldBackDay = DateRole.Determined,
    };

    /// <summary>Orders and recommendations. They bind from the determination, whose day stands on the findings of the same case.</summary>
    internal static FactTable Order { get; } = new()
    {
        Name = "order",
        Rows = "orders",
        Row = "order",
        Table = "fact_order",
        Link = FactLink.Determination,
        Fields = FactTable.Named(
            HandlingFacts.Kind("order", "recommendation"),
            s_complied,
            new FactField("complied_in_time", FieldType.Flag, FieldOrigin.DoneByDueAsAt, "complied_on") { DueColumn = "due_on" },
            new FactField("overdue", FieldType.Flag, FieldOrigin.PastDueAsAt, "complied_on") { DueColumn = "due_on" },
            new FactField("has_due_day", FieldType.Flag, FieldOrigin.IsRecorded, "due_on"),
            new FactField("amount", FieldType.Amount, FieldOrigin.Fact, "amount", IsNullable: true)),
        Keys = FactTable.Named(s_case),
        FirstOf = new Dictionary<string, IReadOnlyList<string>> { ["known_on"] = ["determined_on", "due_on", "complied_on"] },
        Days = new Dictionary<DateRole, FactDay>
        {
            [DateRole.Determined] = new("determined_on", IsOwed: true),
            [DateRole.Due] = new("due_on"),
            [DateRole.Complied] = new("complied_on"),
        },
        KnownFrom = "known_on",
        DimensionColumns = FactTable.Columns("landlord_code", "kind"),
        Open = FactTable.Not(s_complied),
        OpenWords = "not complied with",
        Targets = ["order"],
        KeyColumn = "ombudsman_reference",
    };

    /// <summary>The findings that there are (docs/domain.md §4).</summary>
    private static string[] Findings =>
    [
        "severe_maladministration", "maladministration", "service_failure", "partial_maladministration", "reasonable_redress",
        "no_maladministration", "resolved_with_intervention", "outside_jurisdiction", "withdrawn",
    ];
}
