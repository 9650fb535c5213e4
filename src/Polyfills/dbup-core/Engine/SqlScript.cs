using System.Diagnostics;
using System.Text;
using DbUp.Support;

namespace DbUp.Engine;

/// <summary>A script: its name, by which the journal knows it, and its text.</summary>
[DebuggerDisplay("{Name}")]
public class SqlScript
{
    public SqlScript(string name, string contents)
        : this(name, contents, new SqlScriptOptions())
    {
    }

    public SqlScript(string name, string contents, SqlScriptOptions sqlScriptOptions)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Contents = contents;
        SqlScriptOptions = sqlScriptOptions ?? new SqlScriptOptions();
    }

    public virtual string Name { get; }

    public virtual string Contents { get; }

    public SqlScriptOptions SqlScriptOptions { get; }

    public static SqlScript FromFile(string path) => FromFile(path, DbUpDefaults.DefaultEncoding);

    public static SqlScript FromFile(string path, Encoding encoding) =>
        FromFile(Path.GetDirectoryName(Path.GetFullPath(path)), path, encoding);

    public static SqlScript FromFile(string basePath, string path, Encoding encoding) =>
        FromFile(basePath, path, encoding, new SqlScriptOptions());

    /// <summary>The script's name is its path below <paramref name="basePath"/>, with dots for separators.</summary>
    public static SqlScript FromFile(string basePath, string path, Encoding encoding, SqlScriptOptions sqlScriptOptions)
    {
        var below = Path.GetRelativePath(basePath, path);
        if (below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below))
        {
            throw new ArgumentException($"'{path}' does not lie below '{basePath}'.", nameof(path));
        }

        var name = below.Replace(Path.DirectorySeparatorChar, '.').Replace(Path.AltDirectorySeparatorChar, '.');
        using var stream = File.OpenRead(path);
        return FromStream(name, stream, encoding, sqlScriptOptions);
    }

    public static SqlScript FromStream(string scriptName, Stream stream) =>
        FromStream(scriptName, stream, DbUpDefaults.DefaultEncoding);

    public static SqlScript FromStream(string scriptName, Stream stream, Encoding encoding) =>
        FromStream(scriptName, stream, encoding, new SqlScriptOptions());

    public static SqlScript FromStream(string scriptName, Stream stream, Encoding encoding, SqlScriptOptions sqlScriptOptions)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true);
        return new SqlScript(scriptName, reader.ReadToEnd(), sqlScriptOptions);
    }
}

/// <summary>Whether a script runs once or every time, and in which group: lower ones first, names within a group.</summary>
public class SqlScriptOptions
{
    public ScriptType ScriptType { get; set; } = ScriptType.RunOnce;

    public int RunGroupOrder { get; set; } = DbUpDefaults.DefaultRunGroupOrder;
}
