using System.Globalization;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>A cell's address in a sheet, such as <c>AG11</c>.</summary>
internal static class CellAddress
{
    private const int Letters = 26;
    private const int MostLetters = 3;

    /// <summary>The row and column that an address names, both from 1; null when it is none.</summary>
    internal static (int Row, int Column)? Read(ReadOnlySpan<char> address)
    {
        int column = 0;
        int at = 0;
        while (at < address.Length && char.IsAsciiLetter(address[at]))
        {
            column = (column * Letters) + char.ToUpperInvariant(address[at]) - 'A' + 1;
            if (++at > MostLetters)
            {
                return null;
            }
        }

        return at > 0
            && int.TryParse(address[at..], NumberStyles.None, CultureInfo.InvariantCulture, out int row)
            && row > 0
                ? (row, column)
                : null;
    }

    /// <summary>The address of a cell.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    internal static string Of(int row, int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / Letters)
        {
            letters = (char)('A' + ((rest - 1) % Letters)) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
