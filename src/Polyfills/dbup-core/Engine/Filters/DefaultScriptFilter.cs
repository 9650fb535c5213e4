using DbUp.Support;

namespace DbUp.Engine.Filters;

/// <summary>Scripts that the journal does not name, and those that run every time.</summary>
public class DefaultScriptFilter : IScriptFilter
{
    public IEnumerable<SqlScript> Filter(IEnumerable<SqlScript> sorted, HashSet<string> executedScriptNames, ScriptNameComparer comparer) =>
        sorted.Where(script => script.SqlScriptOptions.ScriptType == ScriptType.RunAlways
            || !executedScriptNames.Contains(script.Name, comparer));
}
