namespace Apache.Arrow.Types;

public interface IArrowType
{
    ArrowTypeId TypeId { get; }

    string Name { get; }

    bool IsFixedWidth { get; }
}

public abstract class ArrowType : IArrowType
{
    public abstract ArrowTypeId TypeId { get; }

    public abstract string Name { get; }

    public virtual bool IsFixedWidth => false;
}

/// <summary>A type whose values all have the same number of bits.</summary>
public abstract class FixedWidthType : ArrowType
{
    public override bool IsFixedWidth => true;

    public abstract int BitWidth { get; }
}

/// <summary>A type with fields inside it.</summary>
public abstract class NestedType(IReadOnlyList<Field> fields) : ArrowType
{
    public IReadOnlyList<Field> Fields { get; } = fields;
}
