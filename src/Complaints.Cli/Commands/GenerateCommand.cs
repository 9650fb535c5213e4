using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Domain.Errors;
using Complaints.Samples;
using Complaints.Samples.Agent;
using Complaints.Samples.Files;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints generate</c>: sample load sets, the same bytes for the same seed.</summary>
internal static class GenerateCommand
{
    private const string AgentSample = "agent";

    private static readonly Option<string?> s_sample = new("--sample") { Description = "agent: a managing agent's extract in which another landlord's homes hide.", HelpName = "KIND" };
    private static readonly Option<FileInfo?> s_workbook = new("--from-tsm") { Description = "Cases whose counts equal what the regulator's workbook published.", HelpName = "WORKBOOK" };
    private static readonly Option<string?> s_year = new("--year")
    {
        Description = "The workbook's reporting year, such as 2024/25.",
        HelpName = "YEAR",
    };
    private static readonly Option<string> s_out = new("--out", "-o")
    {
        Description = "Folder for the load set; made when it does not exist.",
        HelpName = "FOLDER",
        Required = true,
    };
    private static readonly Option<long> s_seed = new("--seed")
    {
        Description = "The same seed gives the same bytes.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<int?> s_homes = new("--homes")
    {
        Description = "Homes on both landlords' registers (agent).",
        HelpName = "N",
    };
    private static readonly Option<int?> s_years = new("--years") { Description = "Whole reporting years (agent).", HelpName = "N" };
    private static readonly Option<bool> s_faults = new("--faults")
    {
        Description = "Plant every fault of the list, with an answer key (agent).",
    };

    public static Command Create(Workbench bench)
    {
        Command command = new("generate", "Make a sample load set.")
        {
            s_sample,
            s_workbook,
            s_year,
            s_out,
            s_seed,
            s_homes,
            s_years,
            s_faults,
        };
        command.SetAction(async (parsed, stop) =>
        {
            GeneratedSample sample = await MakeAsync(parsed, stop).ConfigureAwait(false);
            Show(bench.Terminal, sample);
            return ExitCode.Done;
        });
        return command;
    }

    private static Task<GeneratedSample> MakeAsync(ParseResult parsed, CancellationToken stop)
    {
        string folder = parsed.GetRequiredValue(s_out);
        string? kind = parsed.GetValue(s_sample);
        FileInfo? workbook = parsed.GetValue(s_workbook);
        if ((kind is null) == (workbook is null) || (kind is not null && kind != AgentSample))
        {
            throw new UsageException(
                "Which sample?", "--sample, --from-tsm", "either --sample agent or --from-tsm WORKBOOK", "give one of the two");
        }

        return workbook is not null
            ? TsmSampleGenerator.GenerateAsync(
                new TsmSampleOptions(workbook.FullName, SelectionOptions.Year(parsed.GetValue(s_year) ?? ""), folder)
                {
                    Seed = parsed.GetValue(s_seed),
                },
                stop)
            : AgentSampleGenerator.GenerateAsync(Agent(parsed, folder), stop);
    }

    private static AgentSampleOptions Agent(ParseResult parsed, string folder)
    {
        AgentSampleOptions options = new(folder) { Seed = parsed.GetValue(s_seed), Faults = parsed.GetValue(s_faults) };
        return options with
        {
            Homes = parsed.GetValue(s_homes) ?? options.Homes,
            Years = parsed.GetValue(s_years) ?? options.Years,
        };
    }

    private static void Show(Terminal terminal, GeneratedSample sample)
    {
        terminal.Messages.WriteLine($"{sample.Folder}: extract of {sample.ExtractDate:yyyy-MM-dd}, {sample.StageRows:N0} stages.");
        foreach (GeneratedFile file in sample.Files)
        {
            terminal.Messages.WriteLine($"  {file.Name,-34} {file.Rows,10:N0} rows");
        }

        if (sample.PlantedFaults > 0)
        {
            terminal.Messages.WriteLine($"{sample.PlantedFaults} faults planted; answer-key.json says where and what should become of each.");
        }

        foreach (string note in sample.Notes)
        {
            terminal.Messages.WriteLine(note);
        }
    }
}
