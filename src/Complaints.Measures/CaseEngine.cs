using System.Data.Common;
using System.Runtime.CompilerServices;
using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Warehouse;

namespace Complaints.Measures;

/// <summary>
/// Lists the cases behind a figure, in the state of the warehouse that the figure is of. A list that holds another number of cases than its
/// figure counts is never given out as whole.
/// </summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="figures">Answers the figure.</param>
internal sealed class CaseEngine(IWarehouse warehouse, FigureEngine figures)
{
    /// <summary>Lists cases: what waits first, by the day it is due, then what is answered.</summary>
    /// <exception cref="UserException">As for a figure; or a part that the figure has not, or a limit passed.</exception>
    internal async IAsyncEnumerable<CaseListPart> ListAsync(
        CaseListQuery query, Principal? principal, [EnumeratorCancellation] CancellationToken ct)
    {
        Require(query);
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            (ResolvedQuery resolved, SourceCutOffs cutOffs) = await figures
                .ResolveAsync(snapshot, query.Figure with { Limit = null }, principal, ct).ConfigureAwait(false);
            resolved.RequireStages("A list of cases");
            CaseSelection selection = CaseSelection.Of(query, resolved);
            FigureTable table = await figures.AnswerAsync(snapshot, resolved, cutOffs, ct).ConfigureAwait(false);
            yield return new CaseListPart(table, [], null);

            int most = query.Limit ?? Limits.CasesListed;
            long listed = 0;
            bool truncated = false;
            var page = new List<CaseEntry>(Limits.CasesPerMessage);
            await foreach (CaseEntry entry in CasesAsync(snapshot, query, resolved, selection, ct).ConfigureAwait(false))
            {
                truncated = listed == most;
                if (truncated)
                {
                    break;
                }

                listed++;
                page.Add(entry);
                if (page.Count == Limits.CasesPerMessage)
                {
                    yield return new CaseListPart(null, page, null);
                    page = new List<CaseEntry>(Limits.CasesPerMessage);
                }
            }

            if (page.Count > 0)
            {
                yield return new CaseListPart(null, page, null);
            }

            if (!truncated && !resolved.Scope.IsNone)
            {
                RequireAsCounted(query, resolved.Measures[0], table.Figures[0], listed);
            }

            yield return new CaseListPart(null, [], new CaseListEnd(listed, truncated));
        }
    }

    /// <summary>The first cases behind a figure, in a state of the warehouse.</summary>
    internal async Task<IReadOnlyList<CaseEntry>> FirstAsync(
        ISnapshot snapshot, CaseListQuery query, ResolvedQuery resolved, CancellationToken ct)
    {
        var first = new List<CaseEntry>(Limits.CasesExplained);
        await foreach (
            CaseEntry entry in CasesAsync(snapshot, query, resolved, CaseSelection.Of(query, resolved), ct).ConfigureAwait(false))
        {
            first.Add(entry);
            if (first.Count == Limits.CasesExplained)
            {
                break;
            }
        }

        return first;
    }

    /// <summary>How many cases stand behind a figure, in a state of the warehouse.</summary>
    internal async Task<long> CountAsync(ISnapshot snapshot, CaseListQuery query, ResolvedQuery resolved, CancellationToken ct)
    {
        long count = 0;
        await foreach (CaseEntry _ in CasesAsync(snapshot, query, resolved, CaseSelection.Of(query, resolved), ct).ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    // Nobody sees no case, and no query is asked for it.
    private async IAsyncEnumerable<CaseEntry> CasesAsync(
        ISnapshot snapshot,
        CaseListQuery query,
        ResolvedQuery resolved,
        CaseSelection selection,
        [EnumeratorCancellation] CancellationToken ct)
    {
        if (resolved.Scope.IsNone)
        {
            yield break;
        }

        DbDataReader rows = await snapshot.QueryAsync(CaseSql.Render(selection, warehouse.Dialect), ct).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            var reader = new CaseReader(rows, selection.Rows.AsAt, resolved.Extensions);
            while (await rows.ReadAsync(ct).ConfigureAwait(false))
            {
                CaseEntry entry = reader.Read();
                if (IsWanted(entry, query))
                {
                    yield return entry;
                }
            }
        }
    }

    private static bool IsWanted(CaseEntry entry, CaseListQuery query) =>
        (query.State != ClockState.Overdue || entry.Clock?.WorkingDaysLeft < 0)
        && (query.DueWithin is not { } within || (entry.Clock?.WorkingDaysLeft >= 0 && entry.Clock.WorkingDaysLeft <= within.Count));

    private static void RequireAsCounted(CaseListQuery query, MeasureDefinition measure, Figure figure, long listed)
    {
        if (query.State is not null || query.DueWithin is not null)
        {
            return;
        }

        decimal? counted = query.Part switch
        {
            CasePart.Numerator => measure.Numerator.IsCount ? figure.Numerator : null,
            CasePart.Denominator => figure.Denominator,
            CasePart.Open => figure.OpenAtCutOff,
            _ => figure.Excluded.Sum(excluded => excluded.Complaints),
        };
        if (counted is decimal count && count != listed)
        {
            throw new InvalidOperationException($"The list of '{measure.Id}' holds {listed} cases where its figure counts {count}.");
        }
    }

    private static void Require(CaseListQuery query)
    {
        SpecialCategory.Refuse(query.Figure, "A list of cases");
        QueryResolver.Require(query.Figure.Measures.Count == 1, $"A list stands behind one figure, and {query.Figure.Measures.Count} are named.", "measures", "one measure");
        QueryResolver.Require(query.Figure.GroupBy.Count == 0, "A list is not grouped.", "group by", "nothing: name the cell with filters");
        QueryResolver.Require(
            query.Limit is null or (>= 1 and <= Limits.CasesListed),
            $"A limit of {query.Limit} cases is not possible.",
            "limit",
            $"1 to {Limits.CasesListed}");
        QueryResolver.Require(
            query.DueWithin is not { } within || within.Count <= Limits.DueWithinDays,
            $"Due within {query.DueWithin?.Count} working days is too far ahead.",
            "due within",
            $"0 to {Limits.DueWithinDays} working days");
        QueryResolver.Require(
            query.DueWithin is null || query.State is null or ClockState.Open,
            "What is overdue or answered is not due any more.",
            "state and due within",
            "one of the two, or the state 'open'");
    }
}
