using Complaints.Escalation.Cases;
using Complaints.Escalation.Labels;
using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Features;

/// <summary>
/// What happened to other cases, by day: complaints and escalations of a household, home and block; outcomes of a contractor, service
/// area and landlord from the day they were known. An event counts from its own date, or from the day its record came in when that is
/// later.
/// </summary>
internal sealed class HistoryIndex
{
    private const string Everyone = "";

    public HistoryIndex(CaseHistory history, LabelRule rule)
    {
        foreach (CaseRecord of in history.Cases)
        {
            AddReceipt(of);
            AddEscalation(of);
            AddOutcome(of, rule);
        }

        HouseholdReceived.Seal();
        HouseholdEscalated.Seal();
        HomeReceived.Seal();
        HomeEscalated.Seal();
        BlockReceived.Seal();
        BlockEscalated.Seal();
        Contractors.Seal();
        Areas.Seal();
        Landlords.Seal();
        Everybody.Seal();
    }

    public EventIndex<long> HouseholdReceived { get; } = new();

    public EventIndex<long> HouseholdEscalated { get; } = new();

    public EventIndex<long> HomeReceived { get; } = new();

    public EventIndex<long> HomeEscalated { get; } = new();

    public EventIndex<string> BlockReceived { get; } = new();

    public EventIndex<string> BlockEscalated { get; } = new();

    public OutcomeIndex Contractors { get; } = new();

    public OutcomeIndex Areas { get; } = new();

    public OutcomeIndex Landlords { get; } = new();

    private OutcomeIndex Everybody { get; } = new();

    /// <summary>The landlord's service area; null where either is not recorded.</summary>
    public static string? AreaOf(CaseVersion version) =>
        string.IsNullOrEmpty(version.Landlord)
            || string.IsNullOrEmpty(version.ServiceArea)
                ? null
                : $"{version.Landlord}\u001f{version.ServiceArea}";

    public (int Cases, int Escalated) Overall(DateOnly day, int length) => Everybody.Within(Everyone, day, length);

    private void AddReceipt(CaseRecord of)
    {
        CaseVersion first = of.Versions[0];
        DateOnly seen = Later(first.ReceivedOn, first.Known.From);
        AddPlaces(first, seen, HouseholdReceived, HomeReceived, BlockReceived);
    }

    private void AddEscalation(CaseRecord of)
    {
        if (Seen(of, of.EscalatedOn) is DateOnly seen)
        {
            AddPlaces(of.At(seen) ?? of.Latest, seen, HouseholdEscalated, HomeEscalated, BlockEscalated);
        }
    }

    private void AddOutcome(CaseRecord of, LabelRule rule)
    {
        // Only answered cases: the rate is of what was answered, and a refusal is no answer.
        if (of.Latest.RespondedOn is not DateOnly responded
            || of.Latest.Status == StageStatus.Refused
            || rule.RipensOn(of) is not DateOnly ripe)
        {
            return;
        }

        CaseVersion answer = of.Versions.First(v => v.RespondedOn == responded);
        bool escalated = rule.IsEscalated(of);
        DateOnly known = Later(ripe, answer.Known.From);
        known = escalated ? Later(known, Seen(of, of.EscalatedOn)!.Value) : known;
        CaseVersion version = of.At(known) ?? of.Latest;
        Add(Contractors, version.Contractor, known, escalated);
        Add(Areas, AreaOf(version), known, escalated);
        Add(Landlords, version.Landlord, known, escalated);
        Everybody.Add(Everyone, known, escalated);
    }

    private static DateOnly? Seen(CaseRecord of, DateOnly? escalated) =>
        escalated is DateOnly day ? Later(day, of.Escalations.First(e => e.ReceivedOn == day).Known.From) : null;

    private static void AddPlaces(
        CaseVersion version, DateOnly seen, EventIndex<long> households, EventIndex<long> homes, EventIndex<string> blocks)
    {
        if (version.Household is long household)
        {
            households.Add(household, seen);
        }

        if (version.Home is long home)
        {
            homes.Add(home, seen);
        }

        if (version.Block is string block)
        {
            blocks.Add(block, seen);
        }
    }

    private static void Add(OutcomeIndex index, string? key, DateOnly known, bool escalated)
    {
        if (!string.IsNullOrEmpty(key))
        {
            index.Add(key, known, escalated);
        }
    }

    private static DateOnly Later(DateOnly first, DateOnly second) => first > second ? first : second;
}
