using Complaints.Domain.Access;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Tests.Access;

public sealed class RoleTests
{
    [Fact]
    public void Somebody_of_whom_nothing_is_said_has_the_least_role()
    {
        Assert.Equal(Role.Viewer, new Principal("somebody", LandlordScope.All).Role);
        Assert.Equal(Role.Viewer, Principal.RoleOf(null));
        Assert.Equal(default, Role.Viewer);
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Sector, false)]
    [InlineData(Role.Analyst, true)]
    [InlineData(Role.Admin, true)]
    public void Analysts_and_admins_alone_see_cases(Role role, bool sees)
    {
        var somebody = new Principal("somebody", LandlordScope.All, role);

        Assert.Equal(sees, somebody.SeesCases);
        Exception? refused = Record.Exception(() => Principal.RequireCases(somebody, "A list"));
        Assert.Equal(!sees, refused is ForbiddenException { What.Length: > 0, Expected.Length: > 0, Fix.Length: > 0 });
    }

    [Fact]
    public void The_demo_sees_everything() => Assert.True(Principal.Demo is { Role: Role.Admin, Scope.IsAll: true });
}
