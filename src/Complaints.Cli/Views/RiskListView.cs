using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Escalation.Serving;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows the risk list.</summary>
internal static class RiskListView
{
    public static void Write(Terminal terminal, RiskList list, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(list.Entries.Select(entry => Shape(list, entry))));
        }
        else
        {
            WriteTable(terminal.Display, list);
        }
    }

    /// <summary>A line a case: how likely, whose, how it stands against the clock, and why.</summary>
    public static void WriteTable(IAnsiConsole display, RiskList list)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("probability").RightAligned())
            .AddColumns("case", "landlord", "area", "clock", "why");
        foreach (RiskListEntry entry in list.Entries)
        {
            string[] cells =
            [
                entry.Probability.ToString("0 %", CultureInfo.InvariantCulture),
                entry.CaseReference,
                entry.Landlord,
                entry.ServiceArea.Replace('_', ' '),
                Clock(entry),
                Why(entry),
            ];
            table.AddRow([.. cells.Select(cell => cell.EscapeMarkup())]);
        }

        display.Write(table);
        display.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{list.Entries.Length} of {list.AtRisk:N0} cases at risk on {list.AsOf:yyyy-MM-dd}, model {list.ModelVersion}, as known after load {list.ScoredLoad}."));
        display.WriteLine($"Probability is that of a request for stage 2 within {list.HorizonDays} days after the response.");
        if (list.IsStale)
        {
            display.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"[yellow]This list is out of date:[/] it does not know of load {list.NewestLoad}. Cases on it may be answered or escalated by now; 'complaints risk score' makes a new one."));
        }

        if (list.KnewOutcomes)
        {
            display.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"[yellow]The model knew how these cases ended:[/] it learned from days up to {list.LearnedTo:yyyy-MM-dd}, this one among them. A list made on the day would not have been as good; 'complaints risk evaluate' tells how good."));
        }

        foreach (LaggingSource source in list.Lagging)
        {
            display.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{source.SourceSystem} is loaded up to {source.KnownTo:yyyy-MM-dd}: {(source.IsListed ? "its cases are told as of that day" : "too long ago, its cases are not listed")}."));
        }

        if (list.HeldBack > 0)
        {
            display.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{list.HeldBack:N0} more cases may be at risk or escalated: the quarantine holds a stage of theirs back ('complaints quarantine list')."));
        }

        display.WriteLine("The list says whom to call first. No case waits longer because of it.");
    }

    private static string Why(RiskListEntry entry)
    {
        bool raised = entry.Reasons.Any(reason => reason.Weight > 0);
        IEnumerable<string> told = entry.Reasons.Select(reason => raised && reason.Weight < 0 ? $"but {reason.Text}" : reason.Text);
        return string.Join("; ", raised ? told : told.Prepend("nothing stands out"));
    }

    private static string Clock(RiskListEntry entry) => entry switch
    {
        { RespondedOn: DateOnly responded } =>
            Days(entry.KnownTo.DayNumber - responded.DayNumber, "answered today", "answered {0} ago", "day"),
        { WorkingDaysLeft: null } => "no clock",
        { WorkingDaysLeft: < 0 and int overdue } => Days(-overdue, "", "{0} overdue", "working day"),
        { WorkingDaysLeft: int left } => Days(left, "due today", "{0} left", "working day"),
    };

    private static string Days(int days, string none, string form, string unit) => days == 0
        ? none
        : string.Format(
            CultureInfo.InvariantCulture, form, days == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{days} {unit}s"));

    private static object Shape(RiskList list, RiskListEntry entry) => new
    {
        entry.Probability,
        Reference = entry.CaseReference,
        entry.SourceSystem,
        entry.Landlord,
        entry.LandlordName,
        entry.ServiceArea,
        entry.ReceivedOn,
        entry.RespondedOn,
        entry.DueOn,
        entry.KnownTo,
        entry.WorkingDaysLeft,
        entry.Reasons,
        list.AsOf,
        list.ModelVersion,
        list.HorizonDays,
        list.AtRisk,
        list.HeldBack,
        list.Lagging,
        KnownAtLoad = list.ScoredLoad,
        list.NewestLoad,
        list.IsStale,
        list.LearnedTo,
        list.KnewOutcomes,
    };
}
