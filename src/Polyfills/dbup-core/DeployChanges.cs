using DbUp.Builder;

namespace DbUp;

/// <summary>Where every upgrade begins: <c>DeployChanges.To.SomeDatabase(…)</c>, the targets being extension methods.</summary>
public static class DeployChanges
{
    public static SupportedDatabases To { get; } = new();
}
