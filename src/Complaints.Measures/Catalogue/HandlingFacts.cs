namespace Complaints.Measures.Catalogue;

/// <summary>What happened around complaints: contacts, promises and payments.</summary>
internal static class HandlingFacts
{
    private static readonly FactField s_contactAnswered = new("responded", FieldType.Flag, FieldOrigin.HappenedAsAt, "responded_on");

    private static readonly FactField s_done = new("done", FieldType.Flag, FieldOrigin.HappenedAsAt, "done_on");

    private static readonly FactField s_paid = new("paid", FieldType.Flag, FieldOrigin.HappenedAsAt, "paid_on");

    /// <summary>Contacts that are not complaints.</summary>
    internal static FactTable Contact { get; } = new()
    {
        Name = "contact",
        Rows = "contacts",
        Row = "contact",
        Table = "fact_contact",
        Fields = FactTable.Named(
            Kind("service_request", "mp_enquiry", "councillor_enquiry", "compliment"),
            s_contactAnswered,
            Coded("service_area"),
            Coded("channel")),
        Days = new Dictionary<DateRole, FactDay> { [DateRole.Received] = new("received_on"), [DateRole.Responded] = new("responded_on") },
        KnownFrom = "received_on",
        DimensionColumns = FactTable.Columns("landlord_code", "kind", "service_area_key", "channel_key", "property_key"),
        Open = FactTable.Not(s_contactAnswered),
        OpenWords = "waiting for an answer",
        Targets = ["contact"],
        KeyColumn = "contact_reference",
        HeldBackDay = DateRole.Received,
        LeansOnHomes = true,
    };

    /// <summary>Promises, remedies and lessons (Code 2024 §7.3: what and by when, followed to completion).</summary>
    internal static FactTable Action { get; } = new()
    {
        Name = "action",
        Rows = "actions",
        Row = "action",
        Table = "fact_action",
        Link = FactLink.Case,
        HasCategory = true,
        Fields = FactTable.Named(
            Kind("promise", "remedy", "lesson"),
            s_done,
            new FactField("done_in_time", FieldType.Flag, FieldOrigin.DoneByDueAsAt, "done_on") { DueColumn = "due_on" },
            new FactField("overdue", FieldType.Flag, FieldOrigin.PastDueAsAt, "done_on") { DueColumn = "due_on" },
            new FactField("has_due_day", FieldType.Flag, FieldOrigin.IsRecorded, "due_on")),
        FirstOf = new Dictionary<string, IReadOnlyList<string>> { ["made_or_known_on"] = ["made_on", "done_on", "due_on"] },
        Days = new Dictionary<DateRole, FactDay>
        {
            [DateRole.Made] = new("made_or_known_on", IsOwed: true),
            [DateRole.Due] = new("due_on"),
            [DateRole.Done] = new("done_on"),
        },
        KnownFrom = "made_or_known_on",
        DimensionColumns = FactTable.Columns(
            "landlord_code", "stock_type", "kind", "service_area_key", "category_key", "tenure_code", "property_key"),
        Open = FactTable.Not(s_done),
        OpenWords = "not done",
        Targets = ["action"],
        KeyColumn = "case_reference",
        LeansOnHomes = true,
    };

    /// <summary>Payments to complainants.</summary>
    internal static FactTable Compensation { get; } = new()
    {
        Name = "compensation",
        Rows = "payments",
        Row = "payment",
        Table = "fact_compensation",
        Link = FactLink.Case,
        NamesStage = true,
        Fields = FactTable.Named(
            Kind("compensation", "goodwill", "reimbursement"),
            new FactField("ordered_by", FieldType.Text, FieldOrigin.Fact, "ordered_by", ["landlord", "ombudsman", "court"]),
            new FactField("amount", FieldType.Amount, FieldOrigin.Fact, "amount"),
            s_paid),
        Keys = FactTable.Named(new FactField("case", FieldType.Text, FieldOrigin.Fact, "case_reference")),
        FirstOf = new Dictionary<string, IReadOnlyList<string>> { ["known_on"] = ["offered_on", "paid_on"] },
        Days = new Dictionary<DateRole, FactDay>
        {
            [DateRole.Offered] = new("offered_on", IsOwed: true),
            [DateRole.Paid] = new("paid_on"),
        },
        KnownFrom = "known_on",
        DimensionColumns = FactTable.Columns(
            "landlord_code", "stock_type", "kind", "ordered_by", "service_area_key", "category_key", "tenure_code", "property_key"),
        Open = FactTable.Not(s_paid),
        OpenWords = "not paid",
        Targets = ["compensation"],
        KeyColumn = "case_reference",
        LeansOnHomes = true,
    };

    internal static FactField Kind(params string[] kinds) => new("kind", FieldType.Text, FieldOrigin.Fact, "kind", kinds);

    private static FactField Coded(string name) => new(name, FieldType.Text, FieldOrigin.DimensionCode, $"{name}_key");
}
