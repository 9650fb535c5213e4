using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Domain.Text;

namespace Complaints.Etl.Quarantine;

/// <summary>
/// Writes the worklist as a file for a person to review. The columns before the first that begins with an underscore are the decision;
/// those that do are what it is taken on, and are not read again.
/// </summary>
internal static partial class WorklistCsv
{
    private const string Header = "allocator,identifier,property_reference,property_allocator,valid_from,accepted_by,accepted_on,_case,_day,_rows,_address,_suggested_reference,_suggested_landlord,_suggested_address,_score,_why";

    /// <returns>The lines written.</returns>
    internal static async Task<int> WriteAsync(
        TextWriter into, IReadOnlyList<WorklistEntry> entries, string? onlyAllocator, CancellationToken cancellationToken)
    {
        await into.WriteLineAsync(Header.AsMemory(), cancellationToken).ConfigureAwait(false);
        int lines = 0;
        foreach (IGrouping<(string, string), WorklistEntry> together in entries
            .Where(entry => entry.Row.Value is not null)
            .GroupBy(entry => (entry.Allocator ?? onlyAllocator ?? entry.Row.SourceSystem, entry.Row.Value!)))
        {
            await into.WriteLineAsync(CsvLine.Of(Cells(together)).AsMemory(), cancellationToken).ConfigureAwait(false);
            lines++;
        }

        return lines;
    }

    private static string[] Cells(IGrouping<(string Allocator, string Identifier), WorklistEntry> together)
    {
        // A decision is on all rows of the identifier: where they lead to several homes, each on its own day, none is filled in.
        WorklistEntry shown = together.MaxBy(entry => entry.Homes.FirstOrDefault()?.Score ?? 0m)!;
        WorklistSuggestion? leading = shown.Leading;
        bool several = together.Select(entry => entry.Leading).OfType<WorklistSuggestion>()
            .DistinctBy(suggestion => (suggestion.PropertyAllocator, suggestion.PropertyReference))
            .Skip(1)
            .Any();
        WorklistSuggestion? filled = several ? null : leading;
        return
        [
            together.Key.Allocator,
            together.Key.Identifier,
            filled?.PropertyReference ?? "",
            filled?.PropertyAllocator ?? "",
            "",
            "",
            "",
            Case(shown.Row.RowKey),
            shown.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            together.Count().ToString(CultureInfo.InvariantCulture),
            shown.Address ?? "",
            leading?.PropertyReference ?? "",
            leading?.Landlord.Value ?? "",
            leading?.Address ?? "",
            leading?.Score.ToString(CultureInfo.InvariantCulture) ?? "",
            several ? $"{shown.Why}; other rows of it lead to another home" : shown.Why,
        ];
    }

    // As a person reads it: the case and its stage.
    private static string Case(string? key) => key is null ? "" : Escaped().Replace(key, "$1");

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
