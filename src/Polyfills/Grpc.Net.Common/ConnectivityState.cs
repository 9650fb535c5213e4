// The assembly is Grpc.Net.Common, the namespace is Grpc.Core: so it is upstream.
namespace Grpc.Core;

public enum ConnectivityState
{
    Idle,
    Connecting,
    Ready,
    TransientFailure,
    Shutdown,
}
