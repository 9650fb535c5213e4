using Complaints.Domain.Code;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders what is known of a stage's extension as at a day. The clock stored until when it gives time as recorded; what is missing of it
/// follows from its parts, by the same rules as <see cref="ExtensionFault"/>.
/// </summary>
internal sealed class ExtensionRenderer(ParameterList parameters, RowConditions rows)
{
    private const string NoReason = "(f.extension_reason IS NULL OR LENGTH(TRIM(f.extension_reason)) = 0)";

    /// <summary>The last day for a response with the extension, under the policy; null without one that counts.</summary>
    internal string DueOn() => rows.Extensions == ExtensionPolicy.AsRecorded
        ? "f.extended_due_on"
        : $"CASE WHEN f.extension_agreed_on IS NULL OR f.extension_to IS NULL OR {NoReason} OR {NoDetails()} THEN NULL ELSE f.extended_due_on END";

    /// <summary>Whether an extension is recorded and known on the day.</summary>
    internal string Recorded() =>
        $"(f.extension_agreed_on IS NOT NULL OR f.extension_to IS NOT NULL OR NOT {NoReason} OR f.ombudsman_details_given) "
        + $"AND (f.extension_agreed_on IS NULL OR f.extension_agreed_on <= {parameters.Add(rows.AsAt)})";

    /// <summary>Whether a fault is true of it.</summary>
    /// <param name="word">The fault's word.</param>
    internal string Fault(string word) => CatalogueWords.ExtensionFaults[word] switch
    {
        ExtensionFault.AgreedAfterDeadline => "f.extension_agreed_on > f.standard_due_on",
        ExtensionFault.AgreedBeforeReceived => "f.extension_agreed_on < f.received_on",
        ExtensionFault.NoAgreedDate => "f.extension_agreed_on IS NULL",
        ExtensionFault.NoDate => "f.extension_to IS NULL",
        ExtensionFault.NotLonger => "f.extension_to <= f.standard_due_on",
        // Of an extension that counts the longest permitted day is stored where it was asked for longer.
        ExtensionFault.TooLong => "f.extension_to > f.extended_due_on",
        ExtensionFault.NoReason => NoReason,
        ExtensionFault.NoOmbudsmanDetails => NoDetails(),
        ExtensionFault fault => throw new InvalidOperationException($"A fault that cannot be told from the parts: {fault}."),
    };

    private string NoDetails()
    {
        IEnumerable<string> asked = CodeRules.All.SelectMany(rule => new[] { rule.One, rule.Two }
            .Where(stage => stage.ExtensionNeedsOmbudsmanDetails)
            .Select(stage => Asked(rule, stage)));
        return $"(f.ombudsman_details_given IS DISTINCT FROM TRUE AND ({string.Join(" OR ", asked)}))";
    }

    // The version for a day before the first one is the first.
    private string Asked(CodeRule rule, StageRule stage)
    {
        var parts = new List<string> { $"f.stage = {parameters.Add((int)stage.Stage)}" };
        if (rule != CodeRules.All[0])
        {
            parts.Add($"f.received_on >= {parameters.Add(rule.ValidFrom)}");
        }

        if (rule.ValidTo is DateOnly end)
        {
            parts.Add($"f.received_on < {parameters.Add(end)}");
        }

        return $"({string.Join(" AND ", parts)})";
    }
}
