using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Complaints.Cli.CommandLine;

/// <summary>Where a service that was started from the command line writes its messages: standard error, a line a message.</summary>
internal static class ServiceLogging
{
    /// <summary>Builds the factory; dispose it when the service has stopped, so that the last messages are written.</summary>
    /// <param name="least">From which level the product's own messages are shown; of others' libraries only warnings are.</param>
    public static ILoggerFactory Create(LogLevel least = LogLevel.Information) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Complaints", least);
        logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            line.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    });
}
