using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Escalation.Monitoring;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows what monitoring found, what moved furthest first.</summary>
internal static class RiskMonitorView
{
    private const int FeatureLines = 10;

    public static void Write(Terminal terminal, MonitoringReport report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(report));
        }
        else
        {
            WriteTables(terminal.Display, report);
        }
    }

    private static void WriteTables(IAnsiConsole display, MonitoringReport report)
    {
        display.WriteLine(Invariant($"Model {report.ModelVersion}, {report.Moments:N0} moments from {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd} against training."));
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("what", "stability index", "by chance up to", "outside training", "level");
        foreach (StabilityFigure figure in report.Features.Take(FeatureLines).Prepend(report.Scores))
        {
            table.AddRow(
                figure.Title.EscapeMarkup(),
                figure.ByRange ? "by range" : Invariant($"{figure.Index:0.000}"),
                figure.ByRange ? "" : Invariant($"{figure.Chance:0.000}"),
                Invariant($"{figure.Outside:0 %}"),
                Level(figure.Level));
        }

        display.Write(table);
        // An index of 7 that chance explains is stable and one of 0.2 that it does not is watched, which nobody guesses.
        MonitoringOptions options = new();
        display.WriteLine(Invariant($"An index within what chance does is stable, however high; above that, {options.WatchIndex:0.00} is watch and {options.AlarmIndex:0.00} alarm. By range, {options.WatchOutside:0 %} outside training is watch and {options.AlarmOutside:0 %} alarm."));
        if (report.Matured.IsEmpty)
        {
            display.WriteLine("No outcome became known since training; calibration cannot be judged yet.");
        }
        else
        {
            Calibration(display, report);
        }

        display.MarkupLine($"All in all: {Level(report.Level)}");
    }

    private static void Calibration(IAnsiConsole display, MonitoringReport report)
    {
        Table table = new Table()
            .Border(TableBorder.Simple)
            .AddColumns("answered in", "cases", "escalated", "predicted", "observed", "level");
        foreach (MaturedMonth month in report.Matured)
        {
            table.AddRow(
                Invariant($"{month.Month:yyyy-MM}"), Invariant($"{month.Cases:N0}"), Invariant($"{month.Escalated:N0}"),
                Invariant($"{month.MeanProbability:0.000}"), Invariant($"{month.ObservedRate:0.000}"), Level(month.Level));
        }

        display.WriteLine("Outcomes that became known since training:");
        display.Write(table);
        display.MarkupLine(report.CalibrationError is null
            ? "Too few of them to judge the calibration."
            : $"Calibration error {report.CalibrationError.ToString().EscapeMarkup()}: {Level(report.CalibrationLevel)}");
    }

    private static string Level(AlarmLevel level) => level switch
    {
        AlarmLevel.Stable => "[green]stable[/]",
        AlarmLevel.Watch => "[yellow]watch[/]",
        _ => "[red]alarm[/]",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
