using Apache.Arrow.Types;

namespace Apache.Arrow;

/// <summary>The columns of a batch, in order.</summary>
public class Schema(IEnumerable<Field> fields, IEnumerable<KeyValuePair<string, string>>? metadata)
{
    public IReadOnlyList<Field> FieldsList { get; } = [.. fields];

    public IReadOnlyDictionary<string, string>? Metadata { get; } = metadata is null ? null : new Dictionary<string, string>(metadata);

    public bool HasMetadata => Metadata?.Count > 0;

    public Field GetFieldByIndex(int i) => FieldsList[i];

    public Field? GetFieldByName(string name) => FieldsList.FirstOrDefault(field => field.Name == name);

    /// <summary>The place of the first column of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public int GetFieldIndex(string name, IEqualityComparer<string>? comparer = null)
    {
        comparer ??= StringComparer.Ordinal;
        foreach (var (index, field) in FieldsList.Index())
        {
            if (comparer.Equals(field.Name, name))
            {
                return index;
            }
        }

        throw new InvalidOperationException($"There is no column '{name}'; there are {string.Join(", ", FieldsList.Select(field => field.Name))}.");
    }
}

/// <summary>A column's name and type.</summary>
public class Field(string name, IArrowType dataType, bool nullable, IEnumerable<KeyValuePair<string, string>>? metadata = null)
{
    public string Name { get; } = name;

    public IArrowType DataType { get; } = dataType;

    public bool IsNullable { get; } = nullable;

    public IReadOnlyDictionary<string, string>? Metadata { get; } = metadata is null ? null : new Dictionary<string, string>(metadata);

    public bool HasMetadata => Metadata?.Count > 0;
}
