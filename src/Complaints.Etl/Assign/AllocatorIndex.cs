namespace Complaints.Etl.Assign;

/// <summary>The identifiers that one allocator gave out, each with what it stands for.</summary>
internal sealed class AllocatorIndex
{
    private readonly Dictionary<string, List<HomeLink>> _exact = new(StringComparer.Ordinal);
    private Dictionary<string, List<HomeLink>>? _normalised;
    private IdentifierForm? _form;

    /// <summary>All identifiers, as they stand.</summary>
    internal IReadOnlyCollection<string> Identifiers => _exact.Keys;

    internal void Add(string identifier, HomeLink link)
    {
        Groups.Add(_exact, identifier, link);
        _normalised = null;
        _form = null;
    }

    internal List<HomeLink> Exact(string identifier) => _exact.TryGetValue(identifier, out List<HomeLink>? links) ? links : [];

    /// <summary>
    /// What the identifiers of the same form stand for, where the form drops what has no meaning with this allocator; indexed at the first
    /// question, which a clean extract never asks.
    /// </summary>
    internal List<HomeLink> Normalised(string identifier)
    {
        _form ??= IdentifierForm.Of([.. _exact.Where(known => known.Value.Exists(link => !link.Reviewed)).Select(known => known.Key)]);
        _normalised ??= ByNormalised(_form);
        return _form.Apply(identifier) is { Length: > 0 } form && _normalised.TryGetValue(form, out List<HomeLink>? links) ? links : [];
    }

    private Dictionary<string, List<HomeLink>> ByNormalised(IdentifierForm form)
    {
        var index = new Dictionary<string, List<HomeLink>>(_exact.Count, StringComparer.Ordinal);
        foreach ((string identifier, List<HomeLink> links) in _exact)
        {
            string normalised = form.Apply(identifier);
            foreach (HomeLink link in links)
            {
                Groups.Add(index, normalised, link);
            }
        }

        return index;
    }
}
