using System.Diagnostics.CodeAnalysis;

namespace Complaints.Domain.Homes;

/// <summary>
/// The address of a home in the form in which two are compared: capitals, the short forms of streets and flats in full, marks gone, the
/// postcode apart. It tells a home from others in its street by a number, a letter or a name.
/// </summary>
/// <remarks>
/// Two addresses are alike when they read the same after that, never by how near they are: 12 and 21, 12A and 12, flat 12 and number 12 are
/// different homes. "3/12 High Street" is not "Flat 3, 12 High Street", because elsewhere it is flat 12 of number 3. An address does not
/// decide whose a home is: it is evidence that a person looks at.
/// </remarks>
public sealed record HomeAddress
{
    private HomeAddress(string text, string core, Postcode? postcode)
    {
        Text = text;
        Core = core;
        Postcode = postcode;
    }

    /// <summary>The whole address without its postcode, such as "FLAT 3 12 HIGH STREET OTLEY".</summary>
    public string Text { get; }

    /// <summary>
    /// The address up to its street or building, such as "FLAT 3 12 HIGH STREET": what follows is the post town, which the postcode tells.
    /// The same as <see cref="Text"/> where it cannot be told what follows.
    /// </summary>
    public string Core { get; }

    /// <summary>The postcode; null where none is given.</summary>
    public Postcode? Postcode { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address, in one line or several; a postcode may stand at its end.</param>
    /// <param name="postcode">The postcode where it stands apart; what is no whole postcode counts as none.</param>
    /// <param name="address">The address, or null.</param>
    /// <returns>
    /// Whether it tells one home from others: not without a number, letter or name before the street, not with two different postcodes, and
    /// not with more than <see cref="Limits.AddressCharacters"/> characters.
    /// </returns>
    public static bool TryParse(string? text, string? postcode, [NotNullWhen(true)] out HomeAddress? address)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > Limits.AddressCharacters)
        {
            return false;
        }

        (IReadOnlyList<AddressLine> lines, Postcode? own) = AddressReader.Read(text);
        Postcode? apart = Homes.Postcode.TryParse(postcode, out Postcode read) ? read : null;
        if ((own is not null && apart is not null && own != apart) || !Identifies(lines, own ?? apart))
        {
            return false;
        }

        string whole = Join(lines);
        IReadOnlyList<AddressLine> split = [.. lines.SelectMany(line => line.AtStreet())];
        string core = Join(split.Take(LinesToStreet(split)));
        address = whole.Length <= Limits.AddressCharacters ? new HomeAddress(whole, core, own ?? apart) : null;
        return address is not null;
    }

    /// <summary>
    /// Whether both can be one home. With two postcodes these are the same, and so are the lines up to the street; with fewer, all lines
    /// are.
    /// </summary>
    public bool IsAlike(HomeAddress other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Postcode is not null && other.Postcode is not null
            ? Postcode == other.Postcode && Core == other.Core
            : Text == other.Text;
    }

    /// <summary>
    /// The address as one text, by which a person's decision on it is kept: the lines up to the street and the postcode, else all lines.
    /// Of two addresses that both have a postcode, or both have none, it is the same when they are alike.
    /// </summary>
    public override string ToString() => Postcode is Postcode postcode ? $"{Core}, {postcode.Value}" : Text;

    private static bool Identifies(IReadOnlyList<AddressLine> lines, Postcode? postcode)
    {
        bool named = lines.Count > 1 && lines[0].IsName && lines.Skip(1).Any(line => line.IsStreet);
        bool numbered = lines.Any(line => line.HasNumber || line.HasPart);
        bool placed = postcode is not null || lines.Any(line => line.Words.Any(word => word.Length > 1
            && char.IsLetter(word[0]) && !AddressWords.IsPart(word)));
        return (named || numbered) && placed;
    }

    // The post town and county follow the last street or building. Where neither is told, any line may be the building's name.
    private static int LinesToStreet(IReadOnlyList<AddressLine> lines)
    {
        int count = lines.Count;
        while (count > 0 && lines[count - 1].CanBeLocality)
        {
            count--;
        }

        return count > 0 && lines[count - 1].IsStreetOrBuilding && lines.Take(count).Any(line => line.HasNumber || line.HasPart)
            ? count
            : lines.Count;
    }

    private static string Join(IEnumerable<AddressLine> lines) => string.Join(' ', lines.Select(line => line.Text));
}
