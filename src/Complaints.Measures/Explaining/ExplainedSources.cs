using System.Data.Common;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Explaining;

/// <summary>The sources of a figure's complaints, how many each of them has, and which of them set the days of the figure.</summary>
internal static class ExplainedSources
{
    /// <summary>Reads the sources of all complaints that the filters leave, in the figure's days or not.</summary>
    internal static async Task<IReadOnlyList<ExplainedSource>> ReadAsync(
        ISnapshot snapshot, ISqlDialect dialect, ResolvedQuery query, SourceCutOffs cutOffs, Figure figure, CancellationToken ct)
    {
        MeasureDefinition measure = query.Measures[0];
        RowConditions rows = Planner.Rows(query) with { Period = query.PeriodOf(measure) };
        FactTable fact = measure.Fact;
        var parameters = new ParameterList(dialect);
        var conditions = new ConditionRenderer(parameters, rows, "f");
        string day = $"f.{measure.Fact.Day(measure.DateRole)}";
        string within = string.Join(" AND ", ScopeRenderer.Days(day, rows, parameters));
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("f", rows, parameters),
            .. ScopeRenderer.Filters(rows, parameters, conditions),
        ]);
        string from = FactSql.From(fact, rows.KnownAtLoad, parameters);
        string text = $"  SELECT f.source_system, {dialect.CountWhere(within)} AS complaints\n"
            + $"  FROM {from}{SqlText.Joins(conditions.Joins)}{where}\n  GROUP BY f.source_system\n  ORDER BY f.source_system";
        var sources = new List<ExplainedSource>();
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                if (cutOffs.Of(reader.GetString(0)) is DateOnly known)
                {
                    sources.Add(new ExplainedSource(
                        reader.GetString(0), known, FieldReader.Long(reader, 1), known == figure.AsAt, known < figure.AsAt));
                }
            }
        }

        return sources;
    }
}
