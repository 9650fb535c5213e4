using System.Globalization;
using Complaints.Escalation.Evaluation;
using Complaints.Escalation.Features;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Cards;

/// <summary>Section 4 of tier 2: what the tool is, how well it does, and what it was made from.</summary>
internal static class CardSpecification
{
    public static void Write(CardPage page, RegisteredModel model, CardDetails details, Func<string, bool> maySee)
    {
        page.Heading(2, "Tier 2, section 4: tool specification");
        System(page, details);
        Model(page, model.Manifest);
        Performance(page, model.Evaluation, maySee);
        Data(page, model.Manifest, details);
    }

    private static void System(CardPage page, CardDetails details)
    {
        page.Heading(3, "4.1 System");
        page.Field("2.4.1.1", "System architecture", $"The landlord's complaint data are loaded into a warehouse that keeps what was known when. Features, training, scoring and this card run on the landlord's own machine; no data leave it.");
        page.Field("2.4.1.2", "Phase", details.Phase, "phase");
        page.Field("2.4.1.3", "Maintenance", $"`complaints risk monitor` compares features and scores with training (population stability) and predictions with outcomes as they become known, with alarm thresholds. A model can be rolled back in one step.");
        page.Field("2.4.1.4", "Models", $"One model of the kind described in 4.2, with one calibration for open cases and one for answered cases.");
    }

    private static void Model(CardPage page, ModelManifest manifest)
    {
        page.Heading(3, "4.2 Model");
        page.Field("2.4.2.1", "Model name", $"Risk of escalation");
        page.Field("2.4.2.2", "Model version", $"{manifest.Version}, made {manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, seed {manifest.Seed}, feature list {manifest.FeatureHash[..12]}");
        page.Field("2.4.2.3", "Model task", $"Probability of a request for stage 2 within {manifest.HorizonDays} days after the stage 1 response.");
        page.Field("2.4.2.4", "Model input", $"The {manifest.Features.Length} features listed in 4.3, each as known on the day.");
        page.Field("2.4.2.5", "Model output", $"A probability between 0 and 1, and what each feature added to it in log-odds; the parts sum to the whole.");
        page.Field("2.4.2.6", "Model architecture", $"{Architecture(manifest)}");
    }

    private static void Performance(CardPage page, EvaluationRecord? record, Func<string, bool> maySee)
    {
        page.Paragraph($"**2.4.2.7 Model performance**  ");
        if (record is null)
        {
            page.Paragraph($"⚠ *Not evaluated yet: run `complaints risk evaluate`. A model that was not evaluated is not put into use.*");
            page.Line();
            return;
        }

        EscalationEvaluation evaluation = record.Evaluation;
        page.Paragraph($"Judged on {record.EvaluatedAt.UtcDateTime:yyyy-MM-dd} by rolling origin: each of {evaluation.Months.Length} months ({evaluation.Months[0].Month:yyyy-MM} to {evaluation.Months[^1].Month:yyyy-MM}) by a model trained on what was known the day before it began. At the stage 1 response, 95 % bootstrap intervals in brackets:");
        page.Line();
        page.Row("model", "ROC-AUC", "PR-AUC", "Brier", "calibration error", "recall top 10 %", "precision top 10 %");
        page.Rule(7);
        foreach (ModelFigures model in evaluation.Models.Where(m => m.Kind == PointKind.Response))
        {
            EvaluationReport figures = model.Figures;
            TopShareIntervals top = figures.Top[1];
            page.Row(model.Model, $"{figures.RocAuc}", $"{figures.AveragePrecision}", $"{figures.Brier}", $"{figures.CalibrationError}", $"{top.Recall}", $"{top.Precision}");
        }

        page.Line();
        page.Paragraph($"{evaluation.Verdict} Over logistic regression: {evaluation.OverLogistic}.");
        page.Line();
        page.Paragraph($"By part of the cases:");
        page.Line();
        page.Row("by", "value", "cases", "escalated", "predicted", "ROC-AUC", "calibration error");
        page.Rule(7);
        foreach (SliceFigures slice in evaluation.Slices.Where(slice => slice.By != "landlord" || maySee(slice.Value)))
        {
            page.Row(
                slice.By, slice.Value.Length == 0 ? "(not recorded)" : slice.Value, N(slice.Cases), N(slice.Escalated),
                slice.MeanProbability.ToString("0.000", CultureInfo.InvariantCulture), slice.RocAuc?.ToString() ?? "too few", slice.CalibrationError?.ToString() ?? "too few");
        }

        page.Line();
    }

    private static void Data(CardPage page, ModelManifest manifest, CardDetails details)
    {
        page.Heading(3, "4.3 Development data");
        page.Field("2.4.3.1", "Description", $"Stage 1 complaints of the warehouse, generation {manifest.WarehouseGeneration}, load {manifest.WarehouseLoad}, with contacts, promises and requests for stage 2. A complaint whose horizon has not passed counts neither as escalated nor as not, and is in neither training nor evaluation.");
        page.Field("2.4.3.2", "Modality", $"Tabular; no free text.");
        page.Field("2.4.3.3", "Quantities", $"Learned from {Slice(manifest.Fitted)}. Calibrated on {Slice(manifest.Calibrated)}, later and not seen before.");
        page.Field("2.4.3.4", "Sensitive attributes", $"None. No protected characteristic of the Equality Act 2010 is a feature, nor is a name, an address or a postcode. The household is a number that stands for a pseudonym, used to count its earlier complaints.");
        page.Field("2.4.3.5", "Completeness and representativeness", $"What the landlord's systems record. A missing value is read as missing, never filled in. Tenures and areas with few escalations are shown as too few above, and no claim is made for them.");
        page.Field("2.4.3.6", "Data sharing agreements", details.DataSharing, "data_sharing");
        page.Paragraph($"Features:");
        page.Line();
        page.Row("feature", "what it is", "unit", "risk may move");
        page.Rule(4);
        foreach (ManifestFeature feature in manifest.Features)
        {
            page.Row($"`{feature.Name}`", feature.Title, feature.Unit, feature.Direction);
        }

        page.Heading(3, "4.4 Operational data");
        page.Field("2.4.4.1", "Data sources", $"The same warehouse, after each load; a feature reads only what was known on the day of the score.");
        page.Field("2.4.4.2", "Sensitive attributes", $"None, as in 2.4.3.4.");
        page.Field("2.4.4.3", "Access and storage", $"Scores and reasons are kept in the warehouse with the day and the model's version. A landlord's staff see that landlord's cases alone.");
    }

    private static string Architecture(ModelManifest manifest)
    {
        LearnerIdentity learner = manifest.TrainedBy;
        string by = learner.Title == manifest.Learner ? "" : $", learned by {learner.Title}";
        string directions = learner.KeepsDirections ? "monotone where a direction is certain" : "no direction imposed on any feature";
        return manifest.Learner switch
        {
            "trees" => $"Gradient-boosted decision trees on histograms{by}, shallow, missing values native, {directions}, stopped early on later data; Platt calibration on later data still.",
            "logistic" => $"Regularised logistic regression{by}; Platt calibration on later data.",
            _ => $"{learner.Title}; Platt calibration on later data.",
        };
    }

    private static string Slice(TrainingSlice slice) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slice.Rows:N0} moments of {slice.Cases:N0} complaints from {slice.From:yyyy-MM-dd} to {slice.To:yyyy-MM-dd}, {slice.Escalated:N0} of them escalated");

    private static string N(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
