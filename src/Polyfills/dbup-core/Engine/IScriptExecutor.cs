namespace DbUp.Engine;

/// <summary>Executes one script and journals it.</summary>
public interface IScriptExecutor
{
    int? ExecutionTimeoutSeconds { get; set; }

    void Execute(SqlScript script);

    void Execute(SqlScript script, IDictionary<string, string> variables);

    void VerifySchema();
}
