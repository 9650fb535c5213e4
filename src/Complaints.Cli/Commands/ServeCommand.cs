using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Domain.Access;
using Complaints.Measures.Catalogue;
using Complaints.Service.Hosting;
using Complaints.Service.SignIn;
using Complaints.Warehouse;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints serve</c>: the gRPC service, on loopback until there is sign-in.</summary>
internal static class ServeCommand
{
    public static Command Create(Workbench bench)
    {
        Option<int> port = new("--port")
        {
            Description = "Port for gRPC; 0 is any free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => ComplaintsHostOptions.DefaultGrpcPort,
        };
        Option<int> webPort = new("--web-port")
        {
            Description = "Port for gRPC-Web; 0 is any free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => ComplaintsHostOptions.DefaultWebPort,
        };
        Option<FileInfo?> catalogue = CommonOptions.Catalogue("A file with measures of your own, checked and served beside the shipped ones.");
        Option<string?> role = OptionText.WordOption<Role>(
            "--role", "What everybody who asks may see of every landlord; else everything, as nobody signs in.");
        Command command = new("serve", "Serve figures over gRPC.") { port, webPort, catalogue, role };
        command.SetAction(async (parsed, stop) =>
        {
            WarehouseLocation location = bench.Location(parsed);
            MeasureCatalogue measures = Workbench.Catalogue(parsed, catalogue);
            await using IWarehouse warehouse = bench.Warehouse(location);
            await using (await warehouse.OpenSnapshotAsync(stop).ConfigureAwait(false))
            {
                // A service over no warehouse would answer every query with the same error: say it now.
            }

            using ILoggerFactory log = ServiceLogging.Create();
            ComplaintsHostOptions options = new()
            {
                GrpcPort = parsed.GetValue(port),
                WebPort = parsed.GetValue(webPort),
                Clock = bench.Clock,
                Catalogue = measures,
                Principals = new DemoPrincipalProvider(OptionText.Value<Role>(parsed.GetValue(role)) ?? Role.Admin),
                ModelFolder = bench.Models(location).Folder,
                Log = log,
            };
            await using ComplaintsHost host = await ComplaintsHost.StartAsync(warehouse, options, stop).ConfigureAwait(false);
            Announce(bench.Terminal, host);
            await host.WaitForStopAsync(stop).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Says where the service listens and that nobody signs in.</summary>
    public static void Announce(Terminal terminal, ComplaintsHost host)
    {
        terminal.Messages.WriteLine($"gRPC      {host.GrpcAddress}");
        terminal.Messages.WriteLine($"gRPC-Web  {host.WebAddress}");
        terminal.Messages.MarkupLine("[yellow]Demo mode:[/] nobody signs in, so it listens on loopback only and shows every landlord. Ctrl+C stops it.");
    }
}
