using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Commands;
using Complaints.Cli.Composition;

namespace Complaints.Cli;

/// <summary>The <c>complaints</c> command: its tree, and how every run ends in an exit code.</summary>
internal static class ComplaintsApplication
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider clock, CancellationToken stop = default)
    {
        CommonOptions common = new();
        if (Parse(Root(new Workbench(common, terminal, clock)), args) is not { } parsed)
        {
            ErrorView.Show(terminal, UsageErrors.Unreadable);
            return ExitCode.Usage;
        }

        if (parsed.Errors.Count > 0)
        {
            ErrorView.Usage(terminal, parsed);
            return ExitCode.Usage;
        }

        // Signals are the program's own to handle: the parser's limit of two seconds would cut a service off its running queries.
        InvocationConfiguration configuration = new()
        {
            EnableDefaultExceptionHandler = false,
            Output = terminal.Out,
            ProcessTerminationTimeout = null,
        };
        return await ErrorView.GuardAsync(
            terminal, parsed.GetValue(common.Verbose), () => parsed.InvokeAsync(configuration, stop)).ConfigureAwait(false);
    }

    // An option that is a file makes one of its text while the line is read, and throws where no file can have such a name.
    private static ParseResult? Parse(RootCommand root, string[] args)
    {
        try
        {
            ParseResult parsed = root.Parse(args);
            return parsed.Tokens.Any(token => token.Value.Contains('\0', StringComparison.Ordinal)) ? null : parsed;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static RootCommand Root(Workbench bench)
    {
        RootCommand root = new("Counts, explains and publishes how social landlords handle complaints.")
        {
            DemoCommand.Create(bench),
            GenerateCommand.Create(bench),
            MigrateCommand.Create(bench),
            LoadCommand.Create(bench),
            LoadsCommand.Create(bench),
            MappingCommand.Create(bench),
            QuarantineCommand.Create(bench),
            WorklistCommand.Create(bench),
            QueryCommand.Create(bench),
            CasesCommand.Create(bench),
            ExplainCommand.Create(bench),
            CompareCommand.Create(bench),
            BridgeCommand.Create(bench),
            ReconcileCommand.Create(bench),
            ComparatorsCommand.Create(bench),
            MeasuresCommand.Create(bench),
            RiskCommand.Create(bench),
            ServeCommand.Create(bench),
        };
        root.Add(bench.Options.Warehouse);
        root.Add(bench.Options.Verbose);
        return root;
    }
}
