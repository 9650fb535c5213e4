namespace Complaints.Domain;

/// <content>Limits of the service's gRPC surface.</content>
public static partial class Limits
{
    /// <summary>
    /// Bytes of one gRPC request, both as it arrives and as it unpacks; a larger one is RESOURCE_EXHAUSTED. A query with every
    /// limit reached stays far below.
    /// </summary>
    public const int RequestBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of one gRPC answer, before compression: <see cref="FigureRows"/> rows of some measures.</summary>
    public const int AnswerBytes = 64 * 1024 * 1024;

    /// <summary>Calls under way at once on one HTTP/2 connection; a caller's further ones wait in the caller.</summary>
    public const int StreamsPerConnection = 256;

    /// <summary>Connections to the service at the same time.</summary>
    public const int ServiceConnections = 1_024;

    /// <summary>First day that a question to the service may name: no register goes further back.</summary>
    public static readonly DateOnly FirstDay = new(1900, 1, 1);

    /// <summary>
    /// Last day that a question to the service may name: some rules reckon years on from it, and the calendar ends with 9999.
    /// </summary>
    public static readonly DateOnly LastDay = new(9899, 12, 31);

    /// <summary>Queries that the service works on at a time on a machine of one or two cores; two a core on larger ones.</summary>
    public const int LeastConcurrentQueries = 4;

    /// <summary>Queries that wait for their turn at the service; the next ones are refused.</summary>
    public const int WaitingQueries = 256;

    /// <summary>Seconds that connections may take to close once the last query is answered, or was cut off.</summary>
    public const int CloseSeconds = 3;

    /// <summary>Seconds after which the service looks again whether it can serve, for those who watch its health.</summary>
    public const int HealthSeconds = 5;

    /// <summary>Seconds that a query waits for its turn at the service before it is refused.</summary>
    public const int QueryWaitSeconds = 15;
}
