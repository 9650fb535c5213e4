using System.Buffers;

namespace Apache.Arrow.C;

/// <summary>
/// An array taken over from another library. Its buffers can be read until it is disposed (or collected with the last of
/// them), when the other library gets it back.
/// </summary>
internal sealed unsafe class ImportedMemory : IDisposable
{
    private CArrowArray array;

    public ImportedMemory(CArrowArray* source)
    {
        array = *source;
        source->release = null;
    }

    ~ImportedMemory() => Release();

    public ref readonly CArrowArray Array => ref array;

    public ArrowBuffer Buffer(byte* start, int length) =>
        start is null || length == 0 ? ArrowBuffer.Empty : new ArrowBuffer(new Part(this, start, length).Memory);

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        fixed (CArrowArray* pinned = &array)
        {
            CArrowArray.CallReleaseFunc(pinned);
            pinned->release = null;
        }
    }

    private sealed class Part(ImportedMemory owner, byte* start, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan()
        {
            ObjectDisposedException.ThrowIf(owner.array.release is null, typeof(RecordBatch));
            return new Span<byte>(start, length);
        }

        public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex, pinnable: this);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
