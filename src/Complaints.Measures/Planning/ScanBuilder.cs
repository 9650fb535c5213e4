using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>Collects the aggregates of one pass; the same one asked for twice is one column.</summary>
internal sealed class ScanBuilder(string name, FactTable fact, DateRole role, RowConditions rows, bool makesRows)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Name, Aggregate Aggregate)> _columns = [];

    internal ColumnRef Add(string column, Aggregate aggregate)
    {
        string key = ConditionKey.Of(aggregate);
        if (!_names.TryGetValue(key, out string? known))
        {
            known = column;
            _names.Add(key, known);
            _columns.Add((column, aggregate));
        }

        return new ColumnRef(name, known);
    }

    internal FactScan Build()
    {
        List<List<Condition>> conjuncts = [.. _columns.Select(column => CommonConditions.Conjuncts(column.Aggregate.Where))];
        IReadOnlyList<Condition> common = CommonConditions.Lift(conjuncts);
        var keys = new Dictionary<string, FactField>(StringComparer.Ordinal);
        var parts = new Dictionary<string, PartColumn>(StringComparer.Ordinal);
        var columns = new List<ResultColumn>(_columns.Count);
        for (int i = 0; i < _columns.Count; i++)
        {
            ILookup<bool, Condition> split = conjuncts[i].ToLookup(GroupFields.TestsKeysOnly);
            foreach (FactField field in split[true].SelectMany(GroupFields.Of))
            {
                keys[field.Name] = field;
            }

            Aggregate aggregate = _columns[i].Aggregate;
            PartColumn part = Part(
                parts, aggregate with { Where = new AllOf([.. split[false]]), Distinct = null, Statistic = null });
            columns.Add(new ResultColumn(
                _columns[i].Name, part, new AllOf([.. split[true]]), aggregate.Distinct, aggregate.Statistic));
        }

        return new FactScan(
            name,
            fact,
            role,
            rows,
            new AllOf(common),
            [.. keys.Values],
            [.. columns.Select(column => column.Distinct).OfType<FactField>().Distinct()],
            [.. parts.Values],
            columns,
            makesRows);
    }

    private static PartColumn Part(Dictionary<string, PartColumn> parts, Aggregate aggregate)
    {
        string key = ConditionKey.Of(aggregate);
        if (!parts.TryGetValue(key, out PartColumn? part))
        {
            bool isEvery = aggregate is { Sum: null, Where: AllOf { Conditions.Count: 0 } };
            part = new PartColumn(isEvery ? "every" : $"part_{parts.Count + 1}", aggregate);
            parts.Add(key, part);
        }

        return part;
    }
}
