namespace Apache.Arrow.Types;

public sealed class ListType(Field valueField) : NestedType([valueField])
{
    public Field ValueField => Fields[0];

    public IArrowType ValueDataType => ValueField.DataType;

    public override ArrowTypeId TypeId => ArrowTypeId.List;

    public override string Name => "list";
}

public sealed class StructType(IReadOnlyList<Field> fields) : NestedType(fields)
{
    public override ArrowTypeId TypeId => ArrowTypeId.Struct;

    public override string Name => "struct";
}

public sealed class NullType : ArrowType
{
    public static readonly NullType Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Null;

    public override string Name => "null";
}

public sealed class StringType : ArrowType
{
    public static readonly StringType Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.String;

    public override string Name => "utf8";
}

public sealed class BinaryType : ArrowType
{
    public static readonly BinaryType Default = new();

    public override ArrowTypeId TypeId => ArrowTypeId.Binary;

    public override string Name => "binary";
}
