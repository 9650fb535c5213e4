namespace Apache.Arrow;

public class NullArray(ArrayData data) : Array(data)
{
    public override bool IsValid(int index) => false;
}

public class BooleanArray(ArrayData data) : Array(data)
{
    public bool? GetValue(int index) => IsValid(index) ? Bit(Data.Buffers[1].Span, Offset + index) : null;
}
