using System.Runtime.InteropServices;
using Complaints.Domain;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform;

/// <summary>
/// The residents' references of a load that one system gives out, to tell how many differ from another by what gets lost or changed on the
/// way alone: each of them counts as a resident of its own. They hold no complaint back, as its own figures are right.
/// </summary>
internal sealed class ResidentForms
{
    private readonly Dictionary<ulong, ulong> _first = [];
    private readonly HashSet<ulong> _others = [];

    /// <summary>References that differ from the first of their form.</summary>
    internal long Alike => _others.Count;

    /// <summary>Adds a reference; of very many, the last are not compared.</summary>
    internal void Add(string reference)
    {
        if (_first.Count >= Limits.ComparedResidents)
        {
            return;
        }

        ulong text = KeyHash.Of(reference);
        ref ulong first = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _first, ReferenceText.FoldedHash(ReferenceText.Form(reference)), out bool exists);
        if (!exists)
        {
            first = text;
        }
        else if (first != text)
        {
            _others.Add(text);
        }
    }
}
