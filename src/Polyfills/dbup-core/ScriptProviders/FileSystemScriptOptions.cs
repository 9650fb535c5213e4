using System.Text;

namespace DbUp.ScriptProviders;

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
