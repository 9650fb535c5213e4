using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Monitoring;
using Complaints.Escalation.Registry;
using Complaints.Warehouse;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk monitor</c>: whether a model still sees the world it was trained on.</summary>
internal static class RiskMonitorCommand
{
    private const int Week = 7;

    public static Command Create(Workbench bench)
    {
        Option<string?> model = RiskCommand.Model();
        Option<int> days = new("--days") { Description = "Days up to the data cut-off that are compared with training.", HelpName = "N", DefaultValueFactory = _ => new MonitoringOptions().WindowDays };
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("monitor", "Whether features, scores and calibration are still as in training; exit code 5 on an alarm.") { model, days, format };
        command.SetAction(async (parsed, stop) =>
        {
            MonitoringOptions options = new() { WindowDays = Window(parsed.GetValue(days)) };
            WarehouseLocation location = bench.Location(parsed);
            ModelRegistry registry = bench.Models(location);
            StoredModel stored = registry.Load(parsed.GetValue(model));
            RiskMonitor monitor = new(stored, registry.Profile(stored.Manifest.Version), options);
            await using IWarehouse warehouse = bench.Warehouse(location);
            await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(stop).ConfigureAwait(false);
            MonitoringReport report = await RiskProgress.RunAsync(bench.Terminal, "Monitoring", async _ =>
            {
                CaseHistory history = await CaseHistoryReader.ReadAsync(snapshot, options: null, stop).ConfigureAwait(false);
                return await Task.Run(() => monitor.Run(history, stop), stop).ConfigureAwait(false);
            }).ConfigureAwait(false);
            RiskMonitorView.Write(bench.Terminal, report, parsed.GetValue(format));
            return report.Level == AlarmLevel.Alarm ? ExitCode.Alarm : ExitCode.Done;
        });
        return command;
    }

    private static int Window(int days) => days is >= Week and <= Limits.HorizonDays
        ? days
        : throw new UsageException(
            $"A window of {days} days is out of range.", "--days", $"{Week} to {Limits.HorizonDays} days", "90 days are the default");
}
