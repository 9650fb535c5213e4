using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Measures;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Output;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints measures</c>: the catalogue, with the source of every definition.</summary>
internal static class MeasuresCommand
{
    public static Command Create(Workbench bench)
    {
        Option<FileInfo?> catalogue = Catalogue();
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("measures", "The catalogue of measures.") { catalogue, bench.Options.Service, format };
        command.SetAction(async (parsed, stop) =>
        {
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            IReadOnlyList<MeasureInfo> measures = await figures.Asked.MeasuresAsync(Workbench.Reader, stop).ConfigureAwait(false);
            MeasuresView.Write(bench.Terminal, measures, parsed.GetValue(format));
            return ExitCode.Done;
        });
        command.Add(Guide(bench));
        command.Add(MeasuresCheckCommand.Create(bench));
        return command;
    }

    private static Command Guide(Workbench bench)
    {
        Option<FileInfo?> catalogue = Catalogue();
        Command command = new("guide", "The catalogue as a page in Markdown: formula, population, rounding and source of every measure.")
        {
            catalogue, bench.Options.Service,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            IReadOnlyList<MeasureInfo> measures = await figures.Asked.MeasuresAsync(Workbench.Reader, stop).ConfigureAwait(false);
            bench.Terminal.Out.Write(MeasureGuide.Markdown(measures));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<FileInfo?> Catalogue() => CommonOptions.Catalogue("A file with measures of your own, checked and added.");
}
