using DbUp.Support;

namespace DbUp.Engine;

/// <summary>Chooses the scripts to execute, given the names in the journal.</summary>
public interface IScriptFilter
{
    IEnumerable<SqlScript> Filter(IEnumerable<SqlScript> sorted, HashSet<string> executedScriptNames, ScriptNameComparer comparer);
}
