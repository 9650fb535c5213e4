using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>An open database: a file, or memory.</summary>
public sealed class DuckDBDatabase() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Startup.DuckDBClose(ref handle);
        return true;
    }
}

/// <summary>A connection to an open database.</summary>
public sealed class DuckDBNativeConnection() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>Asks the running query of this connection to stop. May be called from any thread.</summary>
    public void Interrupt() => NativeMethods.Startup.DuckDBInterrupt(this);

    protected override bool ReleaseHandle()
    {
        NativeMethods.Startup.DuckDBDisconnect(ref handle);
        return true;
    }
}

/// <summary>What a running function or a connection is asked for its surroundings.</summary>
public sealed class DuckDBClientContext() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    public ulong ConnectionId => NativeMethods.Startup.DuckDBClientContextGetConnectionId(this);

    protected override bool ReleaseHandle()
    {
        NativeMethods.Startup.DuckDBDestroyClientContext(ref handle);
        return true;
    }
}

/// <summary>The options a database is opened with.</summary>
public sealed class DuckDBConfig() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Configuration.DuckDBDestroyConfig(ref handle);
        return true;
    }
}

/// <summary>The statements of one SQL text.</summary>
public sealed class DuckDBExtractedStatements() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.ExtractStatements.DuckDBDestroyExtracted(ref handle);
        return true;
    }
}

/// <summary>A parsed and planned statement, with its bound parameters.</summary>
public sealed class DuckDBPreparedStatement() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.PreparedStatements.DuckDBDestroyPrepare(ref handle);
        return true;
    }
}

/// <summary>A bulk writer to one table.</summary>
public sealed class DuckDBAppender() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle() => NativeMethods.Appender.DuckDBDestroyAppender(ref handle).IsSuccess();
}

/// <summary>The type of a column with all its parameters.</summary>
public sealed class DuckDBLogicalType() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.LogicalType.DuckDBDestroyLogicalType(ref handle);
        return true;
    }
}

/// <summary>A batch of rows, column by column.</summary>
public sealed class DuckDBDataChunk : SafeHandleZeroOrMinusOneIsInvalid
{
    public DuckDBDataChunk()
        : base(ownsHandle: true)
    {
    }

    /// <summary>A view of a batch that the engine owns and destroys.</summary>
    public DuckDBDataChunk(IntPtr chunk)
        : base(ownsHandle: false) => SetHandle(chunk);

    protected override bool ReleaseHandle()
    {
        NativeMethods.DataChunks.DuckDBDestroyDataChunk(ref handle);
        return true;
    }
}

/// <summary>How results are turned into Arrow.</summary>
public sealed class DuckDBArrowOptions() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Arrow.DuckDBDestroyArrowOptions(ref handle);
        return true;
    }
}

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

/// <summary>
/// A result as the C API hands it out: a structure of six words that the caller keeps and closes. Only the last word
/// has a meaning; the first five are the engine's deprecated fields.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult
{
    private readonly ulong columnCount;
    private readonly ulong rowCount;
    private readonly ulong rowsChanged;
    private readonly IntPtr columns;
    private readonly IntPtr errorMessage;
    private readonly IntPtr internalData;

    /// <summary>Releases the rows. A second call does nothing.</summary>
    public void Close() => NativeMethods.Query.DuckDBDestroyResult(ref this);
}
