using System.Collections.Immutable;
using Complaints.Domain;
using Complaints.Domain.Storage;

namespace Complaints.Escalation.Registry;

/// <summary>
/// The pointer file of the registry: the version in use and those before it, oldest first. It is replaced in one step, so there is one
/// model in use or another, never none by accident.
/// </summary>
/// <param name="InUse">Promotions in order; the last one is in use. Rolling back takes it off.</param>
/// <param name="RolledBack">Promotions that were taken off.</param>
internal sealed record Promotions(ImmutableArray<Promotion> InUse, ImmutableArray<Promotion> RolledBack)
{
    private const string FileName = "promoted.json";

    public string? Current => InUse.IsEmpty ? null : InUse[^1].Version;

    /// <summary>The promotion in use, if it is of this version.</summary>
    public Promotion? Of(string version) => Current == version ? InUse[^1] : null;

    public static Promotions Read(string models)
    {
        string file = Path.Combine(models, FileName);
        RegularFile.Require(file, Limits.ModelFileBytes);
        return File.Exists(file) ? RegistryJson.Read<Promotions>(file) : new Promotions([], []);
    }

    /// <summary>Replaces the pointer file; call it under <see cref="RegistryLock"/>.</summary>
    public void Write(string models)
    {
        string file = Path.Combine(models, FileName);
        DurableFile.RemoveLeftovers(file);
        DurableFile.Replace(file, RegistryJson.ToBytes(this));
    }

    public bool Knew(string version) => InUse.Concat(RolledBack).Any(p => p.Version == version);
}
