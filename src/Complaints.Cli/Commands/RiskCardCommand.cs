using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving.Access;
using Complaints.Measures.Access;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk card</c>: a model card in the form of the UK Algorithmic Transparency Recording Standard.</summary>
internal static class RiskCardCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<string?> model = RiskCommand.Model();
        Option<FileInfo?> details = new("--details") { Description = $"The landlord's part, JSON; else {CardDetails.FileName} beside the models.", HelpName = "FILE" };
        Option<FileInfo?> into = new("--out", "-o") { Description = "The Markdown file to write; else standard output.", HelpName = "FILE" };
        Command command = new("card", "A model card in the form of the UK Algorithmic Transparency Recording Standard.") { model, details, into };
        command.SetAction(async (parsed, stop) =>
        {
            ModelRegistry registry = RiskCommand.Registry(common.Location(parsed), clock);
            (RegisteredModel found, string card) = await new AccessLog(registry.Folder, clock).RunAsync(
                RiskReading.By(RiskAccess.Card),
                () => Task.FromResult(Write(registry.Find(parsed.GetValue(model)), Details(parsed.GetValue(details), registry))),
                (record, written) => record with { ModelVersion = written.Model.Manifest.Version }).ConfigureAwait(false);
            if (parsed.GetValue(into) is FileInfo file)
            {
                await File.WriteAllTextAsync(file.FullName, card, stop).ConfigureAwait(false);
                terminal.Messages.WriteLine($"Model card of {found.Manifest.Version} in {file.FullName}.");
            }
            else
            {
                await terminal.Out.WriteAsync(card.AsMemory(), stop).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static (RegisteredModel Model, string Card) Write(RegisteredModel model, CardDetails details) =>
        (model, ModelCard.Write(model, details, Principal.Demo.Scope.Allows));

    private static CardDetails Details(FileInfo? file, ModelRegistry registry)
    {
        if (file is null)
        {
            return CardDetails.Read(Path.Combine(registry.Folder, CardDetails.FileName));
        }

        return file.Exists
            ? CardDetails.Read(file.FullName)
            : throw new UserException($"There is no file '{file.FullName}'.", "--details", "a JSON file with the landlord's part", "check the path");
    }
}
