using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>What went wrong in a call that does not carry its own error text.</summary>
public sealed class DuckDBErrorData() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    public bool HasError => !IsInvalid && NativeMethods.ErrorData.DuckDBErrorDataHasError(this);

    public string Message => IsInvalid ? string.Empty : NativeMethods.ErrorData.DuckDBErrorDataMessage(this);

    protected override bool ReleaseHandle()
    {
        NativeMethods.ErrorData.DuckDBDestroyErrorData(ref handle);
        return true;
    }
}
