using System.CommandLine;
using System.Text;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Storage;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints worklist list|export</c>: rows whose landlord a person must decide.</summary>
internal static class WorklistCommand
{
    public static Command Create(Workbench bench) =>
        new("worklist", "Rows whose landlord a person must decide.") { ListCommand(bench), ExportCommand(bench) };

    private static Command ListCommand(Workbench bench)
    {
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("list", "What could not be matched, with ranked suggestions.") { format };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = bench.Warehouse(parsed);
            IReadOnlyList<WorklistEntry> entries = await new WorklistStore(warehouse).ListAsync(stop).ConfigureAwait(false);
            WorklistView.Write(bench.Terminal, entries, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ExportCommand(Workbench bench)
    {
        Option<FileInfo> into = new("--out", "-o") { Description = "The CSV file to write.", HelpName = "FILE", Required = true };
        Command command = new("export", "Write a file for a person to review; it decides nothing until it is completed.") { into };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = bench.Warehouse(parsed);
            FileInfo file = parsed.GetRequiredValue(into);
            using StringWriter text = new();
            WorklistExport written = await new WorklistStore(warehouse).ExportAsync(text, stop).ConfigureAwait(false);
            await OutputFile.WriteAsync(file, Encoding.UTF8.GetBytes(text.ToString()), stop).ConfigureAwait(false);
            bench.Terminal.Messages.WriteLine(
                $"{written.Lines:N0} identifiers and addresses in {file.FullName}: fill in the home where none is named, and accepted_by and accepted_on where it is right, then 'complaints load … --accept {file.Name}'.");
            if (written.WithoutIdentifier > 0)
            {
                bench.Terminal.Messages.WriteLine(
                    $"Left out, with neither identifier, UPRN nor an address of one home: {written.WithoutIdentifier:N0}. Only the source can mend those ('complaints worklist list').");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
