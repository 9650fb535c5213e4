namespace Complaints.Measures.Tests.Mutation;

/// <summary>Another way in which the clock may be read: what stands in the SQL of a figure for the days of a row, replaced.</summary>
/// <param name="Words">What is done, in words.</param>
/// <param name="Replaced">What is replaced by what.</param>
internal sealed record Reading(string Words, IReadOnlyList<(string Text, string By)> Replaced)
{
    private const string Lost = "(COALESCE(f.acknowledged_on, f.received_on) - f.received_on)";

    /// <summary>Every one of them.</summary>
    internal static IReadOnlyList<Reading> All { get; } =
    [
        new("due a day later", [.. Due("{0} + 1")]),
        new("due a day earlier", [.. Due("{0} - 1")]),
        new("due days from the acknowledgement", [.. Due($"{{0}} + CAST({Lost} AS INTEGER)")]),
        new("days from the acknowledgement",
        [
            ("f.responded_on - f.received_on", "f.responded_on - COALESCE(f.acknowledged_on, f.received_on)"),
            ("f.working_days_to_respond", $"(f.working_days_to_respond - CAST({Lost} * 5 / 7 AS INTEGER))"),
        ]),
        new("days with the day of receipt", [
            ("f.responded_on - f.received_on", "f.responded_on - f.received_on + 1"),
            ("f.working_days_to_respond", "(f.working_days_to_respond + 1)"),
        ]),
    ];

    /// <summary>The SQL read so; the same text where there is no such clock in it.</summary>
    internal string Of(string text) => Replaced.Aggregate(
        text, (read, one) => read.Replace(one.Text, one.By, StringComparison.Ordinal));

    // An extension gives the time that it gives from another start too.
    private static IEnumerable<(string, string)> Due(string by) =>
        new[] { "f.standard_due_on", "f.extended_due_on", "f.acknowledge_due_on" }
            .Select(column => (column, $"({string.Format(System.Globalization.CultureInfo.InvariantCulture, by, column)})"));
}
