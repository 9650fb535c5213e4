namespace Complaints.Etl.Tests.Extract;

/// <summary>A bad input.</summary>
/// <param name="Name">What is bad about it.</param>
/// <param name="File">Its name.</param>
/// <param name="Make">Writes it to a path.</param>
/// <param name="Mapping">The mapping to load it with; null for the usual one.</param>
internal sealed record MalformedCase(string Name, string File, Action<string> Make, string? Mapping = null)
{
    internal static MalformedCase Of(string name, string file, byte[] content, string? mapping = null) =>
        new(name, file, path => System.IO.File.WriteAllBytes(path, content), mapping);

    internal static MalformedCase Of(string name, string file, string content, string? mapping = null) =>
        Of(name, file, System.Text.Encoding.UTF8.GetBytes(content), mapping);

    public override string ToString() => Name;
}
