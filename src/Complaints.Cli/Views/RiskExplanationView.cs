using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Errors;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving;
using Spectre.Console;

namespace Complaints.Cli.Views;

/// <summary>Shows a score taken apart.</summary>
internal static class RiskExplanationView
{
    public static void Write(Terminal terminal, CaseExplanation explanation, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(MachineJson.Text(Shape(explanation)));
                break;
            case OutputFormat.Csv:
                throw new UsageException("An explanation is not written as CSV.", "--format", "table or json", "choose one of the two");
            default:
                WriteTable(terminal.Display, explanation);
                break;
        }
    }

    private static void WriteTable(IAnsiConsole display, CaseExplanation explanation)
    {
        RiskScore score = explanation.Score;
        display.WriteLine(Invariant(
            $"Case {score.CaseReference} of {score.SourceSystem}, landlord {score.Landlord}: {score.Probability:0.0 %} on {score.AsOf:yyyy-MM-dd} ({(score.State == Escalation.Features.CaseState.Open ? "open" : "answered")}), model {explanation.ModelVersion}."));
        foreach (ScoredReason reason in explanation.Reasons)
        {
            display.WriteLine(Invariant($"  {(reason.Weight > 0 ? "raises it" : "lowers it")} {reason.Weight:+0.00;-0.00}  {reason.Text}"));
        }

        Table table = new Table().Border(TableBorder.Simple)
            .AddColumns("feature", "fact")
            .AddColumn(new TableColumn("log-odds").RightAligned());
        table.AddRow("before anything is known", Invariant($"{explanation.BaseProbability:0.0 %}"), Weight(score.BaseValue));
        foreach (FeatureEffect effect in explanation.Effects)
        {
            table.AddRow(effect.Title.EscapeMarkup(), effect.Fact.EscapeMarkup(), Weight(effect.Contribution));
        }

        if (score.Waiting != 0)
        {
            table.AddRow("Time since the answer", "not escalated so far", Weight(score.Waiting));
        }

        table.AddRow("[bold]sum[/]", Invariant($"{score.Probability:0.0 %}"), Weight(score.Margin));
        display.Write(table);
    }

    private static object Shape(CaseExplanation explanation) => new
    {
        Reference = explanation.Score.CaseReference,
        explanation.Score.SourceSystem,
        explanation.Score.Landlord,
        explanation.Score.AsOf,
        explanation.Score.FactsOf,
        explanation.Score.State,
        explanation.ModelVersion,
        explanation.Score.Probability,
        LogOdds = explanation.Score.Margin,
        BaseLogOdds = explanation.Score.BaseValue,
        WaitingLogOdds = explanation.Score.Waiting,
        explanation.Reasons,
        explanation.Effects,
    };

    private static string Weight(double logOdds) => Invariant($"{logOdds:+0.000;-0.000;0.000}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
