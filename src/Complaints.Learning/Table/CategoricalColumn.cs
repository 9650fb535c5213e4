namespace Complaints.Learning.Table;

/// <summary>A categorical column: codes into a dictionary, −1 is missing, −2 a value that the dictionary lacks.</summary>
public sealed class CategoricalColumn : FeatureColumn
{
    private readonly int[] _codes;

    /// <summary>Takes ownership of the array.</summary>
    /// <param name="codes">Codes between −2 and the dictionary's count less one.</param>
    /// <param name="categories">The names behind the codes.</param>
    public CategoricalColumn(int[] codes, CategoryList categories)
    {
        _codes = codes;
        Categories = categories;
    }

    /// <inheritdoc/>
    public override FeatureKind Kind => FeatureKind.Categorical;

    /// <inheritdoc/>
    public override int Length => _codes.Length;

    /// <summary>The codes by row.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The names behind the codes.</summary>
    public CategoryList Categories { get; }

    /// <inheritdoc/>
    public override FeatureColumn Take(ReadOnlySpan<int> rows)
    {
        int[] taken = new int[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = _codes[rows[i]];
        }

        return new CategoricalColumn(taken, Categories);
    }

    /// <summary>
    /// The same values with the codes of another dictionary; what that dictionary lacks becomes <see cref="CategoryList.Unseen"/>.
    /// </summary>
    public CategoricalColumn Recode(CategoryList target)
    {
        if (ReferenceEquals(target, Categories))
        {
            return this;
        }

        int[] map = target.MapFrom(Categories);
        int[] codes = new int[_codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = _codes[i] < 0 ? _codes[i] : map[_codes[i]];
        }

        return new CategoricalColumn(codes, target);
    }
}
