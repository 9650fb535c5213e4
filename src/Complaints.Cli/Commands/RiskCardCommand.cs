using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.Risk;
using Complaints.Service.Risk;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk card</c>: a model card in the form of the UK Algorithmic Transparency Recording Standard.</summary>
internal static class RiskCardCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<string?> model = RiskCommand.Model();
        Option<FileInfo?> details = new("--details") { Description = $"The landlord's part, JSON; else {CardDetails.FileName} beside the models.", HelpName = "FILE" };
        Option<string?> service = CommonOptions.Service();
        Option<FileInfo?> into = new("--out", "-o") { Description = "The Markdown file to write; else standard output.", HelpName = "FILE" };
        Command command = new("card", "A model card in the form of the UK Algorithmic Transparency Recording Standard.") { model, details, service, into };
        command.SetAction(async (parsed, stop) =>
        {
            using RiskClient? client = RiskCommand.Client(parsed, service, model, details);
            (string version, string card) = client is not null
                ? await client.CardAsync(stop).ConfigureAwait(false)
                : await RecordedAsync(RiskCommand.Registry(common.Location(parsed), clock), clock, parsed.GetValue(model), parsed.GetValue(details)).ConfigureAwait(false);
            if (parsed.GetValue(into) is FileInfo file)
            {
                await File.WriteAllTextAsync(file.FullName, card, stop).ConfigureAwait(false);
                terminal.Messages.WriteLine($"Model card of {version} in {file.FullName}.");
            }
            else
            {
                await terminal.Out.WriteAsync(card.AsMemory(), stop).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Task<(string Version, string Card)> RecordedAsync(ModelRegistry registry, TimeProvider clock, string? model, FileInfo? details) =>
        new AccessLog(registry.Folder, clock).RunAsync(
            RiskReading.By(RiskAccess.Card),
            () => Task.FromResult(Write(registry.Find(model), Details(details, registry))),
            (record, written) => record with { ModelVersion = written.Version });

    private static (string Version, string Card) Write(RegisteredModel model, CardDetails details) =>
        (model.Manifest.Version, ModelCard.Write(model, details, Principal.Demo.Scope.Allows));

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
