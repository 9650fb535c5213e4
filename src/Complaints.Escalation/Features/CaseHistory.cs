using System.Collections.Immutable;

namespace Complaints.Escalation.Features;

/// <summary>
/// All cases of a warehouse that features and labels are taken from, in memory. It holds no characteristic of a resident: the household is
/// the number of a pseudonym.
/// </summary>
public sealed class CaseHistory
{
    /// <summary>Builds a history; the cases are put in order of receipt, then by source and reference, so that no reader's order matters.</summary>
    /// <param name="cases">Cases, each once.</param>
    /// <param name="cutOff">Last day the data know about.</param>
    public CaseHistory(IEnumerable<CaseRecord> cases, DateOnly cutOff)
    {
        Cases =
        [
            .. cases.OrderBy(c => c.Latest.ReceivedOn)
                .ThenBy(c => c.SourceSystem, StringComparer.Ordinal)
                .ThenBy(c => c.CaseReference, StringComparer.Ordinal),
        ];
        CutOff = cutOff;
    }

    /// <summary>The cases in order.</summary>
    public ImmutableArray<CaseRecord> Cases { get; }

    /// <summary>Last day the data know about.</summary>
    public DateOnly CutOff { get; }
}
