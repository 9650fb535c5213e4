using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints measures</c>: the catalogue, with the source of every definition.</summary>
internal static class MeasuresCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<FileInfo?> catalogue = new("--catalogue") { Description = "A file with measures of your own, checked and added.", HelpName = "FILE" };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("measures", "The catalogue of measures.") { catalogue, format };
        command.SetAction(parsed =>
        {
            Show(terminal, parsed.GetValue(catalogue) is { } file ? WithFile(file) : MeasureCatalogue.Shipped, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The shipped measures and those of a file.</summary>
    public static MeasureCatalogue WithFile(FileInfo file) => MeasureCatalogue.Shipped.WithFile(file.FullName);

    private static void Show(Terminal terminal, MeasureCatalogue catalogue, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(catalogue.Definitions.Select(MeasureInfo.Of)));
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns("id", "title", "unit", "source");
        foreach (MeasureDefinition measure in catalogue.Definitions)
        {
            table.AddRow(measure.Id.EscapeMarkup(), measure.Title.EscapeMarkup(), measure.Unit.EscapeMarkup(), measure.Source.EscapeMarkup());
        }

        terminal.Display.Write(table);
    }
}
