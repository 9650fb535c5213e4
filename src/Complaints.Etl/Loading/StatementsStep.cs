using System.Data.Common;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rows;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Etl.Quarantine;
using Complaints.Etl.Rsh;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>
/// Finds out what other sources say of the landlords, the homes at year end or the published figures of a file. Such files are small; they
/// are looked through once more only where there is another source.
/// </summary>
internal static class StatementsStep
{
    private const int BatchRows = 1024;

    /// <summary>What other sources say; null where there are none.</summary>
    internal static async Task<SourceStatements?> ReadAsync<TRow>(
        LoadContext load,
        LoadFile file,
        Func<LoadFile, Task<ConformContext>> context,
        Func<ConformContext, RowConformer<TRow>> rows,
        CancellationToken cancellationToken)
        where TRow : IWarehouseRow
    {
        LoadTarget target = file.Mapping.Target;
        SourceStatements statements = await StandingAsync(load, target, cancellationToken).ConfigureAwait(false);
        LoadFile[] files = [.. load.Files.Where(other => !other.IsBuiltIn && other.Mapping.Target == target)];
        RshPublication[] published = target == LoadTarget.PublishedMeasure
            ? [.. load.Files.Select(other => other.BuiltIn?.Publication).OfType<RshPublication>()]
            : [];
        IEnumerable<string> systems = files.Select(other => other.Mapping.System).Concat(published.Select(_ => RshPublication.Publisher));
        if (!statements.HasOthersThan(file.Mapping.System) && systems.Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return null;
        }

        foreach (LoadFile other in files)
        {
            ConformContext of = await context(other).ConfigureAwait(false);
            await AddAsync(load, other, of, rows(of), statements, cancellationToken).ConfigureAwait(false);
        }

        foreach (PublishedMeasureRow row in published.SelectMany(publication => publication.Measures))
        {
            statements.AddStated(RshPublication.Publisher, Statements.Of(row), row.SourceFile);
        }

        return statements;
    }

    /// <summary>What stands in the warehouse of a target, as the session sees it.</summary>
    internal static async Task<SourceStatements> StandingAsync(
        LoadContext load, LoadTarget target, CancellationToken cancellationToken)
    {
        (string query, IReadOnlyList<string> fields) = target switch
        {
            LoadTarget.Landlord => ("loading/stated_landlords", Statements.LandlordFields),
            LoadTarget.Stock => ("loading/stated_stock", Statements.StockFields),
            _ => ("loading/stated_published_measures", Statements.PublishedFields),
        };
        var statements = new SourceStatements(fields) { TakesOver = load.Request.Allow.HasFlag(LoadAllowance.OtherSource) };
        DbDataReader rows = await load.Session.QueryAsync(NamedQuery.Of(query), cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                DateOnly? from = rows.IsDBNull(2) ? null : rows.GetFieldValue<DateOnly>(2);
                string?[] said = [.. Enumerable.Range(3, fields.Count).Select(i => rows.IsDBNull(i) ? null : rows.GetString(i))];
                statements.AddStanding(rows.GetString(0), new Statement(rows.GetString(1), from, said));
            }
        }

        return statements;
    }

    private static async Task AddAsync<TRow>(
        LoadContext load,
        LoadFile file,
        ConformContext context,
        RowConformer<TRow> rows,
        SourceStatements statements,
        CancellationToken cancellationToken)
        where TRow : IWarehouseRow
    {
        ReplayedRows? replayed = load.Request.Replay ? new ReplayedRows(file.Info.Header) : null;
        var conformer = new FileConformer<TRow>(load, file, context, rows, replayed, new RuleTally());
        ITable table = await TableFile.ReopenAsync(file.Info, file.Mapping.Read, cancellationToken).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            table.ReadDaysIn(file.Scan.DayColumns);
            table.TellDaysIn(file.Scan.ReferenceColumns);
            while (await table.ReadAsync(BatchRows, cancellationToken).ConfigureAwait(false) is { Count: > 0 } batch)
            {
                foreach (TRow row in conformer.Conform(batch).Rows)
                {
                    statements.AddStated(
                        file.Mapping.System,
                        rows.StatementOf(row)!,
                        FormattableString.Invariant($"line {row.SourceRow} of '{file.Info.FileName}'"));
                }
            }
        }
    }
}
