using System.Runtime.InteropServices;

namespace Complaints.Escalation.Features;

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
