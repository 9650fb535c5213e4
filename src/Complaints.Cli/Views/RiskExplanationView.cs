using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Escalation.Serving;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows a score taken apart.</summary>
internal static class RiskExplanationView
{
    public static void Write(Terminal terminal, CaseExplanation explanation, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(MachineJson.Text(Shape(explanation)));
        }
        else
        {
            WriteTable(terminal.Display, explanation);
        }
    }

    private static void WriteTable(IAnsiConsole display, CaseExplanation explanation)
    {
        display.WriteLine(Invariant(
            $"Case {explanation.CaseReference} of {explanation.SourceSystem}, landlord {explanation.Landlord}: {explanation.Probability:0.0 %} on {explanation.AsOf:yyyy-MM-dd} ({(explanation.State == Escalation.Cases.CaseState.Open ? "open" : "answered")}), model {explanation.ModelVersion}."));
        foreach (ScoredReason reason in explanation.Reasons)
        {
            display.WriteLine(Invariant($"  {(reason.Weight > 0 ? "raises it" : "lowers it")} {reason.Weight:+0.00;-0.00}  {reason.Text}"));
        }

        Table table = new Table().Border(TableBorder.Simple)
            .AddColumns("feature", "fact")
            .AddColumn(new TableColumn("log-odds").RightAligned());
        table.AddRow("before anything is known", Invariant($"{explanation.BaseProbability:0.0 %}"), Weight(explanation.BaseLogOdds));
        foreach (FeatureEffect effect in explanation.Effects)
        {
            table.AddRow(effect.Title.EscapeMarkup(), effect.Fact.EscapeMarkup(), Weight(effect.Contribution));
        }

        if (explanation.WaitingLogOdds != 0)
        {
            table.AddRow("Time since the answer", "not escalated so far", Weight(explanation.WaitingLogOdds));
        }

        table.AddRow("[bold]sum[/]", Invariant($"{explanation.Probability:0.0 %}"), Weight(explanation.LogOdds));
        display.Write(table);
    }

    private static object Shape(CaseExplanation explanation) => new
    {
        Reference = explanation.CaseReference,
        explanation.SourceSystem,
        explanation.Landlord,
        explanation.AsOf,
        explanation.FactsOf,
        explanation.State,
        explanation.ModelVersion,
        explanation.Probability,
        explanation.LogOdds,
        explanation.BaseLogOdds,
        explanation.WaitingLogOdds,
        explanation.Reasons,
        explanation.Effects,
    };

    private static string Weight(double logOdds) => Invariant($"{logOdds:+0.000;-0.000;0.000}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
