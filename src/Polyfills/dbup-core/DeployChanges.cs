using System.Text;
using DbUp.Builder;

namespace DbUp;

/// <summary>Where every upgrade begins: <c>DeployChanges.To.SomeDatabase(…)</c>, the targets being extension methods.</summary>
public static class DeployChanges
{
    public static SupportedDatabases To { get; } = new();
}

public static class DbUpDefaults
{
    public static readonly Encoding DefaultEncoding = Encoding.UTF8;

    public static readonly int DefaultRunGroupOrder = 100;
}
