using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Spectre.Console;

namespace Complaints.Cli.Commands;

/// <summary>
/// <c>complaints quarantine list|export|replay|dismiss</c>: rows held back, how to mend each, loading them again, leaving them out.
/// </summary>
internal static class QuarantineCommand
{
    private static readonly Option<string?> s_rule = new("--rule")
    {
        Description = "Only rows held back under this rule.",
        HelpName = "RULE",
    };
    private static readonly Option<string?> s_file = new("--file") { Description = "Only rows of this file.", HelpName = "NAME" };
    private static readonly Option<int?> s_limit = new("--limit") { Description = "At most so many rows.", HelpName = "N" };
    private static readonly Option<string?> s_status = new("--status") { Description = "open (else), replayed: loaded later, superseded: held back otherwise or gone, or dismissed.", HelpName = "STATUS" };
    private static readonly Option<bool> s_all = new("--all") { Description = "Also rows that are no longer open." };

    public static Command Create(Workbench bench) =>
        new("quarantine", "Rows held back by a rule.")
        {
            ListCommand(bench), ExportCommand(bench), ReplayCommand(bench),
            DismissCommand(bench),
        };

    private static Command ListCommand(Workbench bench)
    {
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("list", "What is held back, why, and how to mend it.") { s_rule, s_file, s_limit, s_status, s_all, format };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = bench.Warehouse(parsed);
            IReadOnlyList<QuarantineEntry> entries = await new QuarantineStore(warehouse)
                .ListAsync(Filter(parsed) with { Limit = parsed.GetValue(s_limit) }, stop).ConfigureAwait(false);
            QuarantineView.Write(bench.Terminal, entries, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ExportCommand(Workbench bench)
    {
        Option<FileInfo> into = new("--out", "-o") { Description = "The CSV file to write.", HelpName = "FILE", Required = true };
        Command command = new("export", "Write rows of one file in their own columns, to be mended and replayed.") { s_rule, s_file, s_all, into };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = bench.Warehouse(parsed);
            FileInfo file = parsed.GetRequiredValue(into);
            using MemoryStream text = new();
            int rows = await new QuarantineStore(warehouse).ExportAsync(Filter(parsed), text, stop).ConfigureAwait(false);
            await OutputFile.WriteAsync(file, text.ToArray(), stop).ConfigureAwait(false);
            bench.Terminal.Messages.WriteLine($"{rows:N0} rows in {file.FullName}: mend them, then 'complaints quarantine replay' with the original mapping.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ReplayCommand(Workbench bench)
    {
        Argument<string> path = new("file") { Description = "The mended export.", HelpName = "FILE" };
        Option<string> mapping = new("--mapping")
        {
            Description = "The mapping file of the original extract.",
            HelpName = "FILE",
            Required = true,
        };
        Option<bool> dryRun = new("--dry-run") { Description = "Show what would happen; change nothing." };
        Option<OutputFormat> format = CommonOptions.Format();
        Command command = new("replay", "Load mended rows; an entry whose row loads is no longer open.") { path, mapping, dryRun, format };
        command.SetAction(async (parsed, stop) =>
        {
            LoadRequest request = new()
            {
                Path = parsed.GetRequiredValue(path),
                Mapping = parsed.GetRequiredValue(mapping),
                Replay = true,
                DryRun = parsed.GetValue(dryRun),
            };
            LoadOutcome outcome = await WarehouseLoad.RunAsync(bench, bench.Location(parsed), request, stop).ConfigureAwait(false);
            LoadView.Write(bench.Terminal, outcome, parsed.GetValue(format));
            return ExitCode.OfLoad(outcome.RowsQuarantined);
        });
        return command;
    }

    private static Command DismissCommand(Workbench bench)
    {
        Argument<long[]> ids = new("id")
        {
            Description = "Entries as 'complaints quarantine list' numbers them.",
            HelpName = "ID",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> reason = new("--reason")
        {
            Description = "Why the rows are rightly left out; kept with the entries.",
            HelpName = "TEXT",
            Required = true,
        };
        Option<string> by = new("--by")
        {
            Description = "Who decided; this account otherwise.",
            HelpName = "NAME",
            DefaultValueFactory = _ => Environment.UserName,
        };
        Command command = new("dismiss", "Leave rows out for good; they no longer mark figures incomplete.") { ids, reason, by };
        command.SetAction(async (parsed, stop) =>
        {
            await using IWarehouse warehouse = bench.Warehouse(parsed);
            long[] asked = parsed.GetRequiredValue(ids);
            PublishResult published = await new QuarantineStore(warehouse)
                .DismissAsync(asked, parsed.GetRequiredValue(by), parsed.GetRequiredValue(reason), stop).ConfigureAwait(false);
            bench.Terminal.Messages.WriteLine($"{asked.Distinct().Count():N0} dismissed, on record as load {published.LoadId}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static QuarantineFilter Filter(ParseResult parsed) => new()
    {
        RuleId = parsed.GetValue(s_rule),
        FileName = parsed.GetValue(s_file),
        Status = Status(parsed),
    };

    private static string? Status(ParseResult parsed)
    {
        string? status = parsed.GetValue(s_status);
        if (status is null)
        {
            return parsed.GetValue(s_all) ? null : QuarantineFilter.Open.Status;
        }

        return QuarantineStore.Statuses.Contains(status) && !parsed.GetValue(s_all)
            ? status
            : throw new UsageException(
                parsed.GetValue(s_all) ? "--status and --all exclude each other." : $"'{status}' is no status of a row held back.",
                s_status.Name,
                $"one of {string.Join(", ", QuarantineStore.Statuses)}",
                "leave it out for open rows; --all gives every row");
    }
}
