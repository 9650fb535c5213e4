using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Escalation.Serving;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows what people did about cases.</summary>
internal static class RiskFeedbackView
{
    public static void Recorded(Terminal terminal, Feedback kept, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(Shape(kept)));
            return;
        }

        terminal.Messages.WriteLine(
            $"Recorded about case {kept.CaseReference} of {kept.SourceSystem}: {Words(kept.Action)}, {Words(kept.Outcome)}. 'complaints risk feedback --list' shows it.");
    }

    public static void Write(Terminal terminal, FeedbackList list, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(list.Records.Select(Shape)));
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns("recorded", "by", "case", "source", "done", "came of it", "note");
        foreach (Feedback feedback in list.Records)
        {
            string[] cells =
            [
                feedback.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                feedback.RecordedBy,
                feedback.CaseReference,
                feedback.SourceSystem,
                Words(feedback.Action),
                Words(feedback.Outcome),
                feedback.Note,
            ];
            table.AddRow([.. cells.Select(cell => cell.EscapeMarkup())]);
        }

        terminal.Display.Write(table);
        terminal.Display.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list.Records.Length} of {list.Recorded:N0} records, newest first; times are UTC."));
    }

    private static object Shape(Feedback feedback) => new
    {
        feedback.Id,
        RecordedAt = feedback.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        feedback.RecordedBy,
        Reference = feedback.CaseReference,
        feedback.SourceSystem,
        feedback.AsOf,
        feedback.ModelVersion,
        feedback.Action,
        feedback.Outcome,
        feedback.Note,
    };

    private static string Words<T>(T value)
        where T : struct, Enum => MachineJson.Word(value).Replace('_', ' ');
}
