using System.Numerics;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>Counts the rows of a file that each rule held back or corrected, and remembers where the first ones are.</summary>
internal sealed class RuleTally
{
    private const int Remembered = 10_000;

    private readonly long[] _quarantined = new long[RuleCatalogue.All.Count];
    private readonly long[] _corrected = new long[RuleCatalogue.All.Count];
    private readonly Dictionary<int, List<long>> _lines = [];
    private readonly QuarantineRow?[] _first = new QuarantineRow?[RuleCatalogue.All.Count];

    /// <summary>The rule that held back most rows, and the first of them; null while none was held back.</summary>
    internal (ConformRule Rule, long Rows, QuarantineRow First)? MostFrequent
    {
        get
        {
            int order = Array.IndexOf(_quarantined, _quarantined.Max());
            return _first[order] is QuarantineRow first ? (RuleCatalogue.All[order], _quarantined[order], first) : null;
        }
    }

    internal void Quarantined(ConformRule rule, QuarantineRow row)
    {
        _quarantined[rule.Order]++;
        _first[rule.Order] ??= row;
    }

    internal void Corrected(ulong rules, long line)
    {
        for (; rules != 0; rules &= rules - 1)
        {
            int order = BitOperations.TrailingZeroCount(rules);
            _corrected[order]++;
            if (!_lines.TryGetValue(order, out List<long>? lines))
            {
                _lines[order] = lines = [];
            }

            if (lines.Count < Remembered)
            {
                lines.Add(line);
            }
        }
    }

    internal void Corrected(ConformRule rule, long rows) => _corrected[rule.Order] += rows;

    internal IReadOnlyDictionary<string, long> QuarantinedByRule() => ByRule(_quarantined);

    internal IReadOnlyDictionary<string, long> CorrectedByRule() => ByRule(_corrected);

    internal IReadOnlyDictionary<string, IReadOnlyList<long>> CorrectedLines() =>
        _lines.ToDictionary(pair => RuleCatalogue.All[pair.Key].Id, pair => (IReadOnlyList<long>)pair.Value, StringComparer.Ordinal);

    private static Dictionary<string, long> ByRule(long[] counts) => RuleCatalogue.All
        .Where(rule => counts[rule.Order] > 0)
        .ToDictionary(rule => rule.Id, rule => counts[rule.Order], StringComparer.Ordinal);
}
