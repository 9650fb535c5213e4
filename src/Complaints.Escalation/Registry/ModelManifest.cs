using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Complaints.Learning.Table;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Features;
using Complaints.Escalation.Training;
using Complaints.Warehouse;

namespace Complaints.Escalation.Registry;

/// <summary>A feature as a model knew it.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Direction">"rising" or "falling" where the risk may move in one direction only, else "any".</param>
public sealed record ManifestFeature(string Name, string Title, string Unit, string Direction);

/// <summary>What must be known of a model to use it, to judge it and to make it again. Written once, with the model.</summary>
public sealed record ModelManifest
{
    /// <summary>Version of this file's form.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the form it was written in.</summary>
    public required int Format { get; init; }

    /// <summary>The model's version: when it was made and the beginning of its hash.</summary>
    public required string Version { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Generation of the warehouse it was trained on.</summary>
    public required int WarehouseGeneration { get; init; }

    /// <summary>Newest load of that generation.</summary>
    public required int WarehouseLoad { get; init; }

    /// <summary>The day whose knowledge it was trained with.</summary>
    public required DateOnly TrainedAsOf { get; init; }

    /// <summary>What the model learned from.</summary>
    public required TrainingSlice Fitted { get; init; }

    /// <summary>What only the calibration saw.</summary>
    public required TrainingSlice Calibrated { get; init; }

    /// <summary>The last day of a case that it learned from: of days up to this one it knew the outcomes.</summary>
    [JsonIgnore]
    public DateOnly LearnedTo => Fitted.To > Calibrated.To ? Fitted.To : Calibrated.To;

    /// <summary>Cases left out because the quarantine held a stage of theirs back.</summary>
    public int HeldBackCases { get; init; }

    /// <summary>Rows held back that may be stage 2 and named no case: escalations that could not be learned from.</summary>
    public int HeldBackRowsWithoutCase { get; init; }

    /// <summary>Kind of the model behind the calibration.</summary>
    public required string Learner { get; init; }

    /// <summary>Why the calibration is not the one asked for; null where it is.</summary>
    public string? CalibrationCaution { get; init; }

    /// <summary>
    /// What learned it. Manifests of before there was a choice do not say; then it was the project's own learner of that kind.
    /// </summary>
    public LearnerIdentity TrainedBy { get => field ?? new LearnerIdentity(Learner, Learner, KeepsDirections: true); init; }

    /// <summary>The seed of the training.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Calendar days after the response during which a request for stage 2 counts.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>Further calendar days before an outcome of an open case was learned from.</summary>
    public required int SettlingDays { get; init; }

    /// <summary>Hash of the feature list.</summary>
    public required string FeatureHash { get; init; }

    /// <summary>The feature list.</summary>
    public required ImmutableArray<ManifestFeature> Features { get; init; }

    /// <summary>Share of the escalations still to come, by day after the response.</summary>
    public required ImmutableArray<double> StillToCome { get; init; }

    /// <summary>Figures on the calibration slice; the figures to quote are those of the evaluation.</summary>
    public required EvaluationReport OnCalibration { get; init; }

    /// <summary>The model's files with the SHA-256 of each, lower-case hex.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>Builds the manifest of a trained model.</summary>
    internal static ModelManifest Of(
        TrainedModel trained, SnapshotInfo snapshot, DateTimeOffset createdAt, ImmutableSortedDictionary<string, string> files) => new()
        {
            Format = CurrentFormat,
            Version = VersionOf(createdAt, files),
            CreatedAt = createdAt,
            WarehouseGeneration = snapshot.Generation,
            WarehouseLoad = snapshot.LastLoadId,
            TrainedAsOf = trained.AsOf,
            Fitted = trained.Fitted,
            Calibrated = trained.Calibrated,
            HeldBackCases = trained.HeldBackCases,
            HeldBackRowsWithoutCase = trained.HeldBackRowsWithoutCase,
            Learner = trained.Kind,
            CalibrationCaution = trained.CalibrationCaution,
            TrainedBy = trained.Learner,
            Seed = trained.Seed,
            HorizonDays = trained.Rule.HorizonDays,
            SettlingDays = trained.Rule.SettlingDays,
            FeatureHash = trained.FeatureHash,
            Features =
            [
                .. FeatureList.All.Select(
                    f => new ManifestFeature(
                        f.Name, f.Title, f.Unit, Direction(trained.Learner.KeepsDirections ? f.Monotone : Monotone.None))),
            ],
            StillToCome = trained.Waiting.StillToCome,
            OnCalibration = trained.OnCalibration,
            Files = files,
        };

    private static string VersionOf(DateTimeOffset createdAt, ImmutableSortedDictionary<string, string> files) => string.Create(
        CultureInfo.InvariantCulture, $"{createdAt.UtcDateTime:yyyyMMdd-HHmmss}-{files[ModelFolder.Answered][..8]}");

    private static string Direction(Monotone monotone) => monotone switch
    {
        Monotone.Increasing => "rising",
        Monotone.Decreasing => "falling",
        _ => "any",
    };
}
