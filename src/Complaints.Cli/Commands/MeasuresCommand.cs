using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Measures;
using Complaints.Measures.Catalogue;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints measures</c>: the catalogue, with the source of every definition.</summary>
internal static class MeasuresCommand
{
    public static Command Create(Workbench bench)
    {
        Option<FileInfo?> catalogue = new("--catalogue")
        {
            Description = "A file with measures of your own, checked and added.",
            HelpName = "FILE",
        };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("measures", "The catalogue of measures.") { catalogue, bench.Options.Service, format };
        command.SetAction(async (parsed, stop) =>
        {
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            IReadOnlyList<MeasureInfo> measures = await figures.Asked.MeasuresAsync(Workbench.Reader, stop).ConfigureAwait(false);
            MeasuresView.Write(bench.Terminal, measures, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }
}
