using Complaints.Etl.Conform.Values;

namespace Complaints.Etl.Conform;

/// <summary>What the references of a column look like, to tell those that a spreadsheet made dates from those of a system's own.</summary>
/// <param name="field">The field that holds them.</param>
internal sealed class DateLikeReferences(BoundField field)
{
    /// <summary>The field that holds them.</summary>
    internal BoundField Field { get; } = field;

    /// <summary>How many references there are.</summary>
    internal long All { get; private set; }

    /// <summary>How many of them read like dates.</summary>
    internal long Dates { get; private set; }

    /// <summary>Whether some are pairs of numbers: dates with the name of a month were such pairs too.</summary>
    internal bool HasPairs { get; private set; }

    /// <summary>Whether some are pairs of short numbers: dates in numbers with a whole year were such pairs too.</summary>
    internal bool HasShortPairs { get; private set; }

    internal void Add(string text)
    {
        All++;
        if (DateLikeText.Of(text) != DateLikeText.Form.None)
        {
            Dates++;
            return;
        }

        (bool pair, bool isShort) = DateLikeText.PairOf(text);
        AddPairs(pair, isShort);
    }

    /// <summary>Adds what is known of other references of the source.</summary>
    internal void AddPairs(bool any, bool anyShort)
    {
        HasPairs |= any;
        HasShortPairs |= anyShort;
    }

    /// <summary>Whether a reference is held back as one that was made a date.</summary>
    internal bool WasMadeDate(string text) => Dates > 0 && DateLikeText.Of(text) switch
    {
        DateLikeText.Form.Named => HasPairs,
        DateLikeText.Form.Numbers => HasShortPairs,
        DateLikeText.Form.WithTime => true,
        _ => false,
    };
}
