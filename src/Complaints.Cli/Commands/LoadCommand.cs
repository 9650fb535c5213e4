using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Etl.Loading;
using Complaints.Warehouse;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints load</c>: a load set or one file into the warehouse, all of it or nothing.</summary>
internal static class LoadCommand
{
    private static readonly Argument<string> s_path = new("path")
    {
        Description = "A load set's folder, or a data file with --mapping.",
        HelpName = "PATH",
    };
    private static readonly Option<string?> s_mapping = new("--mapping") { Description = "The data file's mapping file, or builtin:rsh-tsm for the regulator's workbook.", HelpName = "FILE" };
    private static readonly Option<bool> s_dryRun = new("--dry-run") { Description = "Show what would be added, changed, closed, withdrawn and held back; change nothing." };
    private static readonly Option<string?> s_accept = new("--accept") { Description = "A person's reviewed matches (see 'complaints worklist export').", HelpName = "FILE" };
    private static readonly Option<string?> s_extractDate = new("--extract-date") { Description = "The last day the extract knows about; overrides the load set's.", HelpName = "YYYY-MM-DD" };

    private static readonly (Option<bool> Option, LoadAllowance Allowance)[] s_allow =
    [
        (Allow("held-back", "Load a file although more than half of its rows would be held back."), LoadAllowance.HeldBack),
        (Allow("withdrawals", "Load a full extract although it withdraws more than a fifth of what its source gave before."), LoadAllowance.Withdrawals),
        (Allow("changes", "Load an extract although it gives more than a fifth of its rows another day of receipt, landlord, home or stock type under the same references."), LoadAllowance.Changes),
        (Allow("similar-references", "Take references that differ by leading zeros, blanks or hyphens alone as different cases."), LoadAllowance.SimilarReferences),
        (Allow("older-extract", "Load an extract although one of a later day was loaded of the same source and target."), LoadAllowance.OlderExtract),
        (Allow("other-source", "Load complaints although most of them are known from another source system, and take over what another one states."), LoadAllowance.OtherSource),
        (Allow("new-pseudonym-key", "Load residents although the key of their pseudonyms is another one: none is the same as before."), LoadAllowance.NewPseudonymKey),
    ];

    public static Command Create(Workbench bench)
    {
        Option<OutputFormat> format = CommonOptions.Format();
        Command command = new("load", "Load an extract; rows that break a rule are held back, the rest is published at once.")
        {
            s_path, s_mapping, s_dryRun, s_accept, s_extractDate, format,
        };
        foreach ((Option<bool> option, _) in s_allow)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            LoadRequest request = Read(parsed);
            WarehouseLocation location = bench.Location(parsed);
            LoadOutcome outcome = await WarehouseLoad.RunAsync(bench, location, request, stop).ConfigureAwait(false);
            LoadView.Write(bench.Terminal, outcome, parsed.GetValue(format));
            if (outcome.Published is not null)
            {
                await RiskScores.AfterLoadAsync(bench, location, stop).ConfigureAwait(false);
            }

            return ExitCode.OfLoad(outcome.RowsQuarantined);
        });
        return command;
    }

    private static LoadRequest Read(ParseResult parsed) => new()
    {
        Path = parsed.GetRequiredValue(s_path),
        Mapping = parsed.GetValue(s_mapping),
        DryRun = parsed.GetValue(s_dryRun),
        Allow = s_allow.Where(allow => parsed.GetValue(allow.Option)).Aggregate(LoadAllowance.None, (sum, allow) => sum | allow.Allowance),
        AcceptedReferences = parsed.GetValue(s_accept),
        ExtractDate = OptionText.Day(parsed.GetValue(s_extractDate), s_extractDate.Name),
    };

    private static Option<bool> Allow(string what, string description) => new($"--allow-{what}") { Description = description };
}
