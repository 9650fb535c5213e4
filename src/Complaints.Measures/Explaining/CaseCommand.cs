using System.Globalization;
using Complaints.Domain.Text;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Explaining;

/// <summary>The command that lists the cases behind a part of a figure, as it can be copied into a shell.</summary>
internal static class CaseCommand
{
    internal static string Of(FigureQuery query, CasePart part) => string.Join(' ', Words(query, part));

    private static IEnumerable<string> Words(FigureQuery query, CasePart part) =>
    [
        $"complaints cases --measure {query.Measures[0]} --part {Word(part)}",
        .. query.Years.Count == 0 ? Array.Empty<string>() : [$"--year {string.Join(',', query.Years)}"],
        .. Option("--from", query.From),
        .. Option("--to", query.To),
        .. query.Filters.Select(filter => $"--where {ShellWord.Of($"{filter.Dimension}={string.Join(',', filter.Values)}")}"),
        .. Option("--as-at", query.AsAt),
        .. Option("--known-at-load", query.KnownAtLoad),
        .. query.Withdrawn is WithdrawnPolicy policy ? [$"--withdrawn {CatalogueWords.Word(CatalogueWords.Withdrawn, policy)}"] : Array.Empty<string>(),
        .. query.Extensions == ExtensionPolicy.AsRecorded
            ? Array.Empty<string>()
            : [$"--extensions {CatalogueWords.Word(CatalogueWords.Extensions, query.Extensions)}"],
    ];

    /// <summary>The word of a part.</summary>
    internal static string Word(CasePart part) => part.ToString().ToLowerInvariant();

    private static IEnumerable<string> Option(string name, DateOnly? day) =>
        day is DateOnly given ? [string.Create(CultureInfo.InvariantCulture, $"{name} {given:yyyy-MM-dd}")] : [];

    private static IEnumerable<string> Option(string name, int? number) =>
        number is int given ? [string.Create(CultureInfo.InvariantCulture, $"{name} {given}")] : [];
}
