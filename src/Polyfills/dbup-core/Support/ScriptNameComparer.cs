namespace DbUp.Support;

/// <summary>The order and equality of script names.</summary>
public class ScriptNameComparer : IComparer<string>, IEqualityComparer<string>
{
    private readonly IComparer<string> comparer;

    public ScriptNameComparer(IComparer<string> comparer)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        this.comparer = comparer;
    }

    public int Compare(string x, string y) => comparer.Compare(x, y);

    public bool Equals(string x, string y) => comparer.Compare(x, y) == 0;

    public int GetHashCode(string obj) => obj.GetHashCode(StringComparison.Ordinal);
}
