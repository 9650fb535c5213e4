using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>What complaints are about, in the proportions of the annual reports, and the words of the extract.</summary>
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

    public static readonly string[] RefusalReasons =
        ["Over twelve months old", "Legal proceedings started", "Considered before", "Not a complaint"];

    public static readonly string[] EscalationReasons =
        ["Response disputed", "Actions not completed", "Compensation disputed", "Points not answered", "No contact since response"];
}
