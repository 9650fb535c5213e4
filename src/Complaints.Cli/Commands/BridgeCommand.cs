using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Domain.Code;
using Complaints.Measures;
using Complaints.Measures.Bridging;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints bridge</c>: from a landlord's internal totals to the population of the regulator's return.</summary>
internal static class BridgeCommand
{
    public static Command Create(Workbench bench)
    {
        Option<string> stage = new("--stage") { Description = "The stage that the return asks for.", DefaultValueFactory = _ => "1" };
        stage.AcceptOnlyFromAmong("1", "2");
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        SelectionOptions selection = new();
        Command command = new("bridge", "From all that the systems hold to the complaints of the return, as counts that add up.") { stage };
        foreach (Option option in (Option[])[.. selection.All, bench.Options.Service, bench.Options.Role, bench.Options.Scope, format])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            BridgeQuery query = Read(selection.Read(parsed, []), parsed.GetValue(stage) == "2" ? Stage.Two : Stage.One);
            await using Door<IFigures> figures = bench.Figures(parsed);
            if (await figures.Asked.BridgeAsync(query, bench.ReaderAs(parsed), stop).ConfigureAwait(false) is Bridge bridge)
            {
                bench.Terminal.Out.Write(
                    parsed.GetValue(format) == OutputFormat.Json ? MachineJson.Text(bridge) + "\n" : BridgeText.Of(bridge));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static BridgeQuery Read(FigureQuery selected, Stage stage) => new()
    {
        Stage = stage,
        Years = selected.Years,
        From = selected.From,
        To = selected.To,
        Filters = selected.Filters,
        AsAt = selected.AsAt,
        KnownAtLoad = selected.KnownAtLoad,
        Withdrawn = selected.Withdrawn,
    };
}
