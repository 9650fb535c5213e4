using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Samples.Agent;

/// <summary>What the managing agent's sample is made of.</summary>
/// <param name="OutputFolder">Where the load set goes.</param>
public sealed record AgentSampleOptions(string OutputFolder)
{
    /// <summary>Fewest homes a sample can have.</summary>
    public const int FewestHomes = 200;

    /// <summary>Fewest homes a sample with planted faults can have: each fault needs a case of its own.</summary>
    public const int FewestHomesWithFaults = 2_000;

    /// <summary>Most homes a sample can have, about those of the largest council.</summary>
    public const int MostHomes = 500_000;

    /// <summary>Most whole reporting years.</summary>
    public const int MostYears = 8;

    /// <summary>The same seed gives the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Homes on both landlords' registers, leasehold homes among them.</summary>
    public int Homes { get; init; } = 4_000;

    /// <summary>Whole reporting years, the last of which is <see cref="LastYear"/>; a running quarter follows it.</summary>
    public int Years { get; init; } = 2;

    /// <summary>Whether to plant every fault of the list, with an answer key.</summary>
    public bool Faults { get; init; }

    /// <summary>The last whole reporting year; the extract is of 30 June after it.</summary>
    public ReportingYear LastYear { get; init; } = ReportingYear.FromStartYear(2024);

    internal DateOnly ExtractDate => new(LastYear.StartYear + 1, 6, 30);

    internal ReportingYear FirstYear => ReportingYear.FromStartYear(LastYear.StartYear - Years + 1);

    /// <summary>The council's case system replaced its spreadsheet half-way through the first year.</summary>
    internal DateOnly SystemInUseFrom => new(FirstYear.StartYear, 10, 1);

    internal void Check()
    {
        int fewest = Faults ? FewestHomesWithFaults : FewestHomes;
        if (Homes < fewest || Homes > MostHomes)
        {
            throw new UsageException(
                $"--homes {Homes} is out of range.",
                where: "--homes",
                expected: $"{fewest} to {MostHomes}{(Faults ? " with --faults" : "")}",
                fix: "choose another number of homes");
        }

        // Bank holidays are known from 2012 to 2028, and the slowest cases take half a year.
        if (Years < 1 || Years > MostYears || FirstYear.StartYear < 2013 || LastYear.StartYear > 2026)
        {
            throw new UsageException(
                $"--years {Years} up to {LastYear} is out of range.",
                where: "--years",
                expected: $"1 to {MostYears}, within 2013/14 to 2026/27",
                fix: "choose fewer years");
        }
    }
}
