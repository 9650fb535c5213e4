using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Texts that the engine hands out: some stay its own, some are the caller's to free.</summary>
    private static unsafe class Utf8
    {
        public static string? Borrow(byte* text) => Marshal.PtrToStringUTF8((IntPtr)text);

        public static string? TakeOwned(byte* text)
        {
            if (text is null)
            {
                return null;
            }

            try
            {
                return Borrow(text);
            }
            finally
            {
                Helpers.DuckDBFree((IntPtr)text);
            }
        }
    }
}
