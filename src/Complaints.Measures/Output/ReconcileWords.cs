using System.Globalization;
using Complaints.Measures.Reconciling;

namespace Complaints.Measures.Output;

/// <summary>The words of a reconciliation that texts, JSON and CSV have in common.</summary>
internal static class ReconcileWords
{
    /// <summary>The word of an outcome for programs.</summary>
    internal static string Word(ReconcileOutcome outcome) => outcome switch
    {
        ReconcileOutcome.AsDefined => "as_defined",
        ReconcileOutcome.Explained => "explained",
        ReconcileOutcome.CountsUnexplained => "counts_unexplained",
        ReconcileOutcome.Unexplained => "unexplained",
        ReconcileOutcome.NoMeasure => "no_measure",
        ReconcileOutcome.NothingToCompare => "nothing_to_compare",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no word for it."),
    };

    /// <summary>"19 of 57", or the number of a count.</summary>
    internal static string Counts(decimal? numerator, decimal? denominator) =>
        Number(numerator) + (denominator is null ? "" : $" of {Number(denominator)}");

    /// <summary>A number as programs read it; nothing for none.</summary>
    internal static string Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Causes one after the other: "truncated + extension_without", or "as defined" for none.</summary>
    internal static string Ids(IReadOnlyList<Cause> causes) =>
        causes.Count == 0 ? "as defined" : string.Join(" + ", causes.Select(cause => cause.Id));
}
