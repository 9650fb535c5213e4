using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Measures;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints query</c>: figures from the warehouse through the planner, or from a running service over gRPC.</summary>
internal static class QueryCommand
{
    public static Command Create(Workbench bench)
    {
        QueryOptions options = new();
        Option<OutputFormat> format = CommonOptions.Format();
        Option<FileInfo?> catalogue = CommonOptions.Catalogue("A file with measures of your own, added to the shipped ones.");
        Option<string?> share = new("--share")
        {
            Description = "Each group's share of the total over this dimension, beside counts: one of those grouped by.",
            HelpName = "DIMENSION",
        };
        Command command = new("query", "Figures, each with its numerator, denominator and rules.")
        {
            format,
            bench.Options.Service,
            bench.Options.Role,
            bench.Options.Scope,
            catalogue,
            share,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            OutputFormat output = parsed.GetValue(format);
            FigureQuery query = options.Read(parsed) with
            {
                TellsClockStarts = output == OutputFormat.Table,
                ShareOf = parsed.GetValue(share),
            };
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            FigureTable table = await figures.Asked.QueryAsync(query, bench.ReaderAs(parsed), stop).ConfigureAwait(false);
            FigureView.Write(bench.Terminal, table, output);
            return ExitCode.Done;
        });
        return command;
    }
}
