using DbUp.Support;

namespace DbUp.Engine;

/// <summary>Whether a script runs once or every time, and in which group: lower ones first, names within a group.</summary>
public class SqlScriptOptions
{
    public ScriptType ScriptType { get; set; } = ScriptType.RunOnce;

    public int RunGroupOrder { get; set; } = DbUpDefaults.DefaultRunGroupOrder;
}
