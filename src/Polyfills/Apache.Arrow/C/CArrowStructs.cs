using System.Runtime.InteropServices;

namespace Apache.Arrow.C;

/// <summary>A column, or the columns of a batch, as it passes between libraries in one process (the Arrow C data interface).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct CArrowArray
{
    public long length;
    public long null_count;
    public long offset;
    public long n_buffers;
    public long n_children;
    public byte** buffers;
    public CArrowArray** children;
    public CArrowArray* dictionary;
    internal delegate* unmanaged<CArrowArray*, void> release;
    public void* private_data;

    /// <summary>An empty one, for another library to fill.</summary>
    public static CArrowArray* Create() => (CArrowArray*)NativeMemory.AllocZeroed((nuint)sizeof(CArrowArray));

    /// <summary>Gives the content back to whoever made it, and the structure to the system.</summary>
    public static void Free(CArrowArray* array)
    {
        CallReleaseFunc(array);
        NativeMemory.Free(array);
    }

    public static void CallReleaseFunc(CArrowArray* array)
    {
        if (array->release is not null)
        {
            array->release(array);
        }
    }
}

/// <summary>A type as it passes between libraries in one process (the Arrow C data interface).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct CArrowSchema
{
    public byte* format;
    public byte* name;
    public byte* metadata;
    public long flags;
    public long n_children;
    public CArrowSchema** children;
    public CArrowSchema* dictionary;
    internal delegate* unmanaged<CArrowSchema*, void> release;
    public void* private_data;

    /// <summary>An empty one, for another library to fill.</summary>
    public static CArrowSchema* Create() => (CArrowSchema*)NativeMemory.AllocZeroed((nuint)sizeof(CArrowSchema));

    /// <summary>Gives the content back to whoever made it, and the structure to the system.</summary>
    public static void Free(CArrowSchema* schema)
    {
        CallReleaseFunc(schema);
        NativeMemory.Free(schema);
    }

    internal static void CallReleaseFunc(CArrowSchema* schema)
    {
        if (schema->release is not null)
        {
            schema->release(schema);
        }
    }
}
