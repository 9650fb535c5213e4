using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Measures.Catalogue;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints measures</c>: the catalogue, with the source of every definition.</summary>
internal static class MeasuresCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<FileInfo?> catalogue = new("--catalogue") { Description = "A file with measures of your own, checked and added.", HelpName = "FILE" };
        Command command = new("measures", "The catalogue of measures.") { catalogue };
        command.SetAction(parsed =>
        {
            Show(terminal, parsed.GetValue(catalogue) is { } file ? WithFile(file) : MeasureCatalogue.Shipped);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The shipped measures and those of a file.</summary>
    public static MeasureCatalogue WithFile(FileInfo file) => MeasureCatalogue.Shipped.WithFile(file.FullName);

    private static void Show(Terminal terminal, MeasureCatalogue catalogue)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("id", "title", "unit", "source");
        foreach (MeasureDefinition measure in catalogue.Definitions)
        {
            table.AddRow(measure.Id.EscapeMarkup(), measure.Title.EscapeMarkup(), measure.Unit.EscapeMarkup(), measure.Source.EscapeMarkup());
        }

        terminal.Display.Write(table);
    }
}
