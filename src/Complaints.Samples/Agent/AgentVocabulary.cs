using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>A kind of complaint: where it belongs and how much it drives residents to stage 2.</summary>
internal sealed record ComplaintKind(string ServiceArea, string Category, string Subcategory, double Escalation, bool HasContractor = false);

/// <summary>What complaints are about, in the proportions of the annual reports (domain.md §6), and the words of the extract.</summary>
internal static class AgentVocabulary
{
    public static readonly WeightedChoice<ComplaintKind> Kinds = new(
        (new("Repairs", "Repairs", "Delay", 0.35, true), 19),
        (new("Repairs", "Repairs", "Quality of work", 0.15, true), 10),
        (new("Repairs", "Repairs", "Missed appointment", -0.15, true), 8),
        (new("Repairs", "Repairs", "Leak", 0.3, true), 8),
        (new("Repairs", "Repairs", "Damp and mould", 0.85, true), 7),
        (new("Repairs", "Heating and hot water", "No heating", 0.1, true), 8),
        (new("Housing management", "Housing management", "Tenancy", 0.0), 7),
        (new("Housing management", "Anti-social behaviour", "Noise", 0.65), 5),
        (new("Housing management", "Communal areas", "Cleaning", -0.55), 5),
        (new("Housing management", "Communal areas", "Lift", -0.2, true), 2),
        (new("Customer services", "Customer care", "Attitude", -0.1), 4),
        (new("Customer services", "Customer care", "Failure to reply", 0.2), 6),
        (new("Income", "Rent and charges", "Service charge", 0.25), 5),
        (new("Income", "Rent and charges", "Rent account", -0.3), 2),
        (new("Allocations", "Moving home", "Transfer", 0.1), 3),
        (new("Allocations", "Other", "Other", -0.4), 1));

    public static readonly WeightedChoice<string> Channels =
        new(("Phone", 38), ("Email", 34), ("Web form", 20), ("Letter", 4), ("In person", 3), ("Social media", 1));

    public static readonly WeightedChoice<string> Outcomes = new(("Upheld", 45), ("Partially upheld", 22), ("Not upheld", 33));

    public static readonly WeightedChoice<int> Points = new((1, 50), (2, 28), (3, 14), (4, 6), (5, 2));

    public static readonly string[] Themes = ["Time taken", "Communication", "Quality", "Policy", "Staff conduct", "Follow-on work"];

    public static readonly string[] RefusalReasons = ["Over twelve months old", "Legal proceedings started", "Considered before", "Not a complaint"];

    public static readonly string[] EscalationReasons =
        ["Response disputed", "Actions not completed", "Compensation disputed", "Points not answered", "No contact since response"];
}

/// <summary>
/// Who is who in the sample. The two landlords' codes are those of the regulator's register; homes, residents, staff and cases are made up.
/// </summary>
internal static class AgentNames
{
    /// <summary>City of Westminster Council, the managing agent.</summary>
    public const string Council = "00BK";

    /// <summary>Westminster Community Homes Limited, whose homes hide in the council's extract.</summary>
    public const string Partner = "4638";

    public const string CouncilRegister = "WCC-HOUSING";
    public const string PartnerRegister = "WCH-HOUSING";
    public const string CaseSystem = "WCC-CRM";
    public const string Spreadsheet = "WCC-REGISTER";

    public static readonly AgentPlace[] Places =
    [
        new("Alder Estate", "North", "Larkfield"),
        new("Birchmoor Estate", "North", "Larkfield"),
        new("Canal Wharf", "North", "Lockside"),
        new("Drovers Estate", "East", "Marketgate"),
        new("Elm Court", "East", "Marketgate"),
        new("Foundry Estate", "East", "Tannery"),
        new("Granary Walk", "South", "Riverside"),
        new("Hopfield Estate", "South", "Riverside"),
        new("Ivy Lane", "South", "Bellmount"),
        new("Juniper Estate", "West", "Bellmount"),
        new("Kiln Gardens", "West", "Orchard"),
        new("Lantern Estate", "West", "Orchard"),
    ];

    // With accents: the extract's encoding is part of what must survive.
    public static readonly string[] Handlers =
    [
        "Siân Parry", "Zoë Adeyemi", "André Baptiste", "Renée Okafor", "Chloë Marsh", "Tomás Quinn", "Jürgen Hale", "Noël Achebe", "Inés Duarte",
        "Fran Whitlock", "Dev Sandhu", "Moira Kell",
    ];

    public static readonly string[] Contractors = ["Ashdown Repairs", "Brightwater Heating", "Castlegate Lifts", "Dunmore Roofing"];
}
