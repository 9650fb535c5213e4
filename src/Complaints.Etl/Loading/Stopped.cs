namespace Complaints.Etl.Loading;

/// <summary>Adds up the time spent in pieces.</summary>
internal sealed class Stopped(TimeProvider clock)
{
    internal TimeSpan Total { get; private set; }

    internal T Time<T>(Func<T> work)
    {
        long start = clock.GetTimestamp();
        T result = work();
        Total += clock.GetElapsedTime(start);
        return result;
    }

    internal async Task<T> TimeAsync<T>(Func<Task<T>> work)
    {
        long start = clock.GetTimestamp();
        T result = await work().ConfigureAwait(false);
        Total += clock.GetElapsedTime(start);
        return result;
    }

    internal async Task TimeAsync(Func<Task> work)
    {
        long start = clock.GetTimestamp();
        await work().ConfigureAwait(false);
        Total += clock.GetElapsedTime(start);
    }
}
