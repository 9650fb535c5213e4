namespace Complaints.Escalation.Features;

/// <summary>Counts in a sorted list of day numbers.</summary>
internal static class SortedDays
{
    /// <summary>How many are not later than a day.</summary>
    public static int CountUpTo(List<int> days, int day)
    {
        int low = 0;
        int high = days.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (days[middle] <= day)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
