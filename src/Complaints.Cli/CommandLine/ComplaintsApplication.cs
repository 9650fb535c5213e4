using System.CommandLine;
using Complaints.Cli.Commands;

namespace Complaints.Cli.CommandLine;

/// <summary>The <c>complaints</c> command: its tree, and how every run ends in an exit code.</summary>
internal static class ComplaintsApplication
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider clock, CancellationToken stop = default)
    {
        CommonOptions common = new();
        ParseResult parsed = Root(common, terminal, clock).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            ErrorView.Usage(terminal, parsed);
            return ExitCode.Usage;
        }

        InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, Output = terminal.Out };
        return await ErrorView.GuardAsync(
            terminal, parsed.GetValue(common.Verbose), () => parsed.InvokeAsync(configuration, stop)).ConfigureAwait(false);
    }

    private static RootCommand Root(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        RootCommand root = new("Counts, explains and publishes how social landlords handle complaints.")
        {
            DemoCommand.Create(common, terminal, clock),
            GenerateCommand.Create(terminal),
            MigrateCommand.Create(common, terminal, clock),
            LoadCommand.Create(common, terminal, clock),
            MappingCommand.Create(terminal),
            QuarantineCommand.Create(common, terminal, clock),
            WorklistCommand.Create(common, terminal, clock),
            QueryCommand.Create(common, terminal, clock),
            ComparatorsCommand.Create(common, terminal, clock),
            MeasuresCommand.Create(terminal),
            RiskCommand.Create(common, terminal, clock),
            ServeCommand.Create(common, terminal, clock),
        };
        root.Add(common.Warehouse);
        root.Add(common.Verbose);
        return root;
    }
}
