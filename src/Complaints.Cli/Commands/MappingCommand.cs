using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Etl.Mapping;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints mapping fields|schema</c>: what a mapping file can say.</summary>
internal static class MappingCommand
{
    public static Command Create(Workbench bench) =>
        new("mapping", "What a mapping file can say.") { FieldsCommand(bench.Terminal), SchemaCommand(bench.Terminal) };

    private static Command FieldsCommand(Terminal terminal)
    {
        Command command = new("fields", "The fields of every target, required ones in bold, with their codes.");
        command.SetAction(_ =>
        {
            terminal.Out.Write(MappingGuide.Fields());
            return ExitCode.Done;
        });
        return command;
    }

    private static Command SchemaCommand(Terminal terminal)
    {
        Option<DirectoryInfo> into = new("--out", "-o")
        {
            Description = "The folder to write to: the one of the mapping files.",
            HelpName = "FOLDER",
            Required = true,
        };
        Command command = new("schema", "Write the JSON schemas of mappings and manifests, for completion in editors.") { into };
        command.SetAction(async (parsed, stop) =>
        {
            DirectoryInfo folder = parsed.GetRequiredValue(into);
            IReadOnlyList<string> written = await MappingGuide.WriteSchemasAsync(folder.FullName, stop).ConfigureAwait(false);
            terminal.Messages.WriteLine($"{string.Join(" and ", written)} in {folder.FullName}.");
            return ExitCode.Done;
        });
        return command;
    }
}
