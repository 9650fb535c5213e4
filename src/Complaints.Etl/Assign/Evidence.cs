namespace Complaints.Etl.Assign;

/// <summary>What speaks for a home being that of a row, as a person would weigh it.</summary>
/// <param name="Home">The home.</param>
/// <param name="Confidence">0 to 1, one of <see cref="Confidences"/> or less; it ranks, and decides nothing.</param>
/// <param name="Why">In words.</param>
internal readonly record struct Evidence(HomeVersion Home, decimal Confidence, string Why);
