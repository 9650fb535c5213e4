using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Loading;

/// <summary>Refuses a load that would make figures wrong, unless a person allowed it. A dry run only notes what would be refused.</summary>
internal sealed class LoadGuard(LoadRequest request)
{
    private readonly List<UserException> _noted = [];

    // Rows that are replayed were held back, and known, before.
    private readonly LoadAllowance _allowed = request.Replay
        ? request.Allow | LoadAllowance.HeldBack | LoadAllowance.OlderExtract | LoadAllowance.OtherSource | LoadAllowance.Changes
        : request.Allow;

    /// <summary>What a dry run would be refused for.</summary>
    internal IReadOnlyList<UserException> Noted => _noted;

    /// <summary>The limit on rows held back of a file.</summary>
    internal HeldBackLimit HeldBack(string path) => new(path, _allowed.HasFlag(LoadAllowance.HeldBack));

    /// <exception cref="UserException">The refusal, unless it is allowed or the load is a dry run.</exception>
    internal void Refuse(LoadAllowance unless, UserException refusal)
    {
        if (!_allowed.HasFlag(unless))
        {
            Refuse(refusal);
        }
    }

    /// <exception cref="UserException">The refusal, unless the load is a dry run: nothing allows it.</exception>
    internal void Refuse(UserException refusal)
    {
        if (!request.DryRun)
        {
            throw refusal;
        }

        _noted.Add(refusal);
    }

    /// <exception cref="UserException">The source said something newer before.</exception>
    /// <returns>Whether the file's source said something newer before.</returns>
    internal bool CheckAge(LoadFile file, DateOnly extractDate, DateOnly? newest)
    {
        if (extractDate < newest)
        {
            Refuse(LoadAllowance.OlderExtract, new UserException(
                FormattableString.Invariant($"The extract is of {extractDate:yyyy-MM-dd}, and one of {newest:yyyy-MM-dd} was loaded of '{file.Mapping.System}' as '{file.Mapping.TargetName}'."),
                file.Path,
                FormattableString.Invariant($"an extract of {newest:yyyy-MM-dd} or later: an older one would undo what the newer one said"),
                "load the newest extract; if the day in the load set or in --extract-date is wrong, correct it; to go back to the older extract, or to add an older period, add --allow-older-extract"));
            return true;
        }

        return false;
    }

    /// <exception cref="UserException">The file withdraws more than is plausible.</exception>
    /// <returns>Whether it does.</returns>
    internal bool CheckWithdrawals(LoadFile file, FileOutcome outcome)
    {
        (long withdrawn, long before) = (outcome.Plan.Withdrawn, outcome.Plan.CurrentBefore);
        if (withdrawn <= Limits.WithdrawnAtLeast || withdrawn * 100 <= before * Limits.WithdrawnPercent)
        {
            return false;
        }

        Refuse(LoadAllowance.Withdrawals, new UserException(
            FormattableString.Invariant($"The file would withdraw {withdrawn:N0} of the {before:N0} facts that '{file.Mapping.System}' gave before as '{file.Mapping.TargetName}'."),
            file.Path,
            FormattableString.Invariant($"at most {Limits.WithdrawnPercent} % of them: a full extract states every row, and what it lacks counts as withdrawn"),
            "check that the extract is whole and its filter as before; if it states some rows only, set the mapping's mode to 'incremental'; if the rows are really gone, load it with --allow-withdrawals"));
        return true;
    }

    /// <exception cref="UserException">The file withdraws more of one part of what its source gives than is plausible.</exception>
    internal void CheckWithdrawals(LoadFile file, IReadOnlyList<WithdrawnPart> parts)
    {
        if (parts.Where(part => part.IsTooMuch).MaxBy(part => part.Withdrawn) is not WithdrawnPart gone)
        {
            return;
        }

        Refuse(LoadAllowance.Withdrawals, new UserException(
            FormattableString.Invariant($"The file would withdraw {gone.Withdrawn:N0} of the {gone.Before:N0} facts of {gone.Name} that '{file.Mapping.System}' gave before as '{file.Mapping.TargetName}'."),
            file.Path,
            FormattableString.Invariant($"at most {Limits.WithdrawnPercent} % of each landlord's, each stage's and each reporting year's (of a year {Limits.WithdrawnOfYearPercent} % while they are fewer than {Limits.WithdrawnOfYearAtLeast}): a part that is missing from a full extract counts as withdrawn, however small it is beside the others"),
            $"check that the extract is whole and its filter as before, and that it still holds {gone.Name}; if these rows are really gone, load it with --allow-withdrawals"));
    }

