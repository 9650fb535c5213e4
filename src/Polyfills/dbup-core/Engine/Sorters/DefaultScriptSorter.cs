using DbUp.Support;

namespace DbUp.Engine.Sorters;

/// <summary>By group, then by name.</summary>
public class DefaultScriptSorter : IScriptSorter
{
    public IEnumerable<SqlScript> Sort(IEnumerable<SqlScript> scripts, ScriptNameComparer comparer) =>
        scripts.OrderBy(script => script.SqlScriptOptions.RunGroupOrder).ThenBy(script => script.Name, comparer);
}
