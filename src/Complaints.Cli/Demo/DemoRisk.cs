using System.Globalization;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Errors;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Training;
using Complaints.Warehouse;
using Spectre.Console;

namespace Complaints.Cli.Demo;

/// <summary>The demo's last step: a model from the cases just loaded, judged on later months, and its list of open cases.</summary>
internal static class DemoRisk
{
    private const int Lines = 5;

    public static async Task RunAsync(
        IAnsiConsole display, Workbench bench, IWarehouse warehouse, WarehouseLocation location, CancellationToken stop)
    {
        try
        {
            await ListAsync(display, bench, warehouse, bench.Models(location), stop).ConfigureAwait(false);
        }
        catch (UserException error)
        {
            // A demo of all the rest is not lost because one sample has too few escalations.
            display.WriteLine($"{error.What} {error.Fix}");
        }
    }

    private static async Task ListAsync(
        IAnsiConsole display, Workbench bench, IWarehouse warehouse, ModelRegistry registry, CancellationToken stop)
    {
        ModelMaking making = Workbench.Making(warehouse, registry);
        ModelManifest manifest = await making.TrainAsync(LabelRule.Default, seed: 1, stop).ConfigureAwait(false);
        RegisteredModel model = await making.EvaluateAsync(
            manifest.Version,
            EvaluationOptions.DefaultMonths,
            EvaluationOptions.DefaultResamples,
            progress: null,
            stop).ConfigureAwait(false);
        EscalationEvaluation evaluation = model.Evaluation!.Evaluation;
        display.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Learned from {manifest.Fitted.Cases + manifest.Calibrated.Cases:N0} cases with a known outcome, {manifest.Fitted.Escalated + manifest.Calibrated.Escalated:N0} escalated; judged on {evaluation.Months.Length} later months: ROC-AUC {RiskEvaluationView.InUse(evaluation).RocAuc}."));
        display.WriteLine(evaluation.Verdict);
        if (evaluation.IsPromotable)
        {
            registry.Promote(manifest.Version);
        }

        ScoredDay day = await RiskScoring.ScoreAsync(warehouse, registry.Load(manifest.Version), asOf: null, stop).ConfigureAwait(false);
        await RiskScoring.WriteAsync(warehouse, day, stop).ConfigureAwait(false);
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(stop).ConfigureAwait(false);
        RiskList list = await new RiskListReader(snapshot, manifest.Version, manifest.HorizonDays)
            .ReadAsync(new RiskListQuery { Top = Lines }, Workbench.Reader.Scope, stop).ConfigureAwait(false);
        RiskListView.WriteTable(display, list);
    }
}
