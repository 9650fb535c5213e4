using DbUp.Support;

namespace DbUp.Engine;

public interface IScriptSorter
{
    IEnumerable<SqlScript> Sort(IEnumerable<SqlScript> scripts, ScriptNameComparer comparer);
}
