namespace Complaints.Interop.Tests.Matrix;

/// <summary>The cases that every client runs, under the names by which the clients report them.</summary>
public static class MatrixCases
{
    public static readonly string[] OfEveryClient =
    [
        "unary",
        "client_streaming",
        "server_streaming",
        "duplex_streaming",
        "client_deadline",
        "server_deadline",
        "client_cancellation",
        "large_message_refused",
        "metadata_round_trip",
        "gzip_both_ways",
        "unknown_method",
        "unknown_service",
        "status_details",
        "concurrent_streams",
        "long_streams",
        "health",
        "reflection_v1",
        "reflection_v1alpha",
        "web_binary",
        "web_text",
    ];
}
