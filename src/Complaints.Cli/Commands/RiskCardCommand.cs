using System.CommandLine;
using System.Text;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Domain.Storage;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Serving;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk card</c>: a model card in the form of the UK Algorithmic Transparency Recording Standard.</summary>
internal static class RiskCardCommand
{
    public static Command Create(Workbench bench)
    {
        Option<string?> model = RiskCommand.Model();
        Option<FileInfo?> details = new("--details") { Description = $"The landlord's part, JSON; else {CardDetails.FileName} beside the models.", HelpName = "FILE" };
        Option<FileInfo?> into = new("--out", "-o")
        {
            Description = "The Markdown file to write; else standard output.",
            HelpName = "FILE",
        };
        Command command = new("card", "A model card in the form of the UK Algorithmic Transparency Recording Standard.") { model, details, bench.Options.Service, into };
        command.SetAction(async (parsed, stop) =>
        {
            await using Door<IRiskDesk> desk = bench.Risk(parsed, model, details);
            RiskCard card = await desk.Asked.CardAsync(Workbench.Reader, stop).ConfigureAwait(false);
            if (parsed.GetValue(into) is FileInfo file)
            {
                await OutputFile.WriteAsync(file, Encoding.UTF8.GetBytes(card.Markdown), stop).ConfigureAwait(false);
                bench.Terminal.Messages.WriteLine($"Model card of {card.ModelVersion} in {file.FullName}.");
            }
            else
            {
                await bench.Terminal.Out.WriteAsync(card.Markdown.AsMemory(), stop).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
