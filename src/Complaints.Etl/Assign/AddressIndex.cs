using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign;

/// <summary>The homes of all registers by their addresses, as any of their versions has it.</summary>
/// <remarks>Made at the first question, which an extract whose homes are all known never asks.</remarks>
internal sealed class AddressIndex
{
    private readonly Dictionary<string, List<(long PropertyId, HomeAddress Address)>> _byCore = new(StringComparer.Ordinal);
    private readonly string[] _texts;
    private readonly long[] _homes;

    internal AddressIndex(IEnumerable<HomeVersion> homes)
    {
        var texts = new List<(string Text, long PropertyId)>();
        foreach ((long home, HomeAddress? address) in homes.Select(home => (home.PropertyId, home.ReadAddress())).Distinct())
        {
            if (address is not null)
            {
                Groups.Add(_byCore, address.Core, (home, address));
                texts.Add((address.Text, home));
            }
        }

        texts.Sort((one, other) => string.CompareOrdinal(one.Text, other.Text));
        _texts = [.. texts.Select(text => text.Text)];
        _homes = [.. texts.Select(text => text.PropertyId)];
    }

    /// <summary>
    /// The homes with an address, and whether its postcode or its town is theirs too. Where it has no postcode, and it or the register no
    /// town, it can be that of homes in any town.
    /// </summary>
    internal IEnumerable<(long PropertyId, bool ByPostcode, bool ByTown)> Find(HomeAddress address)
    {
        return (_byCore.GetValueOrDefault(address.Core) ?? [])
            .Where(home => home.Address.IsAlike(address)
                || (address.Postcode is null && (address.Text == address.Core || home.Address.Text == home.Address.Core)))
            .Select(home => (
                home.PropertyId,
                address.Postcode is not null && home.Address.Postcode is not null,
                address.Text != address.Core && home.Address.Text == address.Text))
            .Distinct();
    }

    /// <summary>
    /// The homes whose address goes on after the whole of this one: in "12 HIGH STREET OTLEY" it cannot be told where the street ends.
    /// </summary>
    internal IEnumerable<long> Longer(HomeAddress address)
    {
        string begins = address.Text + ' ';
        int at = Array.BinarySearch(_texts, begins, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < _texts.Length && _texts[at].StartsWith(begins, StringComparison.Ordinal); at++)
        {
            yield return _homes[at];
        }
    }
}
