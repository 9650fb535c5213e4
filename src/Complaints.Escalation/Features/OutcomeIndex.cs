using System.Runtime.InteropServices;

namespace Complaints.Escalation.Features;

/// <summary>Cases by key (a contractor, a service area) and the day from which their outcome was known.</summary>
internal sealed class OutcomeIndex
{
    private readonly Dictionary<string, Outcomes> _outcomes = new(StringComparer.Ordinal);

    /// <summary>Adds a case whose outcome is known from a day on.</summary>
    public void Add(string key, DateOnly knownOn, bool escalated)
    {
        ref Outcomes? outcomes = ref CollectionsMarshal.GetValueRefOrAddDefault(_outcomes, key, out _);
        outcomes ??= new Outcomes();
        outcomes.All.Add(knownOn.DayNumber);
        if (escalated)
        {
            outcomes.Escalated.Add(knownOn.DayNumber);
        }
    }

    /// <summary>Puts the cases in order; to be called once, before counting.</summary>
    public void Seal()
    {
        foreach (Outcomes outcomes in _outcomes.Values)
        {
            outcomes.All.Sort();
            outcomes.Escalated.Sort();
        }
    }

    /// <summary>Cases, and escalated ones among them, whose outcome came to be known in the given number of days up to a day.</summary>
    public (int Cases, int Escalated) Within(string key, DateOnly day, int length)
    {
        if (!_outcomes.TryGetValue(key, out Outcomes? outcomes))
        {
            return default;
        }

        int to = day.DayNumber;
        int from = to - length;
        return (SortedDays.CountUpTo(outcomes.All, to) - SortedDays.CountUpTo(outcomes.All, from),
            SortedDays.CountUpTo(outcomes.Escalated, to) - SortedDays.CountUpTo(outcomes.Escalated, from));
    }

    private sealed class Outcomes
    {
        public List<int> All { get; } = [];

        public List<int> Escalated { get; } = [];
    }
}
