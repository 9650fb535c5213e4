namespace Complaints.Samples.Agent;

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
        "Siân Parry", "Zoë Adeyemi", "André Baptiste", "Renée Okafor", "Chloë Marsh", "Tomás Quinn", "Jürgen Hale", "Noël Achebe",
        "Inés Duarte",
        "Fran Whitlock", "Dev Sandhu", "Moira Kell",
    ];

    public static readonly string[] Contractors = ["Ashdown Repairs", "Brightwater Heating", "Castlegate Lifts", "Dunmore Roofing"];
}
