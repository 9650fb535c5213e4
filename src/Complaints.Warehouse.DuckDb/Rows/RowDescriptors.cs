using Complaints.Warehouse.DuckDb.Merging;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>The row types that loads merge.</summary>
internal static class RowDescriptors
{
    private static readonly Dictionary<Type, IRowDescriptor> s_byRow = typeof(IRowDescriptor).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IRowDescriptor)))
        .Select(type => (IRowDescriptor)Activator.CreateInstance(type)!)
        .ToDictionary(descriptor => descriptor.Row);

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<IRowDescriptor> All => s_byRow.Values;

    /// <summary>The descriptor of a row type.</summary>
    /// <exception cref="NotSupportedException">Rows of this type are not merged.</exception>
    public static IRowDescriptor Of(Type row) => s_byRow.TryGetValue(row, out IRowDescriptor? found)
        ? found
        : throw new NotSupportedException($"Rows of type {row.Name} are not merged.");

    /// <summary>The scripts that find entries of the quarantine that were mended and whose row stands.</summary>
    public static IEnumerable<MergeScript> Standing() => All.Select(descriptor => descriptor.Standing()).OfType<MergeScript>();
}
