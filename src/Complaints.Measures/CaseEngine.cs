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
        FigureQuery asked = query.Figure with { Limit = null };
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            (ResolvedQuery resolved, _) = await figures.ResolveAsync(snapshot, asked, principal, ct).ConfigureAwait(false);
            CaseSelection selection = CaseSelection.Of(query, resolved);
            FigureTable table = await figures.AnswerAsync(snapshot, asked, principal, ct).ConfigureAwait(false);
            yield return new CaseListPart(table, [], null);
            long listed = 0;
            bool truncated = false;
            if (!resolved.Scope.IsNone)
            {
                int most = query.Limit ?? Limits.CasesListed;
                DbDataReader rows = await snapshot.QueryAsync(CaseSql.Render(selection, warehouse.Dialect), ct).ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    var reader = new CaseReader(rows, selection.Rows.AsAt, resolved.Extensions);
                    var page = new List<CaseEntry>(Limits.CasesPerMessage);
                    while (!truncated && await rows.ReadAsync(ct).ConfigureAwait(false))
                    {
                        CaseEntry entry = reader.Read();
                        if (!IsWanted(entry, query))
                        {
                            continue;
                        }

                        truncated = listed == most;
                        if (!truncated)
                        {
                            listed++;
                            page.Add(entry);
                        }

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
                }

                if (!truncated)
                {
                    RequireAsCounted(query, resolved.Measures[0], table.Figures[0], listed);
                }
            }

            yield return new CaseListPart(null, [], new CaseListEnd(listed, truncated));
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
            CasePart.Numerator => measure.Kind == MeasureKind.Mean ? null : figure.Numerator,
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
        Require(query.Figure.Measures.Count == 1, $"A list stands behind one figure, and {query.Figure.Measures.Count} are named.", "measures", "one measure");
        Require(query.Figure.GroupBy.Count == 0, "A list is not grouped.", "group by", "nothing: name the cell with filters");
        Require(
            query.Limit is null or (>= 1 and <= Limits.CasesListed),
            $"A limit of {query.Limit} cases is not possible.",
            "limit",
            $"1 to {Limits.CasesListed}");
        Require(
            query.DueWithin is not { } within || within.Count <= Limits.DueWithinDays,
            $"Due within {query.DueWithin?.Count} working days is too far ahead.",
            "due within",
            $"0 to {Limits.DueWithinDays} working days");
        Require(
            query.DueWithin is null || query.State is null or ClockState.Open,
            "What is overdue or answered is not due any more.",
            "state and due within",
            "one of the two, or the state 'open'");
    }

    private static void Require(bool condition, string what, string where, string expected)
    {
        if (!condition)
        {
            throw new UserException(what, where, expected, fix: "change the query");
        }
    }
}
