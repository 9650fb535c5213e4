using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Column headings that stay readable in a narrow window: an id breaks at its underscores, never inside a word.</summary>
internal static class ColumnHeading
{
    private const int LineCharacters = 12;

    // What the border and the space around a cell take.
    private const int Frame = 3;

    /// <summary>An id on as many lines as it needs.</summary>
    public static string Narrow(string id)
    {
        List<string> lines = [""];
        foreach (string word in id.Split('_').Select((part, at) => at == 0 ? part : "_" + part))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length > LineCharacters)
            {
                lines.Add("");
            }

            lines[^1] += word;
        }

        return string.Join('\n', lines);
    }

    /// <summary>Whether columns fit beside each other.</summary>
    /// <param name="width">The window's, in characters.</param>
    /// <param name="columns">Every text of each column, as it is broken into lines.</param>
    public static bool Fit(int width, IEnumerable<IEnumerable<string>> columns) =>
        columns.Sum(texts => Frame + texts.SelectMany(text => Markup.Remove(text).Split('\n')).Max(line => line.Length)) <= width;
}
