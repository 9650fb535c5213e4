using Complaints.Domain;
using Complaints.Domain.Errors;

namespace Complaints.Escalation.Serving;

/// <summary>Case references as callers give them.</summary>
internal static class CaseReferences
{
    /// <summary>Refuses what can be no reference.</summary>
    /// <exception cref="UserException">Nothing, or too long.</exception>
    public static void Require(string caseReference)
    {
        if (caseReference is not { Length: > 0 and <= Limits.CaseReferenceLength })
        {
            throw new UserException(
                caseReference.Length == 0 ? "No case was named." : $"A case reference of {caseReference.Length} characters was given.",
                where: "case_reference",
                expected: $"1 to {Limits.CaseReferenceLength} characters",
                fix: "take it from the list");
        }
    }

    /// <summary>A reference alone does not tell which case is meant.</summary>
    public static UserException OfSeveralSources(string caseReference, IReadOnlyCollection<string> sources) => new(
        $"Cases of {sources.Count} sources have the reference '{caseReference}': {string.Join(", ", sources)}.",
        where: "source",
        expected: "the source system of the case meant",
        fix: "give it with --source");
}
