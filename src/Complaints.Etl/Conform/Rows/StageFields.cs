using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Etl.Assign;
using Complaints.Etl.Conform.Rules;

namespace Complaints.Etl.Conform.Rows;

/// <summary>The columns of one stage: those with its prefix, else those of the row.</summary>
internal sealed class StageFields
{
    private readonly MappingBinding _binding;
    private readonly int _prefix;

    /// <param name="binding">The mapping.</param>
    /// <param name="prefix">1 or 2 in the row-per-complaint shape; 0 in the row-per-stage shape.</param>
    internal StageFields(MappingBinding binding, int prefix)
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

    private BoundField? Find(string name) => _prefix == 0
        ? _binding.Field(name)
        : _binding.Field(FormattableString.Invariant($"stage{_prefix}.{name}")) ?? _binding.Field(name);
}

/// <summary>What both stages of a complaint share: whose it is and about which home.</summary>
internal readonly record struct StageHome(Assignment? Assignment, StockType StockType, string? TenureCode, string? Resident);

/// <summary>Reads the stage of a row.</summary>
internal static class StageText
{
    private static readonly Dictionary<string, Stage> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1"] = Stage.One, ["one"] = Stage.One, ["stage 1"] = Stage.One, ["stage one"] = Stage.One, ["s1"] = Stage.One, ["stage1"] = Stage.One,
        ["2"] = Stage.Two, ["two"] = Stage.Two, ["stage 2"] = Stage.Two, ["stage two"] = Stage.Two, ["s2"] = Stage.Two, ["stage2"] = Stage.Two,
    };

    internal static Stage? Find(string text) => s_words.TryGetValue(text, out Stage stage) ? stage : null;

    internal static Stage? Read(CellReader cells, RowScope scope, BoundField? field)
    {
        int before = scope.Faults.Count;
        string? text = cells.Text(scope, field);
        if (text is not null && Find(text) is Stage stage)
        {
            return stage;
        }

        if (scope.Faults.Count == before)
        {
            scope.Fault(
                text is null ? RuleCatalogue.MissingKey : RuleCatalogue.UnknownStage,
                field?.Column,
                text,
                "1 or 2",
                "give it 'codes' in the mapping; the Code has two stages and no informal one (Code 2024 §5.2, §5.3)");
        }

        return null;
    }
}
