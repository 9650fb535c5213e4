using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Measures.Catalogue;

/// <summary>What was found in a catalogue file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Measures">Ids of the measures that it defines without fault, in its order.</param>
/// <param name="Faults">What is wrong, in the order of the lines; with any, nothing of the file is used.</param>
/// <param name="Notes">What is possible and seldom meant.</param>
public sealed record CatalogueCheck(
    string File, IReadOnlyList<string> Measures, IReadOnlyList<UserException> Faults, IReadOnlyList<string> Notes)
{
    /// <summary>Whether the file can be used.</summary>
    public bool IsUsable => Faults.Count == 0;

    internal static CatalogueCheck Of(string file, IReadOnlyList<MeasureDefinition> measures, CatalogueFaults faults) => new(
        file,
        [.. measures.Select(measure => measure.Id)],
        [.. faults.All.OrderBy(fault => LineOf(fault, file))],
        [.. measures.SelectMany(MeasureDoubts.Of)]);

    // A place is "file:line path".
    private static int LineOf(UserException fault, string file)
    {
        string place = fault.Where is string where
            && where.StartsWith($"{file}:", StringComparison.Ordinal) ? where[(file.Length + 1)..] : "";
        return int.TryParse(place.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? line : int.MaxValue;
    }
}
