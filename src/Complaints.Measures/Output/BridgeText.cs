using System.Globalization;
using Complaints.Measures.Bridging;
using Complaints.Measures.Explaining;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Output;

/// <summary>A bridge as plain text, for people: a count a line, with the rule by which it leaves.</summary>
public static class BridgeText
{
    private const int NumberWidth = 11;

    /// <summary>The text; no line is wrapped.</summary>
    public static string Of(Bridge bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        return string.Concat(Lines(bridge).Select(line => line.TrimEnd() + "\n"));
    }

    private static IEnumerable<string> Lines(Bridge bridge)
    {
        yield return $"From what the systems hold to the return's stage {(int)bridge.Stage} complaints";
        yield return string.Join(", ", Of(bridge, Days(bridge)));
        yield return "";
        yield return $"{Right(Number(bridge.All))}  held by {(bridge.Sources.Count == 0 ? "no system" : string.Join(" and ", bridge.Sources))}: "
            + $"{Count(bridge.Contacts, "contact")}, {Count(bridge.Stages, "stage")} of complaints, "
            + $"{Count(bridge.RowsHeldBack, "row")} held back";
        for (int at = 0; at <= bridge.Steps.Count; at++)
        {
            if (at > 0)
            {
                BridgeStep step = bridge.Steps[at - 1];
                yield return $"{Right(Number(-step.LeftOut))}  {step.Reason}: {step.LeavesOut} [{step.Rule}]";
            }

            foreach (FunnelStop stop in bridge.Stops.Where(stop => stop.AfterSteps == at))
            {
                yield return $"{Right($"= {Number(stop.Count)}")}  {stop.Part}";
            }
        }

        yield return "";
        yield return bridge.AsAt is DateOnly asAt
            ? $"As at {Day(asAt)}, as known after load {Number(bridge.KnownAtLoad)}."
            : "No complaints were loaded yet.";
        foreach (string note in bridge.Notes)
        {
            yield return note;
        }
    }

    private static IEnumerable<string> Of(Bridge bridge, string days) =>
        [days, .. bridge.Filters.Select((QueryFilter filter) => $"{filter.Dimension} {string.Join(" or ", filter.Values)}")];

    private static string Days(Bridge bridge) => (bridge.From, bridge.To) switch
    {
        (null, null) => "received on any day",
        (DateOnly from, null) => $"received from {Day(from)}",
        (null, DateOnly to) => $"received up to {Day(to)}",
        (DateOnly from, DateOnly to) => $"received from {Day(from)} to {Day(to)}",
    };

    private static string Count(long number, string one) => $"{Number(number)} {one}{(number == 1 ? "" : "s")}";

    private static string Right(string text) => text.PadLeft(NumberWidth);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