    /// <exception cref="UserException">The file changes what no case changes by itself in too many of its rows.</exception>
    internal void CheckMoved(LoadFile file, FileOutcome outcome, MovedRows moved)
    {
        (MovedKind kind, long rows) = moved.Most;
        // Of the rows that were known before: new ones beside them make a mass change no smaller. A row of both stages can be known and add
        // one.
        long known = file.Mapping.Target == LoadTarget.Complaint
            ? outcome.RowsRead
            : Math.Max(rows, outcome.RowsLoaded + outcome.RowsUnchanged - outcome.Plan.Added);
        if (rows < Limits.MovedFacts || rows * 100 <= known * Limits.MovedPercent)
        {
            return;
        }

        Refuse(LoadAllowance.Changes, MovedRefusal.Of(file, kind, rows, known));
    }

    /// <exception cref="UserException">The register lets more of its homes begin later than is plausible.</exception>
    internal void CheckBeginnings(LoadFile file, FileOutcome outcome)
    {
        (long later, long known) = (outcome.Plan.BegunLater, outcome.Plan.KnownBefore);
        if (later < Limits.MovedFacts || later * 100 <= known * Limits.MovedPercent)
        {
            return;
        }

        Refuse(LoadAllowance.Changes, new UserException(
            FormattableString.Invariant($"The register lets {later:N0} of the {known:N0} homes that '{file.Mapping.System}' gave before begin on a later day than then. Their complaints of the days before would be nobody's."),
            file.Path,
            FormattableString.Invariant($"at most {Limits.MovedPercent} % of the homes known before, or fewer than {Limits.MovedFacts}, with a later first day: 'valid_from' is the day from which the landlord has the home"),
            "look at the column that is mapped to 'valid_from': the day of the extract, or of the record's last change, is not it, and a register without such a column needs none; if the first days were wrong before and are corrected now, add --allow-changes"));
    }

    /// <exception cref="UserException">The register gives more of its homes to others, since ever, than is plausible.</exception>
    internal void CheckMovedHomes(LoadFile file, MovedHomes moved)
    {
        if (moved.Homes < Limits.MovedHomes || moved.Homes * 100 <= moved.Known * Limits.MovedPercent)
        {
            return;
        }

        Refuse(LoadAllowance.Changes, new UserException(
            FormattableString.Invariant($"The register gives {moved.Homes:N0} of the {moved.Known:N0} homes that '{file.Mapping.System}' gave before another landlord or stock type from the same first day as before. Their complaints of all days would be another's."),
            file.Path,
            FormattableString.Invariant($"at most {Limits.MovedPercent} % of the homes known before, or fewer than {Limits.MovedHomes}: homes that changed hands have a row for each period, or the day of the change in 'valid_from'"),
            "look at the columns that are mapped to the landlord, the tenure or the stock type; if they were wrong before and are corrected now, add --allow-changes"));
    }

    /// <exception cref="UserException">The source is another one under a new name.</exception>
    internal void CheckOtherSources(LoadFile file, FileOutcome outcome, OtherSources others)
    {
        if (others.NewRows < Limits.KnownElsewhereRows || others.NewRows * 100 <= outcome.RowsRead * Limits.KnownElsewherePercent)
        {
            return;
        }

        Refuse(LoadAllowance.OtherSource, new UserException(
            FormattableString.Invariant($"{others.NewRows:N0} of {outcome.RowsRead:N0} rows of '{file.Mapping.System}' are complaints that '{others.System}' gave before: the same landlord, reference, stage and day of receipt. Every figure would count them twice."),
            file.Path,
            FormattableString.Invariant($"at most {Limits.KnownElsewherePercent} % of the rows, or fewer than {Limits.KnownElsewhereRows}, known from another source system"),
            $"has the source system been renamed? Then write '{others.System}' as the mapping's source system, as before; if these are other complaints that share references and days by chance, add --allow-other-source"));
    }

    /// <exception cref="UserException">The file gives what is loaded under references that were written otherwise before.</exception>
    internal void CheckRenamed(LoadFile file, RenamedReferences renamed)
    {
        if (!renamed.AreRefused)
        {
            return;
        }

        bool own = renamed.System == file.Mapping.System;
        Refuse(own ? LoadAllowance.SimilarReferences : LoadAllowance.OtherSource, new UserException(
            FormattableString.Invariant($"{renamed.Rows:N0} of {renamed.New:N0} new references of '{file.Mapping.System}' {renamed.Told()}, and are of the same landlord and day. Every figure would count them twice."),
            file.Path,
            FormattableString.Invariant($"one reference for each record, always written the same: at most {Limits.KnownElsewherePercent} % of the new ones, or fewer than {Limits.RenamedRows}, like known ones"),
            own
                ? "export the references as they were before; if the source writes all of them in the new way now, load a full extract of it, which takes the place of the old ones, with --allow-withdrawals; if they are others, add --allow-similar-references"
                : $"has the source system been replaced? Then write the references as they were and '{renamed.System}' as the mapping's source system; if these are others, add --allow-other-source"));
    }
}
