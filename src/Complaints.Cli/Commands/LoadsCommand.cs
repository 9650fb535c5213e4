using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Etl.History;
using Complaints.Warehouse;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints loads</c>: what was loaded when; <c>complaints loads show</c>: what a load changed, down to a case.</summary>
internal static class LoadsCommand
{
    public static Command Create(Workbench bench)
    {
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("loads", "The loads, newest first: their files, and what became of every row.")
        {
            bench.Options.Role, bench.Options.Scope, format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = bench.Warehouse(parsed);
            IReadOnlyList<PastLoad> loads = await new LoadHistory(warehouse).ListAsync(bench.ReaderAs(parsed), stop).ConfigureAwait(false);
            LoadsView.Write(bench.Terminal, loads, parsed.GetValue(format));
            return ExitCode.Done;
        });
        command.Add(Show(bench));
        return command;
    }

    private static Command Show(Workbench bench)
    {
        Argument<int> load = new("load") { Description = "The number of the load." };
        Option<string?> reference = new("--case")
        {
            Description = "A case, by its reference: every field that the load told of it, old and new.",
            HelpName = "REF",
        };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("show", "What a load changed: rows held back and settled, and stages of complaints, old and new.")
        {
            load, reference, bench.Options.Role, bench.Options.Scope, format,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = bench.Warehouse(parsed);
            LoadChanges changes = await new LoadHistory(warehouse)
                .ShowAsync(parsed.GetValue(load), parsed.GetValue(reference), bench.ReaderAs(parsed), stop).ConfigureAwait(false);
            LoadsView.Write(bench.Terminal, changes, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }
}
