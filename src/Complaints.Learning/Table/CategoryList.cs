using System.Collections.Immutable;

namespace Complaints.Learning.Table;

/// <summary>
/// The categories of one column and their codes: code i is <c>Names[i]</c>, −1 is missing, −2 is a value that is not among them.
/// </summary>
public sealed class CategoryList
{
    /// <summary>The code of a value that is missing.</summary>
    public const int Missing = -1;

    /// <summary>
    /// The code of a value that is there and not in the dictionary: a contractor that is new is no contractor that is not known.
    /// </summary>
    public const int Unseen = -2;

    private readonly Dictionary<string, int> _codes;

    /// <summary>Builds a dictionary; the order of <paramref name="names"/> gives the codes.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public CategoryList(IEnumerable<string> names)
    {
        Names = [.. names];
        _codes = new Dictionary<string, int>(Names.Length, StringComparer.Ordinal);
        for (int i = 0; i < Names.Length; i++)
        {
            if (!_codes.TryAdd(Names[i], i))
            {
                throw new ArgumentException($"Category '{Names[i]}' occurs twice.", nameof(names));
            }
        }
    }

    /// <summary>Category names by code.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Number of categories.</summary>
    public int Count => Names.Length;

    /// <summary>The code of a name, <see cref="Missing"/> for none, or <see cref="Unseen"/>.</summary>
    public int CodeOf(string? name) => name is null ? Missing : _codes.GetValueOrDefault(name, Unseen);

    /// <summary>For each code of <paramref name="other"/>, the code here, so that columns of two tables can be compared.</summary>
    public int[] MapFrom(CategoryList other)
    {
        int[] map = new int[other.Count];
        for (int i = 0; i < map.Length; i++)
        {
            map[i] = CodeOf(other.Names[i]);
        }

        return map;
    }
}
