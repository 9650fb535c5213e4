using System.Collections.Frozen;

namespace Complaints.Etl.Mapping;

/// <summary>A field that rows of a target have.</summary>
/// <param name="Name">Its name in mapping files.</param>
/// <param name="Kind">What its text is read as.</param>
/// <param name="Required">Whether the mapping must give it and a row without it is held back.</param>
/// <param name="Codes">The codes of a <see cref="FieldKind.Code"/>; empty otherwise.</param>
internal sealed record TargetField(string Name, FieldKind Kind, bool Required, IReadOnlyList<string> Codes)
{
    /// <summary>The stage that a prefixed field of the row-per-complaint shape belongs to; 0 for a field of the row itself.</summary>
    internal int StagePrefix { get; init; }

    /// <summary>The name without the prefix of the stage.</summary>
    internal string PlainName => StagePrefix == 0 ? Name : Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}

/// <summary>
/// The fields of every target: the vocabulary of mapping files. The JSON schema says the same; a test holds them together.
/// </summary>
internal static class TargetFields
{
    private static readonly string[] s_stockTypes = ["LCRA", "LCHO", "NEITHER"];
    private static readonly string[] s_publishedStockTypes = ["LCRA", "LCHO", "COMBINED"];
    private static readonly string[] s_statuses = ["accepted", "refused", "withdrawn"];
    private static readonly string[] s_contactKinds = ["service_request", "mp_enquiry", "councillor_enquiry", "compliment"];
    private static readonly string[] s_actionKinds = ["promise", "remedy", "lesson"];

    private static readonly string[] s_paymentKinds = ["compensation", "goodwill", "reimbursement"];
    private static readonly string[] s_payers = ["landlord", "ombudsman", "court"];

    private static readonly string[] s_orderKinds = ["order", "recommendation"];

    // The five answers of TP09 (docs/domain.md §2.7).
    private static readonly string[] s_answers =
        ["very_satisfied", "fairly_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied"];

    // docs/domain.md §3; a partial maladministration was found in 2021/22 alone.
    private static readonly string[] s_findings =
    [
        "severe_maladministration", "maladministration", "partial_maladministration", "service_failure", "reasonable_redress",
        "no_maladministration", "outside_jurisdiction", "withdrawn", "resolved_with_intervention",
    ];

    private static readonly string[] s_outcomes =
        ["upheld", "partially_upheld", "not_upheld", "withdrawn", "refused", "resolved_otherwise"];

    // What differs between the two stages of one complaint and so cannot be given once for both.
    private static readonly TargetField[] s_ofOneStage =
    [
        Required("received_on", FieldKind.Date), Date("logged_on"), Date("acknowledged_on"), Date("responded_on"), Date("closed_on"),
        Date("extension_agreed_on"), Date("extension_to"), Of("extension_reason", FieldKind.Note),
        Of("ombudsman_details_given", FieldKind.Flag), Code("status", s_statuses), Code("outcome", s_outcomes),
        Text("refusal_reason"), Text("escalation_reason"), Of("points_raised", FieldKind.Whole), Of("avoidable", FieldKind.Flag),
    ];

    private static readonly TargetField[] s_ofEitherStage =
        [Text("service_area"), Text("category"), Text("subcategory"), Text("theme"), Text("channel"), Text("contractor"), Text("handler")];

    /// <summary>
    /// Whether a field says what happened at one stage (a day, an outcome, a reason), and not what the complaint is about or who has it.
    /// </summary>
    internal static bool IsOfOneStage(TargetField field) => s_ofOneStage.Any(own => own.Name == field.PlainName);

    private static readonly TargetField[] s_ofTheHome =
    [
        Of("resident_reference", FieldKind.Resident), Of("tenure_code", FieldKind.Tenure), Code("stock_type", s_stockTypes),
        Of("landlord_code", FieldKind.Landlord), Of("uprn", FieldKind.Uprn),
    ];

