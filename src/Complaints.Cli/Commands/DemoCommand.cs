using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Demo;
using Complaints.Service.Hosting;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints demo</c>: the whole way once, from an extract to figures over gRPC.</summary>
internal static class DemoCommand
{
    public static Command Create(Workbench bench)
    {
        Option<bool> once = new("--once") { Description = "Stop by itself after the summary, and leave nothing behind." };
        Option<int> port = new("--port")
        {
            Description = "Port for gRPC; 0 is any free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => ComplaintsHostOptions.DefaultGrpcPort,
        };
        Command command = new("demo", "Sample data → warehouse → service; prints what it did and how to ask it.") { once, port };
        command.SetAction(async (parsed, stop) =>
        {
            DemoFolder folder = DemoFolder.Choose(parsed.GetValue(bench.Options.Warehouse));
            bool stops = parsed.GetValue(once);
            bool failed = true;
            try
            {
                // A demo that stops by itself may run beside a service: it takes whatever port is free.
                DemoRun run = new(bench, folder, stops ? 0 : parsed.GetValue(port));
                await run.RunAsync(stops, stop).ConfigureAwait(false);
                failed = false;
            }
            finally
            {
                // A demo that did not get to its end has nothing to show for.
                await folder.CleanUpAsync(bench, everything: stops || failed).ConfigureAwait(false);
            }

            if (!stops)
            {
                bench.Terminal.Messages.WriteLine($"Stopped. The demo's warehouse stays in {folder.Warehouse}; delete {folder.Remains} when it is of no more use.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
