using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Etl.Extract;
using Complaints.Measures;
using Complaints.Measures.Output;
using Complaints.Measures.Reconciling;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints reconcile</c>: how each figure that a report prints comes about.</summary>
internal static class ReconcileCommand
{
    public static Command Create(Workbench bench)
    {
        Option<FileInfo> published = new("--published")
        {
            Description = "A file of printed figures: landlord_code, measure, period, value_as_printed; also stock_type, filters, numerator, denominator, set, note.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string[]> landlords = new("--landlord")
        {
            Description = "The figures of these landlords alone, comma separated.",
            HelpName = "LIST",
        };
        Option<string[]> periods = new("--period")
        {
            Description = "The figures of these periods alone, as the file writes them, comma separated.",
            HelpName = "LIST",
        };
        Option<OutputFormat> format = CommonOptions.Format();
        Option<FileInfo?> catalogue = CommonOptions.Catalogue("A file with measures of your own, added to the shipped ones.");
        Command command = new("reconcile", "Which way of counting and rounding gives each figure that a report prints.")
        {
            published, landlords, periods, format, catalogue, bench.Options.Service, bench.Options.Role, bench.Options.Scope,
        };
        command.SetAction(async (parsed, stop) =>
        {
            IReadOnlyList<PrintedFigure> printed = Chosen(
                await ReadAsync(parsed.GetRequiredValue(published).FullName, stop).ConfigureAwait(false),
                [.. OptionText.Items(parsed.GetValue(landlords)).Select(LandlordCode.Parse)],
                [.. OptionText.Items(parsed.GetValue(periods)).Select(PrintedPeriod.Parse)]);
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            Reconciliation found = await figures.Asked.ReconcileAsync(printed, bench.ReaderAs(parsed), stop).ConfigureAwait(false);
            Write(bench.Terminal, found, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<PrintedFigure>> ReadAsync(string path, CancellationToken stop)
    {
        SmallTable table = await SmallTable.ReadAsync(path, Limits.PrintedFigures, stop).ConfigureAwait(false);
        PrintedRow row = new(path, table.Header);
        return [.. table.Rows.Select(read => row.Read(read.Line, read.Cells))];
    }

    private static IReadOnlyList<PrintedFigure> Chosen(
        IReadOnlyList<PrintedFigure> printed, HashSet<LandlordCode> landlords, List<PrintedPeriod> periods)
    {
        IReadOnlyList<PrintedFigure> chosen =
        [
            .. printed.Where(figure => (landlords.Count == 0 || (figure.Landlord is LandlordCode landlord && landlords.Contains(landlord)))
                && (periods.Count == 0 || periods.Exists(period => period with { Words = figure.Period.Words } == figure.Period))),
        ];
        return chosen.Count > 0
            ? chosen
            : throw new UserException(
                printed.Count == 0 ? "The file has no figures." : "The file has no figures of these landlords and periods.",
                "--published",
                "one figure at least",
                "check the file, or leave --landlord and --period out");
    }

    private static void Write(Terminal terminal, Reconciliation found, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(MachineJson.Text(ReconcileRows.Values(found)));
                break;
            case OutputFormat.Csv:
                foreach (string line in ReconcileRows.Csv(found))
                {
                    terminal.Out.WriteLine(line);
                }

                break;
            default:
                terminal.Out.Write(ReconcileText.Of(found));
                break;
        }
    }
}
