using System.Collections.Immutable;

namespace Complaints.Escalation.Registry;

/// <summary>A version's time in use.</summary>
/// <param name="Version">The version.</param>
/// <param name="PromotedAt">Since when, UTC.</param>
internal sealed record Promotion(string Version, DateTimeOffset PromotedAt);

/// <summary>
/// The pointer file of the registry: the version in use and those before it, oldest first. It is replaced in one step, so there is one model in
/// use or another, never none by accident.
/// </summary>
/// <param name="InUse">Promotions in order; the last one is in use. Rolling back takes it off.</param>
/// <param name="RolledBack">Promotions that were taken off.</param>
internal sealed record Promotions(ImmutableArray<Promotion> InUse, ImmutableArray<Promotion> RolledBack)
{
    private const string FileName = "promoted.json";

    public string? Current => InUse.IsEmpty ? null : InUse[^1].Version;

    public static Promotions Read(string models)
    {
        string file = Path.Combine(models, FileName);
        return File.Exists(file) ? RegistryJson.Read<Promotions>(file) : new Promotions([], []);
    }

    public void Write(string models) => AtomicFile.Write(Path.Combine(models, FileName), RegistryJson.ToBytes(this));

    public bool Knew(string version) => InUse.Concat(RolledBack).Any(p => p.Version == version);
}
