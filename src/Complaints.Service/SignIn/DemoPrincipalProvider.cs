using Complaints.Domain.Access;
using Grpc.Core;

namespace Complaints.Service.SignIn;

/// <summary>Everybody on this machine is the demo principal, of every landlord: for loopback alone.</summary>
/// <param name="role">What everybody may see; else everything.</param>
public sealed class DemoPrincipalProvider(Role role = Role.Admin) : IPrincipalProvider
{
    private readonly Principal _demo = Principal.Demo with { Role = role };

    /// <inheritdoc/>
    public bool SignsIn => false;

    /// <inheritdoc/>
    public Principal? Find(ServerCallContext context) => _demo;
}
