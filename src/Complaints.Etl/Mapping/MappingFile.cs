using Complaints.Domain.Homes;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping.Json;
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

    /// <summary>Days after an extract's for which the source promises that it is fresh; null without a promise.</summary>
    public int? FreshForDays { get; init; }

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

    /// <summary>Which rows are left out for good.</summary>
    public RowFilter Rows { get; init; } = RowFilter.All;

    /// <summary>Words that mean "nothing", compared without regard to case and blanks around them.</summary>
    public required IReadOnlyList<string> Nulls { get; init; }

    /// <summary>The fields given, in the order of the file.</summary>
    public required IReadOnlyList<FieldSource> Columns { get; init; }

    /// <summary>How the landlord is told; null when a field gives its code, or rows have none.</summary>
    public LandlordSource? Landlord { get; init; }

    /// <summary>The tenure codes known.</summary>
    public required TenureMap Tenures { get; init; }

    /// <summary>
    /// Who gave out the residents' references: two systems that name the same allocator speak of the same residents. The source system
    /// itself where the mapping names none.
    /// </summary>
    public string ResidentAllocator => Columns.FirstOrDefault(column => column.Allocator is not null)?.Allocator ?? System;

    /// <summary>What the rows become in the warehouse: both shapes of complaints become stages.</summary>
    public LoadTarget RowTarget => Target == LoadTarget.Complaint ? LoadTarget.Stage : Target;

    /// <summary>The target's name in mapping files and in the warehouse.</summary>
    public string TargetName => Names.Of(Target);
}

/// <summary>The order of day, month and year in dates that are not ISO.</summary>
public enum DateOrder
{
    /// <summary>Day, month, year, as in the United Kingdom.</summary>
    Dmy = 1,

    /// <summary>Month, day, year.</summary>
    Mdy,

    /// <summary>Year, month, day.</summary>
    Ymd,
}

/// <summary>What a source's <c>valid_to</c> means.</summary>
public enum PeriodEnd
{
    /// <summary>The first day on which it is no longer valid; what the warehouse keeps.</summary>
    Exclusive = 1,

    /// <summary>The last day on which it is valid, as registers usually write it.</summary>
    Inclusive,
}
