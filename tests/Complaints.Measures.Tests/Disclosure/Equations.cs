namespace Complaints.Measures.Tests.Disclosure;

/// <summary>What an attacker knows of numbers: sums of them, and that none is below zero. Solved by elimination and by bounds.</summary>
public sealed class Equations
{
    private const long Prime = 2_147_483_647;

    private readonly Dictionary<string, int> _unknowns = new(StringComparer.Ordinal);
    private readonly List<(Dictionary<int, long> Terms, long Sum)> _equations = [];

    /// <summary>The total of signed numbers, of which those that are known have values.</summary>
    public void Add(IEnumerable<(string Name, int Sign, long? Value)> terms)
    {
        var unknown = new Dictionary<int, long>();
        long sum = 0;
        foreach ((string name, int sign, long? value) in terms)
        {
            if (value is long known)
            {
                sum -= sign * known;
                continue;
            }

            if (!_unknowns.TryGetValue(name, out int at))
            {
                _unknowns.Add(name, at = _unknowns.Count);
            }

            unknown[at] = unknown.GetValueOrDefault(at) + sign;
            if (unknown[at] == 0)
            {
                unknown.Remove(at);
            }
        }

        if (unknown.Count > 0)
        {
            _equations.Add((unknown, sum));
        }
    }

    /// <summary>The names of the numbers that can only be one.</summary>
    public HashSet<string> Determined()
    {
        string[] names = [.. _unknowns.OrderBy(unknown => unknown.Value).Select(unknown => unknown.Key)];
        return [.. Eliminated().Concat(Bounded()).Distinct().Select(at => names[at])];
    }

    // Reduced rows over a large prime field: a number is determined where a row has it alone.
    private List<int> Eliminated()
    {
        var rows = new Dictionary<int, Dictionary<int, long>>();
        foreach ((Dictionary<int, long> terms, _) in _equations)
        {
            Dictionary<int, long> row = terms.ToDictionary(term => term.Key, term => ((term.Value % Prime) + Prime) % Prime);
            while (row.Keys.Where(rows.ContainsKey).Cast<int?>().FirstOrDefault() is int pivot)
            {
                Subtract(row, rows[pivot], row[pivot]);
            }

            if (row.Count == 0)
            {
                continue;
            }

            int own = row.Keys.Min();
            long inverse = Power(row[own], Prime - 2);
            foreach (int at in row.Keys.ToList())
            {
                row[at] = row[at] * inverse % Prime;
            }

            foreach (Dictionary<int, long> other in rows.Values.Where(other => other.ContainsKey(own)).ToList())
            {
                Subtract(other, row, other[own]);
            }

            rows.Add(own, row);
        }

        return [.. rows.Where(row => row.Value.Count == 1).Select(row => row.Key)];
    }

    private static void Subtract(Dictionary<int, long> row, Dictionary<int, long> other, long times)
    {
        foreach ((int at, long value) in other)
        {
            long left = (row.GetValueOrDefault(at) + ((Prime - (times * value % Prime)) % Prime)) % Prime;
            if (left == 0)
            {
                row.Remove(at);
            }
            else
            {
                row[at] = left;
            }
        }
    }

    private static long Power(long number, long exponent)
    {
        long result = 1;
        for (; exponent > 0; exponent >>= 1, number = number * number % Prime)
        {
            result = (exponent & 1) == 1 ? result * number % Prime : result;
        }

        return result;
    }

    private IEnumerable<int> Bounded()
    {
        long[] least = new long[_unknowns.Count];
        long[] most = Enumerable.Repeat(1_000_000L, _unknowns.Count).ToArray();
        bool changed = true;
        for (int pass = 0; changed && pass < 100; pass++)
        {
            changed = false;
            foreach ((Dictionary<int, long> terms, long sum) in _equations)
            {
                long low = terms.Sum(term => term.Value > 0 ? term.Value * least[term.Key] : term.Value * most[term.Key]);
                long high = terms.Sum(term => term.Value > 0 ? term.Value * most[term.Key] : term.Value * least[term.Key]);
                foreach ((int at, long sign) in terms)
                {
                    if (Math.Abs(sign) != 1)
                    {
                        continue;
                    }

                    long upper = sign > 0 ? sum - (low - least[at]) : (high + least[at]) - sum;
                    long lower = sign > 0 ? sum - (high - most[at]) : (low + most[at]) - sum;
                    if (upper < most[at] || lower > least[at])
                    {
                        (most[at], least[at]) = (Math.Min(most[at], upper), Math.Max(least[at], lower));
                        changed = true;
                        break;
                    }
                }
            }
        }

        return Enumerable.Range(0, least.Length).Where(at => least[at] == most[at]);
    }
}
