namespace Complaints.Architecture.Tests;

/// <summary>The checkout that the tests were built from, and its tracked source files.</summary>
internal static class Repository
{
    private static readonly string[] LeftOut = ["artifacts", ".git", "node_modules", "bin", "obj", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<SourceFile> CSharp(params string[] folders) =>
        Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)
                && folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)))
            .Select(path => new SourceFile(path));

    /// <summary>The projects of <c>src</c>, by name.</summary>
    public static IReadOnlyList<string> Products { get; } = [.. Files
        .Where(path => path.StartsWith("src/Complaints.", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path))];

    public static string Absolute(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Complaints.Warehouse.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Complaints.Warehouse.sln above {AppContext.BaseDirectory}.");
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (string child in Directory.EnumerateDirectories(folder))
        {
            if (!LeftOut.Contains(Path.GetFileName(child)))
            {
                foreach (string file in Walk(child))
                {
                    yield return file;
                }
            }
        }
    }
}
