using Complaints.Domain.Access;
using Grpc.Core;

namespace Complaints.Service.SignIn;

/// <summary>Everybody on this machine is the demo principal and sees every landlord: for loopback alone.</summary>
public sealed class DemoPrincipalProvider : IPrincipalProvider
{
    /// <inheritdoc/>
    public bool SignsIn => false;

    /// <inheritdoc/>
    public Principal? Find(ServerCallContext context) => Principal.Demo;
}
