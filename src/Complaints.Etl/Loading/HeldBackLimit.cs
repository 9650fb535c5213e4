using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>
/// Refuses a file of which too many rows would be held back. Such a file is under the wrong mapping, is loaded before its registers, or was
/// made to fill a disk; a quarantine of millions of rows helps nobody.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="anyShare">Whether a person allowed any share; the number of rows stays limited.</param>
internal sealed class HeldBackLimit(string path, bool anyShare = false)
{
    /// <summary>Whether a file with these rows so far is to be refused.</summary>
    /// <param name="read">Rows read so far.</param>
    /// <param name="heldBack">How many of them are held back.</param>
    internal static bool IsPassed(long read, long heldBack) =>
        heldBack > Limits.QuarantinedRows
        || (read >= Limits.QuarantineGraceRows && IsMost(read, heldBack));

    /// <summary>Whether a file with these rows in all is to be refused.</summary>
    /// <param name="read">Rows of the file.</param>
    /// <param name="heldBack">How many of them are held back.</param>
    internal static bool IsPassedAtEnd(long read, long heldBack) =>
        heldBack > Limits.QuarantinedRows
        || (read >= Limits.QuarantineLeastRows && IsMost(read, heldBack));

    /// <summary>Checks what conforming held back.</summary>
    /// <exception cref="UserException">Too many rows.</exception>
    internal void Check(long read, long heldBack, RuleTally tally)
    {
        if (IsRefused(IsPassed(read, heldBack), heldBack))
        {
            throw Refused(FormattableString.Invariant($"Of the first {read:N0} rows"), heldBack, MostOften(tally));
        }
    }

    /// <summary>Checks what conforming held back of the whole file; null where it may load.</summary>
    internal UserException? CheckAtEnd(long read, long heldBack, RuleTally tally) => IsRefused(IsPassedAtEnd(read, heldBack), heldBack)
        ? Refused(FormattableString.Invariant($"Of {read:N0} rows"), heldBack, MostOften(tally))
        : null;

    /// <summary>Checks what the look through the keys found, before anything is conformed.</summary>
    /// <param name="read">Rows read so far.</param>
    /// <param name="repeated">Rows whose key an earlier row has.</param>
    /// <param name="firstRepeated">The line of the first of them; 0 while there is none.</param>
    /// <param name="keyless">Rows without a whole key.</param>
    /// <param name="firstKeyless">The line of the first of them; 0 while there is none.</param>
    /// <exception cref="UserException">Too many rows.</exception>
    internal void CheckKeys(long read, long repeated, long firstRepeated, long keyless, long firstKeyless)
    {
        if (IsRefused(IsPassed(read, repeated + keyless), repeated + keyless))
        {
            throw Refused(
                FormattableString.Invariant($"Of the first {read:N0} rows"),
                repeated + keyless,
                repeated >= keyless
                    ? FormattableString.Invariant($"most often because an earlier row has the same key ({repeated:N0} rows, the first on line {firstRepeated})")
                    : FormattableString.Invariant($"most often by '{RuleCatalogue.MissingKey.Id}' ({keyless:N0} rows, the first on line {firstKeyless})"));
        }
    }

    private static bool IsMost(long read, long heldBack) => heldBack * 100 > read * Limits.QuarantinedPercent;

    private static string MostOften(RuleTally tally)
    {
        if (tally.MostFrequent is not (ConformRule Rule, long Rows, QuarantineRow First) most)
        {
            return "by no rule";
        }

        string column = most.First.Column is string name ? $", column '{name}'" : "";
        return FormattableString.Invariant($"most often by '{most.Rule.Id}' ({most.Rows:N0} rows, the first on line {most.First.SourceRow}{column}: expected {most.First.Expected})");
    }

    private bool IsRefused(bool isPassed, long heldBack) => isPassed && (!anyShare || heldBack > Limits.QuarantinedRows);

    private UserException Refused(string ofRows, long heldBack, string why) => Refusal.Of(
        path,
        FormattableString.Invariant($"{ofRows}, {heldBack:N0} would be held back, {why}."),
        FormattableString.Invariant($"at most {Limits.QuarantinedPercent} % of the rows of a file of {Limits.QuarantineLeastRows} or more held back, and at most {Limits.QuarantinedRows:N0} rows"),
        "check that the mapping is this file's and that the registers it needs are loaded before it; 'complaints load --dry-run' shows what is wrong; to load a poor extract all the same, add --allow-held-back");
}
