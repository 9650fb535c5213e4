using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints measures check</c>: every fault of a file of measures at once, before a service is started with it.</summary>
internal static class MeasuresCheckCommand
{
    public static Command Create(Workbench bench)
    {
        Argument<FileInfo?> file = new("file")
        {
            Description = "The file with measures of your own; else the catalogue that ships.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("check", "What is wrong with a file of measures, all of it at once.") { file, format };
        command.SetAction(parsed =>
        {
            CatalogueCheck check = parsed.GetValue(file) is FileInfo own
                ? MeasureCatalogue.Shipped.CheckFile(own.FullName)
                : MeasureCatalogue.CheckShipped();
            Write(bench.Terminal, check, parsed.GetValue(format));
            return check.IsUsable ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static void Write(Terminal terminal, CatalogueCheck check, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(new
            {
                check.File,
                Usable = check.IsUsable,
                check.Measures,
                Faults = check.Faults.Select(fault => new { fault.What, fault.Where, fault.Expected, fault.Fix }),
                check.Notes,
            }));
            return;
        }

        foreach (UserException fault in check.Faults)
        {
            ErrorView.Show(terminal, fault);
        }

        foreach (string note in check.Notes)
        {
            terminal.Copyable($"note: {note}.");
        }

        terminal.Copyable(check.IsUsable
            ? $"{check.File}: {check.Measures.Count} measures, no fault."
            : $"{check.File}: {check.Faults.Count} faults; nothing of it is used until they are mended.");
    }
}
