using Complaints.Cli.CommandLine;
using Complaints.Measures.Catalogue;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows the catalogue of measures.</summary>
internal static class MeasuresView
{
    public static void Write(Terminal terminal, IReadOnlyList<MeasureInfo> measures, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(measures));
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns("id", "title", "unit", "source");
        foreach (MeasureInfo measure in measures)
        {
            table.AddRow(
                measure.Id.EscapeMarkup(), measure.Title.EscapeMarkup(), measure.Unit.EscapeMarkup(), measure.Source.EscapeMarkup());
        }

        terminal.Display.Write(table);
    }
}
