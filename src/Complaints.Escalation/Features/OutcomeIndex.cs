using Complaints.Escalation.Cases;
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

/// <summary>Days on which something happened, by key (a household, a block): how often up to a day.</summary>
internal sealed class EventIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<int>> _days = [];

    /// <summary>Adds an event; a missing key has no history.</summary>
    public void Add(TKey key, DateOnly day)
    {
        ref List<int>? days = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, key, out _);
        (days ??= new List<int>(1)).Add(day.DayNumber);
    }

    /// <summary>Puts the events in order; to be called once, before counting.</summary>
    public void Seal()
    {
        foreach (List<int> days in _days.Values)
        {
            days.Sort();
        }
    }

    /// <summary>Events up to and including a day.</summary>
    public int UpTo(TKey key, DateOnly day) => _days.TryGetValue(key, out List<int>? days) ? SortedDays.CountUpTo(days, day.DayNumber) : 0;

    /// <summary>Events of the given number of days that end with a day, that day included.</summary>
    public int Within(TKey key, DateOnly day, int length) => _days.TryGetValue(key, out List<int>? days)
        ? SortedDays.CountUpTo(days, day.DayNumber) - SortedDays.CountUpTo(days, day.DayNumber - length)
        : 0;
}
