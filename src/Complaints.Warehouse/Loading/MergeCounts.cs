namespace Complaints.Warehouse.Loading;

/// <summary>What a merge did.</summary>
/// <param name="SourceRowsLoaded">Rows read of which at least one fact is new or changed.</param>
/// <param name="SourceRowsUnchanged">Rows read whose facts are all known already.</param>
/// <param name="Added">Facts (or versions of a dimension's member) that are new.</param>
/// <param name="Changed">Facts whose columns differ from the current version; each closes one version and adds one.</param>
/// <param name="Closed">Versions closed: those of changed and of withdrawn facts.</param>
/// <param name="Withdrawn">Facts that a full file no longer holds.</param>
public sealed record MergeCounts(
    long SourceRowsLoaded,
    long SourceRowsUnchanged,
    long Added,
    long Changed,
    long Closed,
    long Withdrawn)
{
    /// <summary>
    /// Facts (or members of a dimension) of the source that were current before the load; counted only where a full file withdraws some.
    /// </summary>
    public long CurrentBefore { get; init; }

    /// <summary>Members of a dimension that hold from a later day on than was known of them.</summary>
    public long BegunLater { get; init; }

    /// <summary>Members of a dimension that the file states and that were known before; counted only where some begin later.</summary>
    public long KnownBefore { get; init; }

    /// <summary>Nothing merged.</summary>
    public static MergeCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public MergeCounts Plus(MergeCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new MergeCounts(
            SourceRowsLoaded + other.SourceRowsLoaded,
            SourceRowsUnchanged + other.SourceRowsUnchanged,
            Added + other.Added,
            Changed + other.Changed,
            Closed + other.Closed,
            Withdrawn + other.Withdrawn)
        {
            CurrentBefore = CurrentBefore + other.CurrentBefore,
            BegunLater = BegunLater + other.BegunLater,
            KnownBefore = KnownBefore + other.KnownBefore,
        };
    }
}
