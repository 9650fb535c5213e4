using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Escalation.Training;
using Complaints.Warehouse;

namespace Complaints.Escalation.Registry;

/// <summary>
/// The models of a warehouse, in a folder beside its data: a folder a version, and a pointer file that says which one is in use. Safe for
/// readers while another process trains or promotes.
/// </summary>
/// <param name="folder">The registry's folder; it need not exist.</param>
/// <param name="clock">For the times that are noted.</param>
public sealed partial class ModelRegistry(string folder, TimeProvider clock)
{
    /// <summary>Name of the registry's folder within a warehouse's.</summary>
    public const string FolderName = "models";

    /// <summary>The registry's folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The version in use; null when there is none.</summary>
    /// <exception cref="UserException">The pointer file cannot be read.</exception>
    public string? PromotedVersion => Promotions.Read(Folder).Current;

    /// <summary>The registry of the warehouse at a location.</summary>
    public static ModelRegistry Beside(WarehouseLocation location, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(location);
        return new ModelRegistry(Path.Combine(location.Folder, FolderName), clock);
    }

    /// <summary>Keeps a trained model. It is not in use before it is promoted.</summary>
    /// <param name="trained">The model.</param>
    /// <param name="profile">What its training rows looked like.</param>
    /// <param name="snapshot">The warehouse it was trained on.</param>
    public ModelManifest Add(TrainedModel trained, TrainingProfile profile, SnapshotInfo snapshot)
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(snapshot);
        PrivateFiles.CreateFolder(Folder);
        ModelFolder.RemoveLeftovers(Folder);
        return ModelFolder.Add(Folder, trained, profile, snapshot, clock.GetUtcNow());
    }

    /// <summary>All models that can be read, oldest first. One that cannot does not stop the others: see <see cref="Broken"/>.</summary>
    public IReadOnlyList<RegisteredModel> List()
    {
        Promotions promotions = Promotions.Read(Folder);
        return [.. Versions().Select(version => Try(version, promotions).Model).OfType<RegisteredModel>()];
    }

    /// <summary>Versions that cannot be read, oldest first, with what is wrong with each.</summary>
    public IReadOnlyList<BrokenModel> Broken()
    {
        Promotions promotions = Promotions.Read(Folder);
        return [.. Versions().Select(version => Try(version, promotions).Broken).OfType<BrokenModel>()];
    }

    /// <summary>A model: by version, else the one in use, else the newest.</summary>
    /// <exception cref="UserException">There is no such model, or none at all.</exception>
    public RegisteredModel Find(string? version = null)
    {
        version ??= PromotedVersion ?? (List() is [.., RegisteredModel newest] ? newest.Manifest.Version : throw NoModel());
        return Registered(Existing(version), Promotions.Read(Folder));
    }

    /// <summary>Reads a model, to score with it.</summary>
    /// <exception cref="UserException">There is none, its files were changed, or it was trained on another feature list.</exception>
    public StoredModel Load(string? version = null) => At(Find(version).Manifest.Version).ReadModel();

    /// <summary>What the rows a model was trained on looked like.</summary>
    /// <exception cref="UserException">As for <see cref="Load"/>.</exception>
    public TrainingProfile Profile(string version) => Existing(version).ReadProfile();

    /// <summary>Keeps an evaluation with its model, beside those there are.</summary>
    public EvaluationRecord Keep(string version, EscalationEvaluation evaluation, SnapshotInfo snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ModelFolder at = Existing(version);
        using IDisposable held = RegistryLock.Take(Folder);
        return at.AddEvaluation(new EvaluationRecord(
            clock.GetUtcNow(), snapshot.Generation, snapshot.LastLoadId, at.ReadManifest().FeatureHash, evaluation));
    }

    /// <summary>
    /// Puts a model into use, on the newest evaluation that something can be decided on. No evaluation of the same data may speak against
    /// it: else a poor model would pass once it was judged often enough.
    /// </summary>
    /// <exception cref="UserException">
    /// It was not evaluated, or not sufficiently, or does not beat the rule on later months, or cannot be read.
    /// </exception>
    public RegisteredModel Promote(string version)
    {
        ModelFolder at = Existing(version);
        using IDisposable held = RegistryLock.Take(Folder);
        RegisteredModel model = Registered(at, Promotions.Read(Folder));
        EvaluationRecord on = PromotionGate.Of(model);
        _ = at.ReadModel();
        Promotions promotions = Promotions.Read(Folder);
        if (promotions.Current != version)
        {
            Promotion promotion = new(version, clock.GetUtcNow(), on.Number, at.ManifestHash());
            (promotions with { InUse = promotions.InUse.Add(promotion) }).Write(Folder);
        }

        return Find(version);
    }

    /// <summary>Takes the model in use out of use, and puts the one before it back; null when there was none before.</summary>
    /// <exception cref="UserException">No model is in use, or the one before cannot be read.</exception>
    public RegisteredModel? RollBack()
    {
        if (PromotedVersion is null)
        {
            throw NoneInUse();
        }

        using IDisposable held = RegistryLock.Take(Folder);
        Promotions promotions = Promotions.Read(Folder);
        if (promotions.InUse.IsEmpty)
        {
            throw NoneInUse();
        }

        ImmutableArray<Promotion> left = promotions.InUse.RemoveAt(promotions.InUse.Length - 1);
        if (!left.IsEmpty)
        {
            _ = Existing(left[^1].Version).ReadModel();
        }

        new Promotions(left, promotions.RolledBack.Add(promotions.InUse[^1])).Write(Folder);
        return left.IsEmpty ? null : Find(left[^1].Version);
    }

    private UserException NoneInUse() => new(
        "No model is in use.", where: Folder, expected: "a promoted model", fix: "promote one with 'complaints risk promote'");

    private (RegisteredModel? Model, BrokenModel? Broken) Try(string version, Promotions promotions)
    {
        try
        {
            return (Registered(At(version), promotions), null);
        }
        catch (UserException why)
        {
            return (null, new BrokenModel(version, why));
        }
    }

    private IEnumerable<string> Versions() => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder)
            .Select(path => Path.GetFileName(path))
            .Where(name => VersionForm().IsMatch(name) && At(name).Exists)
            .Order(StringComparer.Ordinal)
        : [];

    private RegisteredModel Registered(ModelFolder at, Promotions promotions)
    {
        ModelManifest manifest = at.ReadManifest();
        Promotion? promotion = promotions.Of(manifest.Version);
        if (promotion?.ManifestHash is string hash && hash != at.ManifestHash())
        {
            throw new UserException(
                $"The manifest of model {manifest.Version} is not the one it was promoted with.",
                where: Folder,
                expected: "the manifest as it was when the model was promoted",
                fix: "restore the folder from a backup, or roll back with 'complaints risk rollback'");
        }

        (ImmutableArray<EvaluationRecord> evaluations, ImmutableArray<string> problems) = at.ReadEvaluations();
        EvaluationRecord? evaluation = (promotion is null ? null : evaluations.FirstOrDefault(e => e.Number == promotion.Evaluation))
            ?? PromotionGate.Decisive(evaluations)
            ?? evaluations.LastOrDefault();
        return new RegisteredModel(manifest, evaluation, StatusOf(manifest.Version, evaluation, promotions))
        {
            Evaluations = evaluations,
            Problems = problems,
        };
    }

    private static ModelStatus StatusOf(string version, EvaluationRecord? evaluation, Promotions promotions)
    {
        if (promotions.Current == version)
        {
            return ModelStatus.Promoted;
        }

        return evaluation?.Evaluation is { IsSufficient: true, BeatsRule: false } ? ModelStatus.Refused
            : promotions.Knew(version) ? ModelStatus.Retired
            : evaluation?.Evaluation is { IsPromotable: true } ? ModelStatus.Promotable
            : ModelStatus.Trained;
    }

    private ModelFolder At(string version) => new(Path.Combine(Folder, version));

    // The version becomes part of a path, so only names of our own form are looked at.
    private ModelFolder Existing(string version) => VersionForm().IsMatch(version) && At(version).Exists
        ? At(version)
        : throw new UserException(
            $"There is no model '{version}'.",
            where: Folder,
            expected: "a version as 'complaints risk models' lists it",
            fix: "choose one of the list");

    private UserException NoModel() => new(
        "There is no model yet.",
        where: Folder,
        expected: "a trained model",
        fix: "train one with 'complaints risk train', evaluate it and promote it");

    [GeneratedRegex(@"^[0-9]{8}-[0-9]{6}-[0-9a-f]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionForm();
}
