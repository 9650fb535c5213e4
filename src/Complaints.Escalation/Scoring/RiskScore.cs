using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;

namespace Complaints.Escalation.Scoring;

/// <summary>How likely a case is to be escalated, and why. It informs people; it never lowers a case's priority.</summary>
public sealed record RiskScore
{
    /// <summary>Source system.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>Case reference in that system.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Landlord's code.</summary>
    public required string Landlord { get; init; }

    /// <summary>The day the score is for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day up to which the case is known: <see cref="AsOf"/>, or the earlier cut-off of its source system.</summary>
    public required DateOnly KnownTo { get; init; }

    /// <summary>The day whose facts were read: that of the response for an answered case, else <see cref="KnownTo"/>.</summary>
    public required DateOnly FactsOf { get; init; }

    /// <summary>Open or answered.</summary>
    public required CaseState State { get; init; }

    /// <summary>Probability of a request for stage 2 within the horizon after the response; in (0, 1).</summary>
    public required double Probability { get; init; }

    /// <summary>The score in log-odds: <see cref="BaseValue"/> + Σ <see cref="Contributions"/> + <see cref="Waiting"/>, to 10⁻⁹.</summary>
    public required double Margin { get; init; }

    /// <summary>Log-odds before anything is known of the case.</summary>
    public required double BaseValue { get; init; }

    /// <summary>What each feature adds, in the order of <see cref="FeatureList.All"/>.</summary>
    public required ImmutableArray<double> Contributions { get; init; }

    /// <summary>What the time since the response without an escalation adds; 0 while open.</summary>
    public required double Waiting { get; init; }

    /// <summary>What raises the risk most, strongest first; at most three.</summary>
    public required ImmutableArray<RiskReason> ReasonsUp { get; init; }

    /// <summary>What lowers it most; null when nothing does.</summary>
    public required RiskReason? ReasonDown { get; init; }
}

/// <summary>One reason for a score.</summary>
/// <param name="Topic">What it is about; a score has one reason per topic.</param>
/// <param name="Feature">The feature that moved the score most within the topic.</param>
/// <param name="Contribution">Log-odds by which the topic as a whole moved the score; positive raises the risk.</param>
/// <param name="Text">The reason with the case's own facts, without capital and full stop.</param>
public sealed record RiskReason(FeatureTopic Topic, string Feature, double Contribution, string Text);
