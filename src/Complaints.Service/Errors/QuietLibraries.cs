using Microsoft.Extensions.Logging;

namespace Complaints.Service.Errors;

/// <summary>
/// Passes messages on to the host's log. Of the libraries that carry calls and start the host each is one line without a stack trace, and
/// none is louder than information: what a stranger sends must not fill the log, and what is ours to tell the service tells itself.
/// </summary>
/// <param name="inner">The host's log, which this does not own.</param>
internal sealed class QuietLibraries(ILoggerFactory inner) : ILoggerFactory
{
    private static readonly string[] s_quiet =
    [
        "Grpc.", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Diagnostics", "Microsoft.Hosting",
    ];

    // What is left of a request that was refused in mid-air; everything else that the server says of itself stays as loud as it is.
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel";
    private const int RequestNotDrained = 67;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName)
    {
        ILogger log = inner.CreateLogger(categoryName);
        return s_quiet.Any(library => categoryName.StartsWith(library, StringComparison.Ordinal)) ? new Quiet(log, isQuiet: _ => true)
            : categoryName.StartsWith(Server, StringComparison.Ordinal) ? new Quiet(
                log, isQuiet: message => message.Id == RequestNotDrained)
            : log;
    }

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Quiet(ILogger inner, Func<EventId, bool> isQuiet) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!isQuiet(eventId))
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
            else if (inner.IsEnabled(Lowered(logLevel)))
            {
                inner.Log(Lowered(logLevel), eventId, state, exception: null, formatter);
            }
        }

        private static LogLevel Lowered(LogLevel level) =>
            level is LogLevel.None || level <= LogLevel.Information ? level : LogLevel.Information;
    }
}
