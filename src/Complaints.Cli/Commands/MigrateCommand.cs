using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Warehouse;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints migrate</c>: creates a warehouse or brings it to this version's schema.</summary>
internal static class MigrateCommand
{
    public static Command Create(Workbench bench)
    {
        Command command = new("migrate", "Create or upgrade a warehouse.");
        command.SetAction(async (parsed, stop) =>
        {
            WarehouseLocation location = bench.Location(parsed);
            await using IWarehouse warehouse = bench.Warehouse(location);
            MigrationReport report = await warehouse.MigrateAsync(stop).ConfigureAwait(false);
            bench.Terminal.Messages.WriteLine(report.Applied.Count == 0
                ? $"{location} is up to date."
                : $"{location}: applied {string.Join(", ", report.Applied)}.");
            return ExitCode.Done;
        });
        return command;
    }
}
