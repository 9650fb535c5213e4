using Complaints.Domain.Errors;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>What the Parquet reader throws, told as a fault of the file.</summary>
internal static class ColumnarFault
{
    internal static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw Of(path, e);
        }
    }

    internal static async ValueTask<T> GuardAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw Of(path, e);
        }
    }

    internal static async ValueTask GuardAsync(string path, Func<ValueTask> read)
    {
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw Of(path, e);
        }
    }

    // The reader has no exception of its own for a damaged file: what it runs into depends on which byte is wrong.
    private static bool IsOfTheFile(Exception e) => e is not (UserException or OperationCanceledException);

    private static UserException Of(string path, Exception e) => Refusal.Truncated(path, "it cannot be read as Parquet", e);
}
