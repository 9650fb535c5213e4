using System.Globalization;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
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
        Datasets(page);
        Data(page, model, details);
    }

    private static void System(CardPage page, CardDetails details)
    {
        page.Heading(3, "4.1 System");
        page.Field("2.4.1.1", "System architecture", $"The landlord's complaint data are loaded into a warehouse that keeps what was known when. Features, training, scoring and this card run on the landlord's own machine; no data leave it.");
        page.Field("2.4.1.2", "Phase", details.Phase, "phase");
        page.Field("2.4.1.3", "Maintenance", $"`complaints risk monitor` compares features and scores with training (population stability) and predictions with outcomes as they become known, with alarm thresholds. A model can be rolled back in one step.");
        page.Field("2.4.1.4", "Models", $"One model of the kind described in 4.2, with one calibration for open cases and one for answered cases.");
        page.Field("2.4.1.5", "System-level input", $"Extracts of the landlord's complaint, contact, action and property records, as the warehouse holds them on a day.");
        page.Field("2.4.1.6", "System-level output", $"A list of open and recently answered complaints with probability, reasons and days against the Code's clock; an explanation of each; this record.");
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

    private static void Datasets(CardPage page)
    {
        page.Field("2.4.2.8", "Datasets", $"Complaints of this warehouse with a known outcome, in order of time: learned from, stopped early on, calibrated on; and later months, of which the model of each month saw nothing, for judging.");
        page.Field("2.4.2.9", "Dataset purposes", $"The earliest to train, later ones to stop the training early, later ones still to calibrate; the months after to evaluate. How many of each: 2.4.3.5.");
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
        page.Paragraph($"Evaluation {record.Number}, made on {record.EvaluatedAt.UtcDateTime:yyyy-MM-dd} by rolling origin: each month by a model trained on what was known the day before it began. In brackets 95 % bootstrap intervals over households; the calibration error is free of what chance adds to it.");
        page.Line();
        foreach (PointKind kind in evaluation.Models.Select(m => m.Kind).Distinct().OrderDescending())
        {
            Models(page, evaluation, kind);
        }

        page.Paragraph($"{evaluation.Verdict} Over logistic regression: {evaluation.OverLogistic}.");
        page.Line();
        Waiting(page, evaluation);
        Parts(page, evaluation, maySee);
    }

    private static void Models(CardPage page, EscalationEvaluation evaluation, PointKind kind)
    {
        ModelFigures[] models = [.. evaluation.Models.Where(m => m.Kind == kind)];
        string months = models[0].Months is [DateOnly first, .., DateOnly last]
            ? string.Create(CultureInfo.InvariantCulture, $"{models[0].Months.Length} months, {first:yyyy-MM} to {last:yyyy-MM}")
            : "one month";
        page.Paragraph($"{Moment(kind)}, {months}: {models[0].Figures.Rows:N0} moments, {models[0].Figures.Positives:N0} escalated.");
        page.Line();
        page.Row("model", "ROC-AUC", "PR-AUC", "Brier", "calibration error", "recall top 10 %", "precision top 10 %");
        page.Rule(7);
        foreach (ModelFigures model in models)
        {
            EvaluationReport figures = model.Figures;
            TopShareIntervals top = figures.Top[1];
            page.Row(
                model.Model,
                $"{figures.RocAuc}",
                $"{figures.AveragePrecision}",
                $"{figures.Brier}",
                $"{figures.CalibrationError}",
                $"{top.Recall}",
                $"{top.Precision}");
        }

        page.Line();
    }

    private static void Waiting(CardPage page, EscalationEvaluation evaluation)
    {
        if (evaluation.Waiting.IsEmpty)
        {
            return;
        }

        page.Paragraph($"Answered cases by days since the response:");
        page.Line();
        page.Row("days", "predicted", "observed");
        page.Rule(3);
        foreach (WaitingFigures waiting in evaluation.Waiting)
        {
            page.Row(
                string.Create(CultureInfo.InvariantCulture, $"{waiting.FromDay} to {waiting.ToDay}"),
                waiting.MeanProbability.ToString("0.000", CultureInfo.InvariantCulture),
                waiting.ObservedRate.ToString("0.000", CultureInfo.InvariantCulture));
        }

        page.Line();
    }

    // What areas, stock types and tenures add up to is of all landlords: with one's own figures at hand the others' could be taken from it.
    private static void Parts(CardPage page, EscalationEvaluation evaluation, Func<string, bool> maySee)
    {
        bool seesAll = evaluation.Slices.Where(slice => slice.By == "landlord").All(slice => maySee(slice.Value));
        page.Paragraph($"By part of the cases{(seesAll ? "" : "; parts that hold other landlords' cases as well are left out")}:");
        page.Line();
        page.Row("by", "value", "cases", "escalated", "predicted", "ROC-AUC", "calibration error");
        page.Rule(7);
        foreach (SliceFigures slice in evaluation.Slices.Where(slice => slice.By == "landlord" ? maySee(slice.Value) : seesAll))
        {
            page.Row(
                slice.By, slice.Value.Length == 0 ? "(not recorded)" : slice.Value, N(slice.Cases), N(slice.Escalated),
                slice.MeanProbability.ToString("0.000", CultureInfo.InvariantCulture),
                slice.RocAuc?.ToString() ?? "too few",
                slice.CalibrationError?.ToString() ?? "too few");
        }

        page.Line();
    }

    private static string Moment(PointKind kind) => kind switch
    {
        PointKind.Acknowledgement => "At the acknowledgement",
        PointKind.WeekOpen => "At each week open",
        _ => "At the stage 1 response",
    };

    private static void Data(CardPage page, RegisteredModel model, CardDetails details)
    {
        ModelManifest manifest = model.Manifest;
        page.Heading(3, "4.3 Data");
        page.Field("2.4.3.1", "Source data name", $"Complaints warehouse, generation {manifest.WarehouseGeneration}, load {manifest.WarehouseLoad}.");
        page.Field("2.4.3.2", "Data modality", $"Tabular; no free text.");
        page.Field("2.4.3.3", "Data description", $"Stage 1 complaints with contacts, promises and requests for stage 2. A complaint whose horizon has not passed counts neither as escalated nor as not, and is in neither training nor evaluation.");
        page.Field("2.4.3.4", "Source data URL", details.SourceDataUrl, "source_data_url");
        page.Field("2.4.3.5", "Data quantities", $"Learned from {Slice(manifest.Fitted)}. Calibrated on {Slice(manifest.Calibrated)}, not learned from. The complaints of the calibration ended their stage 1 later than all those learned from; they were open beside them before, so that the moments overlap.{Judged(model.Evaluation)}");
        page.Field("2.4.3.6", "Sensitive attributes", $"None. No protected characteristic of the Equality Act 2010 is a feature, nor is a name, an address or a postcode. The household is a number that stands for a pseudonym, used to count its earlier complaints.");
        page.Field("2.4.3.7", "Data completeness and representativeness", $"What the landlord's systems record. A missing value is read as missing, never filled in. Tenures and areas with few escalations are shown as too few above, and no claim is made for them.");
        page.Field("2.4.3.8", "Data collection", details.DataCollection, "data_collection");
        page.Field("2.4.3.9", "Data cleaning", $"Each row is checked by rules when it is loaded. A row that breaks one is held back, with rule, value and what was expected, until a person mends it; corrections (of blanks, of number forms) are counted by rule. Nothing is guessed.");
        page.Field("2.4.3.10", "Data sharing agreements", details.DataSharing, "data_sharing");
        page.Field("2.4.3.11", "Data access and storage", details.DataAccessAndStorage, "data_access_and_storage");
        page.Paragraph($"As far as the tool goes: scores and reasons are kept in the warehouse with the day and the model's version, a landlord's staff see that landlord's cases alone, and every reading is recorded. It runs on the organisation's own machine; no data leave it. In use it reads the same warehouse after each load, and a feature reads only what was known on the day of the score.");
        page.Line();
        page.Paragraph($"Features:");
        page.Line();
        page.Row("feature", "what it is", "unit", "risk may move");
        page.Rule(4);
        foreach (ManifestFeature feature in manifest.Features)
        {
            page.Row($"`{feature.Name}`", feature.Title, feature.Unit, feature.Direction);
        }
    }

    private static string Judged(EvaluationRecord? record) => record is null || record.Evaluation.Months.IsEmpty
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" Judged on {record.Evaluation.Months.Sum(m => m.Answered):N0} answered complaints, {record.Evaluation.Months.Sum(m => m.Escalated):N0} of them escalated.");

    private static string Architecture(ModelManifest manifest)
    {
        LearnerIdentity learner = manifest.TrainedBy;
        string by = learner.Title == manifest.Learner ? "" : $", learned by {learner.Title}";
        string directions = learner.KeepsDirections ? "monotone where a direction is certain" : "no direction imposed on any feature";
        return manifest.Learner switch
        {
            "trees" => $"Gradient-boosted decision trees on histograms{by}, shallow, missing values native, {directions}, stopped early on later data; Platt calibration on later data still.",
            "blend" => $"Mean of the log-odds of gradient-boosted decision trees on histograms, shallow and stopped early on later data, and of regularised logistic regression{by}; {directions}; Platt calibration on later data still.",
            "logistic" => $"Regularised logistic regression{by}; Platt calibration on later data.",
            _ => $"{learner.Title}; Platt calibration on later data.",
        };
    }

    private static string Slice(TrainingSlice slice) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slice.Rows:N0} moments of {slice.Cases:N0} complaints from {slice.From:yyyy-MM-dd} to {slice.To:yyyy-MM-dd}, {slice.Escalated:N0} of them escalated");

    private static string N(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
