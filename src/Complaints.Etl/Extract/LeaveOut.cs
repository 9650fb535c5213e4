namespace Complaints.Etl.Extract;

/// <summary>What a mapping's <c>leave_out</c> can name.</summary>
internal static class LeaveOut
{
    /// <summary>The words, as a mapping writes them.</summary>
    internal static IReadOnlyDictionary<string, FlawKind> Words { get; } = new Dictionary<string, FlawKind>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["totals"] = FlawKind.Total,
        ["footers"] = FlawKind.Footer,
        ["repeated_headers"] = FlawKind.RepeatedHeader,
    };

    internal static string Word(FlawKind kind) => Words.First(word => word.Value == kind).Key;
}
