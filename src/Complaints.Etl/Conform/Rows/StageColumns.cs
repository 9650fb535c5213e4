namespace Complaints.Etl.Conform.Rows;

/// <summary>The columns of one stage: those with its prefix, else those of the row.</summary>
internal sealed class StageColumns
{
    private readonly MappingBinding _binding;
    private readonly int _prefix;

    /// <param name="binding">The mapping.</param>
    /// <param name="prefix">1 or 2 in the row-per-complaint shape; 0 in the row-per-stage shape.</param>
    internal StageColumns(MappingBinding binding, int prefix)
    {
        _binding = binding;
        _prefix = prefix;
        ReceivedOn = Find("received_on");
        LoggedOn = Find("logged_on");
        AcknowledgedOn = Find("acknowledged_on");
        RespondedOn = Find("responded_on");
        ClosedOn = Find("closed_on");
        ExtensionAgreedOn = Find("extension_agreed_on");
        ExtensionTo = Find("extension_to");
        ExtensionReason = Find("extension_reason");
        OmbudsmanDetails = Find("ombudsman_details_given");
        Status = Find("status");
        Outcome = Find("outcome");
        ServiceArea = Find("service_area");
        Category = Find("category");
        Subcategory = Find("subcategory");
        Theme = Find("theme");
        Channel = Find("channel");
        Contractor = Find("contractor");
        Handler = Find("handler");
        RefusalReason = Find("refusal_reason");
        EscalationReason = Find("escalation_reason");
        PointsRaised = Find("points_raised");
        Avoidable = Find("avoidable");
    }

    internal BoundField? ReceivedOn { get; }

    internal BoundField? LoggedOn { get; }

    internal BoundField? AcknowledgedOn { get; }

    internal BoundField? RespondedOn { get; }

    internal BoundField? ClosedOn { get; }

    internal BoundField? ExtensionAgreedOn { get; }

    internal BoundField? ExtensionTo { get; }

    internal BoundField? ExtensionReason { get; }

    internal BoundField? OmbudsmanDetails { get; }

    internal BoundField? Status { get; }

    internal BoundField? Outcome { get; }

    internal BoundField? ServiceArea { get; }

    internal BoundField? Category { get; }

    internal BoundField? Subcategory { get; }

    internal BoundField? Theme { get; }

    internal BoundField? Channel { get; }

    internal BoundField? Contractor { get; }

    internal BoundField? Handler { get; }

    internal BoundField? RefusalReason { get; }

    internal BoundField? EscalationReason { get; }

    internal BoundField? PointsRaised { get; }

    internal BoundField? Avoidable { get; }

    /// <summary>The name of a field of this stage in mapping files.</summary>
    internal string Named(string field) => _prefix == 0 ? field : FormattableString.Invariant($"stage{_prefix}.{field}");

    private BoundField? Find(string name) => _prefix == 0
        ? _binding.Field(name)
        : _binding.Field(FormattableString.Invariant($"stage{_prefix}.{name}")) ?? _binding.Field(name);
}
