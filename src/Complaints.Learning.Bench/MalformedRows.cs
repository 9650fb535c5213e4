using System.Globalization;

namespace Complaints.Learning.Bench;

/// <summary>Records of the file that are no rows of its table; none of them was learned from or judged.</summary>
/// <param name="Cells">Cells of the header.</param>
/// <param name="Ragged">Records of another number of cells, blank ones at the end apart.</param>
/// <param name="FirstRagged">The line of the first of them.</param>
/// <param name="Quotes">Records whose quotation marks cannot be meant.</param>
/// <param name="FirstQuotes">The line of the first such mark.</param>
public sealed record MalformedRows(int Cells, int Ragged, long FirstRagged, int Quotes, long FirstQuotes)
{
    /// <summary>How many.</summary>
    public int Count => Ragged + Quotes;

    /// <summary>Both kinds in words, with the line of the first of each; empty where there is none.</summary>
    public string Told => string.Join(
        ", ",
        new[]
        {
            Ragged > 0 ? $"{Number(Ragged)} rows of other than {Cells} cells (first: line {FirstRagged})" : "",
            Quotes > 0 ? $"{Number(Quotes)} with stray quotation marks (first: line {FirstQuotes})" : "",
        }.Where(words => words.Length > 0));

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
