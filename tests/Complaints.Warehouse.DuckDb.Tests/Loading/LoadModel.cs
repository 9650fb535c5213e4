using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Loading;

/// <summary>What a sequence of loads must leave, in the simplest words: a dictionary after each load.</summary>
internal sealed class LoadModel
{
    private readonly List<Dictionary<string, string>> _afterLoad = [[]];

    /// <summary>Case reference → day received, after each load; index 0 is before any.</summary>
    public IReadOnlyList<Dictionary<string, string>> AfterLoad => _afterLoad;

    /// <summary>Loads rows; returns the counts expected.</summary>
    public MergeCounts Load(IReadOnlyList<StageRow> rows, LoadMode mode)
    {
        Dictionary<string, string> before = _afterLoad[^1];
        var after = new Dictionary<string, string>(before);
        long unchanged = 0;
        long changed = 0;
        long added = 0;
        foreach (StageRow row in rows)
        {
            string received = row.ReceivedOn.ToString("o");
            if (!before.TryGetValue(row.CaseReference, out string? known))
            {
                added++;
            }
            else if (known == received)
            {
                unchanged++;
            }
            else
            {
                changed++;
            }

            after[row.CaseReference] = received;
        }

        string[] missing = mode == LoadMode.Full ? [.. before.Keys.Except(rows.Select(row => row.CaseReference))] : [];
        foreach (string reference in missing)
        {
            after.Remove(reference);
        }

        _afterLoad.Add(after);
        return new MergeCounts(added + changed, unchanged, added, changed, changed + missing.Length, missing.Length)
        {
            CurrentBefore = missing.Length > 0 ? before.Count : 0,
        };
    }
}
