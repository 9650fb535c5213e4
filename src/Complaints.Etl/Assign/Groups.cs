using System.Runtime.InteropServices;

namespace Complaints.Etl.Assign;

/// <summary>
/// Items by key where nearly every key has one item, so that a list begins with room for one; there are hundreds of thousands.
/// </summary>
internal static class Groups
{
    internal static void Add<TKey, TItem>(Dictionary<TKey, List<TItem>> groups, TKey key, TItem item)
        where TKey : notnull
    {
        ref List<TItem>? group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        group ??= new List<TItem>(1);
        group.Add(item);
    }
}
