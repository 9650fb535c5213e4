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