    private static readonly FrozenDictionary<LoadTarget, TargetField[]> s_fields = new Dictionary<LoadTarget, TargetField[]>
    {
        [LoadTarget.Landlord] =
        [
            Required("landlord_code", FieldKind.Landlord), Required("name", FieldKind.Text), Text("landlord_type"), Text("size_band"),
            Text("region"), Of("managing_agent_code", FieldKind.Landlord), Date("valid_from"),
        ],
        [LoadTarget.Property] =
        [
            Required("property_reference", FieldKind.Text), Of("uprn", FieldKind.Uprn), Of("landlord_code", FieldKind.Landlord),
            Of("tenure_code", FieldKind.Tenure), Code("stock_type", s_stockTypes), Text("estate"), Text("neighbourhood"), Text("ward"),
            Text("address"), Text("postcode"), Text("block_reference"), Date("valid_from"), Date("valid_to"),
        ],
        [LoadTarget.PropertyReference] =
        [
            Required("identifier", FieldKind.Text), Text("identifier_allocator"), Required("property_reference", FieldKind.Text),
            Text("property_allocator"), Date("valid_from"), Date("valid_to"), Text("accepted_by"),
        ],
        [LoadTarget.Stock] =
        [
            Of("landlord_code", FieldKind.Landlord), RequiredCode("stock_type", s_stockTypes), Required("year_end", FieldKind.Date),
            Required("homes", FieldKind.Whole),
        ],
        [LoadTarget.Stage] =
            [
                Required("case_reference", FieldKind.Text),
                Required("stage", FieldKind.Stage),
                .. s_ofOneStage,
                .. s_ofEitherStage,
                .. s_ofTheHome,
            ],
        [LoadTarget.Complaint] =
        [
            Required("case_reference", FieldKind.Text), .. s_ofEitherStage, .. s_ofTheHome,
            .. Prefixed(1, required: true), .. Prefixed(2, required: false),
        ],
        [LoadTarget.Contact] =
        [
            Required("contact_reference", FieldKind.Text), RequiredCode("kind", s_contactKinds), Required("received_on", FieldKind.Date),
            Date("responded_on"),
            Text("service_area"),
            Text("channel"),
            Of("landlord_code", FieldKind.Landlord),
            Of("uprn", FieldKind.Uprn),
        ],
        [LoadTarget.Communication] =
        [
            Required("case_reference", FieldKind.Text), Required("stage", FieldKind.Stage), Required("kind", FieldKind.Text),
            Required("occurred_on", FieldKind.Date), Date("next_agreed_on"),
        ],
        [LoadTarget.Action] =
        [
            Required("case_reference", FieldKind.Text), Required("action_reference", FieldKind.Text), RequiredCode("kind", s_actionKinds),
            Text("category"), Text("owner"), Date("made_on"), Date("due_on"), Date("done_on"), Of("evidence", FieldKind.Note),
        ],
        [LoadTarget.Compensation] =
        [
            Required("case_reference", FieldKind.Text), Required("payment_reference", FieldKind.Text), Of("stage", FieldKind.Stage),
            RequiredCode("kind", s_paymentKinds), RequiredCode("ordered_by", s_payers), Required("amount", FieldKind.Amount),
            Date("offered_on"), Date("paid_on"),
        ],
        [LoadTarget.Finding] =
        [
            Required("ombudsman_reference", FieldKind.Text), Of("element", FieldKind.Note), Text("case_reference"),
            Of("landlord_code", FieldKind.Landlord), Text("category"), Text("subcategory"), RequiredCode("finding", s_findings),
            Required("determined_on", FieldKind.Date), Date("amended_on"),
        ],
        [LoadTarget.Order] =
        [
            Required("ombudsman_reference", FieldKind.Text), Required("order_reference", FieldKind.Text),
            Of("landlord_code", FieldKind.Landlord), RequiredCode("kind", s_orderKinds), Of("description", FieldKind.Note),
            Of("amount", FieldKind.Amount), Date("due_on"), Date("complied_on"), Of("evidence", FieldKind.Note),
        ],
        [LoadTarget.Survey] =
        [
            Required("survey_reference", FieldKind.Text), Required("question", FieldKind.Text), Of("landlord_code", FieldKind.Landlord),
            Text("case_reference"), Code("stock_type", s_stockTypes), Date("sent_on"), Date("answered_on"), Code("answer", s_answers),
            Of("score", FieldKind.Number), Of("answers", FieldKind.Number),
        ],
        [LoadTarget.Resident] =
        [
            Required("resident_reference", FieldKind.Resident), Of("landlord_code", FieldKind.Landlord),
            Of("age_band", FieldKind.Band), Of("ethnicity_band", FieldKind.Band), Of("disability_band", FieldKind.Band),
            Of("vulnerability_band", FieldKind.Band), Of("adjustment_band", FieldKind.Band),
            Required("valid_from", FieldKind.Date), Date("valid_to"),
        ],
        [LoadTarget.PublishedMeasure] =
        [
            Of("landlord_code", FieldKind.Landlord), Required("landlord_name", FieldKind.Text), Text("landlord_type"), Text("size_band"),
            Text("region"), RequiredCode("stock_type", s_publishedStockTypes), Required("reporting_year", FieldKind.Year),
            Required("measure_id", FieldKind.Text), Of("numerator", FieldKind.Number), Of("denominator", FieldKind.Number),
            Text("value_as_printed"), Required("publisher", FieldKind.Text), Text("source_cell"),
        ],
    }.ToFrozenDictionary();

    internal static IReadOnlyList<TargetField> Of(LoadTarget target) => s_fields[target];

    internal static TargetField? Find(LoadTarget target, string name) => Array.Find(s_fields[target], field => field.Name == name);

    /// <summary>Whether rows of a target belong to a landlord, by a code or through the home.</summary>
    internal static bool HasLandlord(LoadTarget target) => target
        is LoadTarget.Property or LoadTarget.Stock or LoadTarget.Stage or LoadTarget.Complaint or LoadTarget.Contact
            or LoadTarget.Finding or LoadTarget.Order or LoadTarget.Survey or LoadTarget.Resident or LoadTarget.PublishedMeasure;

    /// <summary>Whether the landlord of a target's rows may be found through the home.</summary>
    internal static bool MayAssign(LoadTarget target) => target is LoadTarget.Stage or LoadTarget.Complaint or LoadTarget.Contact;

    /// <summary>
    /// Whether the landlord of a target's rows may be told by its name. Registers and published figures give codes: what is said of a
    /// landlord is told apart by them.
    /// </summary>
    internal static bool MayName(LoadTarget target) =>
        MayAssign(target) || target is LoadTarget.Finding or LoadTarget.Order or LoadTarget.Survey;

    private static IEnumerable<TargetField> Prefixed(int stage, bool required) =>
        s_ofOneStage.Concat(s_ofEitherStage).Select(field => field with
    {
        Name = FormattableString.Invariant($"stage{stage}.{field.Name}"),
        Required = required && field.Required,
        StagePrefix = stage,
    });

    private static TargetField Of(string name, FieldKind kind) => new(name, kind, Required: false, []);

    private static TargetField Text(string name) => Of(name, FieldKind.Text);

    private static TargetField Date(string name) => Of(name, FieldKind.Date);

    private static TargetField Required(string name, FieldKind kind) => new(name, kind, Required: true, []);

    private static TargetField Code(string name, string[] codes) => new(name, FieldKind.Code, Required: false, codes);

    private static TargetField RequiredCode(string name, string[] codes) => new(name, FieldKind.Code, Required: true, codes);
}
