using System.Text;
using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace DbUp.ScriptProviders;

/// <summary>The scripts of a folder.</summary>
public class FileSystemScriptProvider : IScriptProvider
{
    private readonly string directoryPath;
    private readonly FileSystemScriptOptions options;
    private readonly SqlScriptOptions sqlScriptOptions;

    public FileSystemScriptProvider(string directoryPath)
        : this(directoryPath, new FileSystemScriptOptions())
    {
    }

    public FileSystemScriptProvider(string directoryPath, FileSystemScriptOptions options)
        : this(directoryPath, options, new SqlScriptOptions())
    {
    }

    public FileSystemScriptProvider(string directoryPath, FileSystemScriptOptions options, SqlScriptOptions sqlScriptOptions)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.directoryPath = directoryPath;
        this.options = options;
        this.sqlScriptOptions = sqlScriptOptions;
    }

    public IEnumerable<SqlScript> GetScripts(IConnectionManager connectionManager)
    {
        var depth = options.IncludeSubDirectories ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        var scripts = options.Extensions
            .SelectMany(extension => Directory.GetFiles(directoryPath, extension, depth))
            .Where(IsWanted)
            .Select(Read)
            .OrderBy(script => script.Name, StringComparer.Ordinal)
            .ToList();

        var twice = scripts.GroupBy(script => script.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? scripts
            : throw new InvalidOperationException($"Two scripts below '{directoryPath}' have the name '{twice.Key}'.");
    }

    private bool IsWanted(string path) =>
        options.Filter?.Invoke(options.UseOnlyFilenameForScriptName ? Path.GetFileName(path) : path) ?? true;

    private SqlScript Read(string path) => SqlScript.FromFile(
        options.UseOnlyFilenameForScriptName ? Path.GetDirectoryName(path) : directoryPath, path, options.Encoding, sqlScriptOptions);
}

public class FileSystemScriptOptions
{
    public bool IncludeSubDirectories { get; set; }

    /// <summary>Names scripts by their file alone, not by their path below the folder.</summary>
    public bool UseOnlyFilenameForScriptName { get; set; }

    /// <summary>Takes a file's full path (its name alone with <see cref="UseOnlyFilenameForScriptName"/>); null takes all.</summary>
    public Func<string, bool> Filter { get; set; }

    public Encoding Encoding { get; set; } = DbUpDefaults.DefaultEncoding;

    public string[] Extensions { get; set; } = ["*.sql"];
}

public sealed class StaticScriptProvider(IEnumerable<SqlScript> scripts) : IScriptProvider
{
    public IEnumerable<SqlScript> GetScripts(IConnectionManager connectionManager) => scripts;
}
