using DbUp.Engine.Transactions;

namespace DbUp.Engine;

public interface IScriptProvider
{
    IEnumerable<SqlScript> GetScripts(IConnectionManager connectionManager);
}
