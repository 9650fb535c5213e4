using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Training;
using Complaints.Learning.Calibration;
using Complaints.Learning.Files;
using Complaints.Warehouse;

namespace Complaints.Escalation.Registry;

/// <summary>The files of one version of a model. They are written once; evaluations, which may come later, are added.</summary>
/// <param name="path">The folder.</param>
internal sealed class ModelFolder(string path)
{
    public const string Open = "open.model.json";
    public const string Answered = "answered.model.json";

    private const string Profile = "profile.json";
    private const string Manifest = "manifest.json";
    private const string Seal = "manifest.sha256";
    private const string Evaluations = "evaluation*.json";

    private static readonly TimeSpan s_settled = TimeSpan.FromHours(1);

    public bool Exists => File.Exists(Path.Combine(path, Manifest));

    /// <summary>Writes a new version into a folder of the registry; it appears whole or not at all.</summary>
    public static ModelManifest Add(string models, TrainedModel trained, TrainingProfile profile, SnapshotInfo snapshot, DateTimeOffset now)
    {
        (string Name, byte[] Bytes)[] files =
        [
            (Open, ModelFile.ToBytes(trained.Model.Open)),
            (Answered, ModelFile.ToBytes(trained.Model.Answered)),
            (Profile, RegistryJson.ToBytes(profile)),
        ];
        ModelManifest manifest = ModelManifest.Of(
            trained, snapshot, now, files.ToImmutableSortedDictionary(f => f.Name, f => Sha256Hex.Of(f.Bytes)));
        string temporary = Path.Combine(models, $".{Path.GetRandomFileName()}{DurableFile.Unfinished}");
        try
        {
            PrivateFiles.CreateFolder(temporary);
            foreach ((string name, byte[] content) in files)
            {
                DurableFile.Replace(Path.Combine(temporary, name), content);
            }

            byte[] bytes = RegistryJson.ToBytes(manifest);
            DurableFile.Replace(Path.Combine(temporary, Manifest), bytes);
            DurableFile.Replace(Path.Combine(temporary, Seal), Encoding.ASCII.GetBytes(Sha256Hex.Of(bytes)));
            Keep(temporary, Path.Combine(models, manifest.Version));
            return manifest;
        }
        finally
        {
            // Half a model is left nowhere: not by a full disk either.
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    /// <summary>Removes what trainings left that were killed while they wrote; one that still runs writes within moments.</summary>
    public static void RemoveLeftovers(string models)
    {
        foreach (DirectoryInfo left in new DirectoryInfo(models).EnumerateDirectories($".*{DurableFile.Unfinished}"))
        {
            try
            {
                if (DateTime.UtcNow - left.LastWriteTimeUtc > s_settled)
                {
                    left.Delete(recursive: true);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another training clears it, or it is another account's.
            }
        }
    }

    // The same model made twice within a second has the same version, and the same files: whoever comes second has nothing to keep.
    private static void Keep(string temporary, string target)
    {
        try
        {
            DurableFile.RenameFolder(temporary, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // It is there.
        }
    }

    /// <summary>SHA-256 of the manifest, lower-case hex.</summary>
    public string ManifestHash() => Sha256Hex.Of(RegularFile.ReadAllBytes(Path.Combine(path, Manifest), Limits.ModelFileBytes));

    /// <summary>Reads the manifest, if it is what was written: its numbers decide what a score means and who is on the list.</summary>
    public ModelManifest ReadManifest()
    {
        string file = Path.Combine(path, Manifest);
        string seal = Path.Combine(path, Seal);
        ModelManifest manifest = RegistryJson.Read<ModelManifest>(file);
        if (!File.Exists(seal) || RegularFile.ReadAllText(seal, Limits.KeyFileBytes).Trim() != ManifestHash())
        {
            throw Damaged(Manifest, $"its hash is not that of '{Seal}'");
        }

        return manifest.Format is >= 1 and <= ModelManifest.CurrentFormat
            ? manifest
            : throw new UserException(
                $"The manifest has form {manifest.Format}.",
                where: file,
                expected: $"form 1 to {ModelManifest.CurrentFormat}",
                fix: "use the version of the program that wrote it, or train again with 'complaints risk train'");
    }

    /// <summary>All evaluations that can be read, oldest first, and what is wrong with the others.</summary>
    public (ImmutableArray<EvaluationRecord> Read, ImmutableArray<string> Problems) ReadEvaluations()
    {
        ImmutableArray<EvaluationRecord>.Builder read = ImmutableArray.CreateBuilder<EvaluationRecord>();
        ImmutableArray<string>.Builder problems = ImmutableArray.CreateBuilder<string>();
        foreach (string file in EvaluationFiles())
        {
            try
            {
                read.Add(RegistryJson.Read<EvaluationRecord>(file));
            }
            catch (UserException e)
            {
                problems.Add($"{Path.GetFileName(file)}: {e.What}");
            }
        }

        return (read.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Adds an evaluation to those there are; call it under <see cref="RegistryLock"/>.</summary>
    /// <returns>It, with its number.</returns>
    public EvaluationRecord AddEvaluation(EvaluationRecord evaluation)
    {
        int number = 1;
        while (File.Exists(EvaluationFile(number)))
        {
            number++;
        }

        EvaluationRecord kept = evaluation with { Number = number };
        DurableFile.Replace(EvaluationFile(number), RegistryJson.ToBytes(kept));
        return kept;
    }

    private string EvaluationFile(int number) =>
        Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"evaluation-{number:0000}.json"));

    private IEnumerable<string> EvaluationFiles() => Directory.EnumerateFiles(path, Evaluations).Order(StringComparer.Ordinal);

    /// <summary>
    /// Reads the model, if its files are what was written and this version of the program computes the features it knows.
    /// </summary>
    public StoredModel ReadModel()
    {
        ModelManifest manifest = ReadManifest();
        RequireSameFeatures(manifest, path);
        CalibratedModel open = Calibrated(manifest, Open);
        CalibratedModel answered = Calibrated(manifest, Answered);
        return open.Schema.Hash == manifest.FeatureHash && answered.Schema.Hash == manifest.FeatureHash
            ? new StoredModel(
                manifest,
                new PhasedModel(open, answered),
                new LabelRule(manifest.HorizonDays, manifest.SettlingDays),
                new WaitingCurve(manifest.StillToCome))
            : throw Damaged(Open, "its feature list is not that of the manifest");
    }

    public TrainingProfile ReadProfile()
    {
        _ = Checked(ReadManifest(), Profile);
        return RegistryJson.Read<TrainingProfile>(Path.Combine(path, Profile));
    }

    private static void RequireSameFeatures(ModelManifest manifest, string path)
    {
        if (manifest.FeatureHash != FeatureList.Schema.Hash)
        {
            throw new UserException(
                $"Model {manifest.Version} was trained on the feature list {Short(manifest.FeatureHash)}; this version of the program computes {Short(FeatureList.Schema.Hash)}.",
                where: path,
                expected: "a model trained by this version of the program",
                fix: "train again with 'complaints risk train', evaluate and promote it");
        }
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private CalibratedModel Calibrated(ModelManifest manifest, string name)
    {
        using MemoryStream stream = new(Checked(manifest, name));
        return ModelFile.Read(stream) as CalibratedModel ?? throw Damaged(name, "it holds no calibrated model");
    }

    private byte[] Checked(ModelManifest manifest, string name)
    {
        string file = Path.Combine(path, name);
        byte[] bytes = File.Exists(file) ? RegularFile.ReadAllBytes(file, Limits.ModelFileBytes) : throw Damaged(name, "it is missing");
        return manifest.Files.TryGetValue(name, out string? hash) && hash == Sha256Hex.Of(bytes)
            ? bytes
            : throw Damaged(name, "its hash is not that of the manifest");
    }

    private UserException Damaged(string name, string why) => new(
        $"The model's file '{name}' cannot be used: {why}.",
        where: path,
        expected: "the files as the program wrote them",
        fix: "restore the folder from a backup, or train again with 'complaints risk train'");
}
