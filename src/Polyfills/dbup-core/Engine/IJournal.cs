using System.Data;

namespace DbUp.Engine;

/// <summary>What was executed: read before an upgrade, written with each script in that script's transaction.</summary>
public interface IJournal
{
    string[] GetExecutedScripts();

    void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory);

    void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory);
}
