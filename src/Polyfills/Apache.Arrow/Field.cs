using Apache.Arrow.Types;

namespace Apache.Arrow;

/// <summary>A column's name and type.</summary>
public class Field(string name, IArrowType dataType, bool nullable, IEnumerable<KeyValuePair<string, string>>? metadata = null)
{
    public string Name { get; } = name;

    public IArrowType DataType { get; } = dataType;

    public bool IsNullable { get; } = nullable;

    public IReadOnlyDictionary<string, string>? Metadata { get; } = metadata is null ? null : new Dictionary<string, string>(metadata);

    public bool HasMetadata => Metadata?.Count > 0;
}
