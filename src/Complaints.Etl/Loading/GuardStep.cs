using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>Asks the warehouse whether a load would make figures wrong, before its rows are staged and after each file.</summary>
internal static class GuardStep
{
    /// <exception cref="UserException">An extract is older than what is loaded, or residents would get other pseudonyms.</exception>
    internal static async Task BeforeAsync(LoadContext load, CancellationToken cancellationToken)
    {
        await CheckAgeAsync(load, cancellationToken).ConfigureAwait(false);
        if (load.Residents is LoadFile residents)
        {
            await ResidentsKey.CheckAsync(load, residents, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="UserException">The file withdraws more than is plausible, or is another source under a new name.</exception>
    /// <returns>What became of the file, with what else is to be told about it.</returns>
    internal static async Task<FileOutcome> AfterAsync(
        LoadContext load, LoadFile file, FileOutcome outcome, CancellationToken cancellationToken)
    {
        if (file.IsBuiltIn)
        {
            return outcome;
        }

        if (load.Request.Replay && file.HasComplaints
            && await ReplayedOver.ReadAsync(load, file, cancellationToken).ConfigureAwait(false) is ReplayedOver over)
        {
            load.Guard.Refuse(over.Refusal(file.Path));
        }

        bool hasParts = MovedRows.AreTold(file.Mapping.RowTarget);
        if (!load.Guard.CheckWithdrawals(file, outcome) && hasParts && outcome.Plan.Withdrawn > Limits.WithdrawnAtLeast)
        {
            load.Guard.CheckWithdrawals(
                file, await WithdrawnPart.ReadAsync(load.Session, file, cancellationToken).ConfigureAwait(false));
        }

        if (outcome.Plan.Changed >= Limits.MovedFacts && hasParts)
        {
            MovedRows moved = await MovedRows.ReadAsync(load.Session, file, cancellationToken).ConfigureAwait(false);
            load.Guard.CheckMoved(file, outcome, moved);
        }

        outcome = outcome with { Shrunk = await ShrunkSource.ReadAsync(load, file, outcome, cancellationToken).ConfigureAwait(false) };

        if (file.Mapping.Target == LoadTarget.Property)
        {
            load.Guard.CheckBeginnings(file, outcome);
            if (outcome.Plan.Changed >= Limits.MovedHomes)
            {
                load.Guard.CheckMovedHomes(
                    file, await MovedHomes.ReadAsync(load.Session, file.Mapping.System, cancellationToken).ConfigureAwait(false));
            }

            return outcome with
            {
                SharedUprns = await SharedUprns.ReadAsync(load.Session, file.Mapping.System, cancellationToken).ConfigureAwait(false),
            };
        }

        if (outcome.Plan.Added >= Limits.RenamedRowsTold && RenamedReferences.AreTold(file.Mapping.RowTarget)
            && await RenamedReferences.ReadAsync(load.Session, file, cancellationToken).ConfigureAwait(false) is RenamedReferences renamed)
        {
            load.Guard.CheckRenamed(file, renamed);
            outcome = outcome with { Renamed = renamed };
        }

        if (file.HasResidents && file.HasComplaints)
        {
            outcome = outcome with
            {
                SharedResidents = await SharedResidents
                    .ReadAsync(load.Session, file.Mapping.System, cancellationToken).ConfigureAwait(false),
            };
        }

        if (!file.HasComplaints
            || await OtherSources.ReadAsync(
                load.Session, file.Mapping.System, cancellationToken).ConfigureAwait(false) is not OtherSources others)
        {
            return outcome;
        }

        load.Guard.CheckOtherSources(file, outcome, others);
        return outcome with { StagesKnownElsewhere = others.Stages, OtherSource = others.System };
    }

    // All files of a load set are of one day: the first that is too old speaks for the others.
    private static async Task CheckAgeAsync(LoadContext load, CancellationToken cancellationToken)
    {
        foreach (LoadFile file in load.Files.Where(file => !file.IsBuiltIn))
        {
            DateOnly? newest = await SourceLoads.DayAsync(
                load.Session.QueryAsync(SourceLoads.Newest(file.Mapping), cancellationToken), cancellationToken).ConfigureAwait(false);
            if (load.Guard.CheckAge(file, load.Set.ExtractDate, newest))
            {
                return;
            }
        }
    }
}
