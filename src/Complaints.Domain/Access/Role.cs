namespace Complaints.Domain.Access;

/// <summary>
/// What a principal may see of the landlords of the principal's scope. The values count upwards from the least, which is what somebody has
/// of whom nothing is said. What the regulator published is open to every role.
/// </summary>
public enum Role
{
    /// <summary>Figures of own landlords, without those that tell of few people.</summary>
    Viewer = 0,

    /// <summary>Figures of the whole sector, without those that tell of few people.</summary>
    Sector = 1,

    /// <summary>Own landlords' figures as they are, and the cases behind them.</summary>
    Analyst = 2,

    /// <summary>Everything of every landlord.</summary>
    Admin = 3,
}
