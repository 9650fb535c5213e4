using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders what is known of a stage's extension as at a day. The clock stored until when it gives time as recorded, and what is wrong with
/// it (<see cref="ExtensionFault"/>).
/// </summary>
internal sealed class ExtensionRenderer(ParameterList parameters, RowConditions rows, string alias)
{
    /// <summary>The last day for a response with the extension, under the policy; null without one that counts.</summary>
    internal string DueOn() => rows.Extensions == ExtensionPolicy.AsRecorded
        ? $"{alias}.extended_due_on"
        : $"CASE WHEN {Has(ExtensionFault.Incomplete)} THEN NULL ELSE {alias}.extended_due_on END";

    /// <summary>Whether an extension with any fault is known on the day.</summary>
    internal string Faulty() =>
        $"{alias}.extension_faults > 0 "
        + $"AND ({alias}.extension_agreed_on IS NULL OR {alias}.extension_agreed_on <= {parameters.Add(rows.AsAt)})";

    /// <summary>Whether a fault is true of it.</summary>
    /// <param name="word">The fault's word.</param>
    internal string Fault(string word) => Has(CatalogueWords.ExtensionFaults[word]);

    private string Has(ExtensionFault fault) =>
        string.Create(CultureInfo.InvariantCulture, $"({alias}.extension_faults & {(int)fault}) <> 0");
}
