namespace Complaints.Etl.Mapping;

/// <summary>How the landlord of a row is told.</summary>
public sealed record LandlordSource
{
    /// <summary>The column of the landlord's code, or of the home's identifier when <see cref="Allocator"/> is given.</summary>
    public string? Column { get; init; }

    /// <summary>The landlord of every row.</summary>
    public string? Value { get; init; }

    /// <summary>Who gave out the identifiers in <see cref="Column"/>; null when the source names the landlord itself.</summary>
    public string? Allocator { get; init; }

    /// <summary>The column of the UPRN, a second way to the home.</summary>
    public string? UprnColumn { get; init; }

    /// <summary>The column of the home's address: evidence for a person, by which no row is assigned.</summary>
    public string? AddressColumn { get; init; }

    /// <summary>The column of its postcode, where that stands apart from the address.</summary>
    public string? PostcodeColumn { get; init; }

    /// <summary>The column of the landlord's name, where rows name it and give no code, or not all of them.</summary>
    public string? NameColumn { get; init; }

    /// <summary>Names that a person decided on: as rows write them → the landlord's code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The landlords whose rows can be in the file: those of a row that finds no home are marked incomplete.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Whether the landlord is found through the home.</summary>
    public bool ThroughProperty => Allocator is not null;

    /// <summary>Where the mapping says so, for messages.</summary>
    public required string Place { get; init; }
}
