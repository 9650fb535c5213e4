namespace Complaints.Domain.Homes;

/// <summary>A part of an address between two commas or line breaks: "FLAT 3", "12 HIGH STREET", "OTLEY".</summary>
/// <param name="Words">Its words and numbers in their order, none empty.</param>
internal sealed record AddressLine(IReadOnlyList<string> Words)
{
    /// <summary>Whether a number or a range of numbers stands in it; "1ST" and "A40" are parts of names.</summary>
    internal bool HasNumber => Words.Any(IsNumber);

    /// <summary>Whether the letter or name of a part of a building stands in it, such as "FLAT A".</summary>
    internal bool HasPart => Words.Skip(1).Zip(Words).Any(pair => AddressWords.IsPart(pair.Second));

    internal bool IsStreet => AddressWords.IsStreet(Words[^1]);

    internal bool IsStreetOrBuilding => EndsLine(Words[^1]);

    /// <summary>Whether it can be a village, a town or a county: plain words, and nothing that names a street or building.</summary>
    internal bool CanBeLocality => !IsStreetOrBuilding
        && Words.All(word => word.Length > 1 && word.All(char.IsLetter) && !AddressWords.IsPart(word));

    /// <summary>
    /// The line as two where its street is followed by what can be a town: "12 HIGH STREET OTLEY". With two such words it cannot be told
    /// which ends the street, and High Street North is another street.
    /// </summary>
    internal IEnumerable<AddressLine> AtStreet()
    {
        List<int> ends = [.. Enumerable.Range(0, Words.Count).Where(i => EndsLine(Words[i]))];
        if (ends.Count != 1 || ends[0] == Words.Count - 1)
        {
            return [this];
        }

        AddressLine street = new([.. Words.Take(ends[0] + 1)]);
        AddressLine town = new([.. Words.Skip(ends[0] + 1)]);
        return street.HasNumber && town.CanBeLocality && !town.Words.Any(AddressWords.GoesOn) ? [street, town] : [this];
    }

    /// <summary>Whether it names a house: "ROSE COTTAGE", and not a street or estate.</summary>
    internal bool IsName => !IsStreet
        && Words[^1] != "ESTATE"
        && Words.All(word => word.All(char.IsLetter))
        && !AddressWords.IsPart(Words[0]);

    internal string Text => string.Join(' ', Words);

    private static bool EndsLine(string word) => AddressWords.IsStreet(word) || AddressWords.IsBuilding(word);

    // 12, 12A, 12-14, 12A-12C; 1ST and 40TH are parts of names.
    private static bool IsNumber(string word)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return false;
        }

        return word.Length < 2 || !char.IsLetter(word[^1]) || !char.IsLetter(word[^2]);
    }
}
