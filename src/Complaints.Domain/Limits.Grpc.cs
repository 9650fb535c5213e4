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

    /// <summary>Questions that one reflection stream may ask; a tool that walks every contract asks some dozens.</summary>
    public const int ReflectionQuestions = 10_000;

    /// <summary>Streams that may watch health at once: one on every connection.</summary>
    public const int HealthWatchers = 1_024;

    /// <summary>Services that a health list may name (the health protocol's own recommendation).</summary>
    public const int HealthServices = 100;
}
