using Complaints.Domain.Homes;
using Complaints.Etl.Extract;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Mapping;

/// <summary>A mapping file that was read and found sound: how the columns of an extract become fields.</summary>
public sealed record MappingFile
{
    /// <summary>The file's path.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The mapping's id.</summary>
    public required string Id { get; init; }

    /// <summary>The mapping's version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The source system; part of every fact's key.</summary>
    public required string System { get; init; }

    /// <summary>How to read the data file.</summary>
    public required ReadOptions Read { get; init; }

    /// <summary>What the rows become.</summary>
    public required LoadTarget Target { get; init; }

    /// <summary>Whether the file states all rows of its source and target.</summary>
    public required LoadMode Mode { get; init; }

    /// <summary>The order of day, month and year.</summary>
    public required DateOrder DateOrder { get; init; }

    /// <summary>Whether <c>valid_to</c> is the last day or the day after it.</summary>
    public PeriodEnd ValidTo { get; init; } = PeriodEnd.Exclusive;

    /// <summary>Words that mean "nothing", compared without regard to case and blanks around them.</summary>
    public required IReadOnlyList<string> Nulls { get; init; }

    /// <summary>The fields given, in the order of the file.</summary>
    public required IReadOnlyList<FieldSource> Columns { get; init; }

    /// <summary>How the landlord is told; null when a field gives its code, or rows have none.</summary>
    public LandlordSource? Landlord { get; init; }

    /// <summary>The tenure codes known.</summary>
    public required TenureMap Tenures { get; init; }

    /// <summary>The target's name in mapping files and in the warehouse.</summary>
    public string TargetName => Names.Of(Target);
}
