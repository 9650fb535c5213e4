using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform;

/// <summary>
/// Refuses a file of which too many rows would be held back. Such a file is under the wrong mapping, is loaded before its registers, or was
/// made to fill a disk; a quarantine of millions of rows helps nobody.
/// </summary>
internal sealed class HeldBackLimit(string path)
{
    /// <summary>Whether a file with these rows so far is to be refused.</summary>
    /// <param name="read">Rows read so far.</param>
    /// <param name="heldBack">How many of them are held back.</param>
    internal static bool IsPassed(long read, long heldBack) =>
        heldBack > Limits.QuarantinedRows
        || (read >= Limits.QuarantineGraceRows && heldBack * 100 > read * Limits.QuarantinedPercent);

    /// <summary>Checks what conforming held back.</summary>
    /// <exception cref="UserException">Too many rows.</exception>
    internal void Check(long read, long heldBack, RuleTally tally)
    {
        if (IsPassed(read, heldBack) && tally.MostFrequent is (ConformRule Rule, long Rows, QuarantineRow First) most)
        {
            string column = most.First.Column is string name ? $", column '{name}'" : "";
            throw Refused(
                read,
                heldBack,
                FormattableString.Invariant($"most often by '{most.Rule.Id}' ({most.Rows:N0} rows, the first on line {most.First.SourceRow}{column}: expected {most.First.Expected})"));
        }
    }

    /// <summary>Checks what the look through the keys found, before anything is conformed.</summary>
    /// <param name="read">Rows read so far.</param>
    /// <param name="repeated">Rows whose key an earlier row has.</param>
    /// <param name="firstRepeated">The line of the first of them; 0 while there is none.</param>
    /// <param name="keyless">Rows without a whole key.</param>
    /// <param name="firstKeyless">The line of the first of them; 0 while there is none.</param>
    /// <exception cref="UserException">Too many rows.</exception>
    internal void CheckKeys(long read, long repeated, long firstRepeated, long keyless, long firstKeyless)
    {
        if (IsPassed(read, repeated + keyless))
        {
            throw Refused(
                read,
                repeated + keyless,
                repeated >= keyless
                    ? FormattableString.Invariant($"most often because an earlier row has the same key ({repeated:N0} rows, the first on line {firstRepeated})")
                    : FormattableString.Invariant($"most often by '{RuleCatalogue.MissingKey.Id}' ({keyless:N0} rows, the first on line {firstKeyless})"));
        }
    }

    private UserException Refused(long read, long heldBack, string why) => Refusal.Of(
        path,
        FormattableString.Invariant($"Of the first {read:N0} rows, {heldBack:N0} would be held back, {why}."),
        FormattableString.Invariant($"at most {Limits.QuarantinedPercent} % of the rows held back once {Limits.QuarantineGraceRows:N0} rows were read, and at most {Limits.QuarantinedRows:N0} rows of a file"),
        "check that the mapping is this file's and that the registers it needs are loaded before it; a cut of some thousand rows shows every fault with 'complaints load --dry-run'");
}
