using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace DbUp.ScriptProviders;

public sealed class StaticScriptProvider(IEnumerable<SqlScript> scripts) : IScriptProvider
{
    public IEnumerable<SqlScript> GetScripts(IConnectionManager connectionManager) => scripts;
}
