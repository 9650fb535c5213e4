using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints worklist list|export</c>: rows whose landlord a person must decide.</summary>
internal static class WorklistCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock) =>
        new("worklist", "Rows whose landlord a person must decide.") { ListCommand(common, terminal, clock), ExportCommand(common, terminal, clock) };

    private static Command ListCommand(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("list", "What could not be matched, with ranked suggestions.") { format };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = WarehouseFactory.Open(common.Location(parsed), clock);
            IReadOnlyList<WorklistEntry> entries = await new WorklistStore(warehouse).ListAsync(stop).ConfigureAwait(false);
            WorklistView.Write(terminal, entries, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ExportCommand(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<FileInfo> into = new("--out", "-o") { Description = "The CSV file to write.", HelpName = "FILE", Required = true };
        Command command = new("export", "Write a file for a person to review; it decides nothing until it is completed.") { into };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = WarehouseFactory.Open(common.Location(parsed), clock);
            FileInfo file = parsed.GetRequiredValue(into);
            using StringWriter text = new();
            WorklistExport written = await new WorklistStore(warehouse).ExportAsync(text, stop).ConfigureAwait(false);
            await File.WriteAllTextAsync(file.FullName, text.ToString(), stop).ConfigureAwait(false);
            terminal.Messages.WriteLine(
                $"{written.Lines:N0} identifiers in {file.FullName}: fill in accepted_by and accepted_on where the home is right, then 'complaints load … --accept {file.Name}'.");
            if (written.WithoutIdentifier > 0)
            {
                terminal.Messages.WriteLine(
                    $"Left out, with neither identifier nor UPRN: {written.WithoutIdentifier:N0}. Only the source can mend those ('complaints worklist list').");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
