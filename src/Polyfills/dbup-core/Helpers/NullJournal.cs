using System.Data;
using DbUp.Engine;

namespace DbUp.Helpers;

/// <summary>Remembers nothing, so that every script runs every time.</summary>
public class NullJournal : IJournal
{
    public string[] GetExecutedScripts() => [];

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
    }

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
    }
}
