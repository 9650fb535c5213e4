namespace Complaints.Samples.Files;

/// <summary>What a generator wrote.</summary>
public sealed record GeneratedSample
{
    /// <summary>The true escalation probabilities beside the load set; not loaded.</summary>
    public const string TruthFileName = "truth.csv";

    /// <summary>The folder, ready to be loaded.</summary>
    public required string Folder { get; init; }

    /// <summary>The data cut-off that the load set states.</summary>
    public required DateOnly ExtractDate { get; init; }

    /// <summary>The data files in the order they are loaded.</summary>
    public required IReadOnlyList<GeneratedFile> Files { get; init; }

    /// <summary>
    /// Stages that a load should accept: those in files with a row per stage less the quarantined, and those in rows per complaint.
    /// </summary>
    public required long StageRows { get; init; }

    /// <summary>What a reader of the figures must know: what was left out, made up or could not be equal; complete sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Planted faults; each is in the answer key.</summary>
    public int PlantedFaults { get; init; }

    /// <summary>
    /// The expected ROC-AUC of the true escalation probabilities over answered stage 1 cases: no model can do better than this on average.
    /// Null where the sample has no escalation process.
    /// </summary>
    public double? BestPossibleAuc { get; init; }
}
