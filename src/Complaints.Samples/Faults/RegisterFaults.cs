using static Complaints.Samples.Faults.FaultOutcome;

namespace Complaints.Samples.Faults;

/// <summary>Every kind of fault planted in the council's register.</summary>
internal static class RegisterFaults
{
    private const int Reference = 0;
    private const int Uprn = 1;
    private const int Tenure = 2;

    public static readonly RegisterFault[] All =
    [
        new("unknown-tenure", Quarantined, "unknown-tenure", "tenure", Tenure) { Change = cells => cells[Tenure] = "ZZZ" },
        // A known code of the lineage that only the landlord can place.
        new("undecided-tenure", Quarantined, "unknown-tenure", "tenure", Tenure) { Change = cells => cells[Tenure] = "RTM" },
        new("blank-padded-property", Corrected, "trim-padding", "prop_ref", Reference)
        {
            Change = cells => cells[Reference] = cells[Reference]!.PadRight(12),
        },
        new(
            "property-uprn-zero-padded",
            Corrected,
            "strip-uprn",
            "u_llpg_ref",
            Uprn) { Change = cells => cells[Uprn] = "0000" + cells[Uprn] },
        new(
            "property-uprn-scientific",
            Quarantined,
            "uprn-scientific",
            "u_llpg_ref",
            Uprn) { Change = cells => cells[Uprn] = "1.00023E+11" },
        new("duplicate-property", Quarantined, "duplicate-row", null, Reference) { ExtraRow = true, Change = _ => { } },
        new("missing-property-key", Quarantined, "missing-key", "prop_ref", Reference) { Change = cells => cells[Reference] = "" },
    ];

    public static Queue<RegisterFault> Queue() =>
        new(Enumerable.Range(0, FaultPlanter.Copies).SelectMany(_ => All));
}
