using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Warehouse;

namespace Complaints.Escalation.Serving;

/// <summary>The scores of a day, made from one published state of the warehouse.</summary>
/// <param name="Model">The model.</param>
/// <param name="Warehouse">The state.</param>
/// <param name="History">The cases.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Scores">The scores, riskiest first.</param>
public sealed record ScoredDay(
    StoredModel Model, SnapshotInfo Warehouse, CaseHistory History, DateOnly AsOf, ImmutableArray<RiskScore> Scores)
{
    /// <summary>Cases that would be at risk, but of which the quarantine holds a stage back.</summary>
    public int HeldBack => History.HeldBackOn(AsOf, Model.Rule.HorizonDays);
}
