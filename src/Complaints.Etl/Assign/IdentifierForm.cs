using System.Text;
using Complaints.Domain.Text;

namespace Complaints.Etl.Assign;

/// <summary>
/// What of an allocator's identifiers carries no meaning, as the register itself shows: only that may be dropped when one that a typist or
/// a spreadsheet changed is compared. Anything else could be another home's identifier, and is for a person to decide.
/// </summary>
/// <remarks>
/// A point or a slash is never dropped: 1/23 is not 12/3, and 1234.0 is not 12340. Neither is a blank or a mark without width between two
/// numbers: 1 23 is as likely 1/23 as 123. Nothing is dropped that would make one identifier of two.
/// </remarks>
internal sealed class IdentifierForm
{
    private readonly bool _foldCase;
    private readonly bool _dropBlanks;
    private readonly bool _dropHyphens;
    private readonly int _digits;

    private IdentifierForm(bool foldCase, bool dropBlanks, bool dropHyphens, int digits)
    {
        _foldCase = foldCase;
        _dropBlanks = dropBlanks;
        _dropHyphens = dropHyphens;
        _digits = digits;
    }

    /// <summary>The form that drops what these identifiers show to be without meaning.</summary>
    internal static IdentifierForm Of(IReadOnlyCollection<string> identifiers)
    {
        // Upper and lower case beside each other: the allocator may tell identifiers apart by it.
        bool oneCase = !identifiers.Any(id => id.Any(char.IsLower)) || !identifiers.Any(id => id.Any(char.IsUpper));
        bool noBlanks = !identifiers.Any(id => Inner(id).ToString().Any(IsBlank));
        var form = new IdentifierForm(
            oneCase && KeepsApart(identifiers, new IdentifierForm(true, false, false, 0).Apply),
            noBlanks && KeepsApart(identifiers, id => Joined(id, everywhere: true)),
            KeepsApart(identifiers, id => Joined(id, everywhere: false)),
            WidthOfNumbers(identifiers));
        return KeepsApart(identifiers, form.Apply) ? form : new IdentifierForm(false, false, false, 0);
    }

    /// <summary>The identifier in this form; empty where nothing of it is left.</summary>
    internal string Apply(string identifier)
    {
        ReadOnlySpan<char> text = Inner(identifier);
        var kept = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (IsBlank(c)
                ? _dropBlanks && (i == 0 || IsBlank(text[i - 1]) || !IsBetweenNumbers(text, i, IsBlank))
                : IsHyphen(c) && _dropHyphens && IsBetweenLetterAndDigit(text, i))
            {
                continue;
            }

            kept.Append(IsHyphen(c) ? '-' : IsBlank(c) ? ' ' : _foldCase ? char.ToUpperInvariant(c) : c);
        }

        string form = kept.ToString();
        return _digits != 0 && form.Length > 0 && form.All(char.IsAsciiDigit) ? Number(form) : form;
    }

    // Numbers of one width are padded with zeros; numbers of which none begins with a zero are plain. Else a zero may tell two apart.
    private string Number(string digits)
    {
        string plain = digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";
        return _digits > 0 ? plain.PadLeft(_digits, '0') : plain;
    }

    /// <summary>
    /// The width to which the allocator pads its numbers; -1 where it does not pad; 0 where its zeros may have a meaning.
    /// </summary>
    private static int WidthOfNumbers(IReadOnlyCollection<string> identifiers)
    {
        List<string> numbers = [.. identifiers.Where(id => id.Length > 0 && id.All(char.IsAsciiDigit))];
        return numbers.Count == 0 ? 0
            : numbers.TrueForAll(number => number.Length == numbers[0].Length) ? numbers[0].Length
            : numbers.TrueForAll(number => number[0] != '0') ? -1
            : 0;
    }

    private static bool KeepsApart(IReadOnlyCollection<string> identifiers, Func<string, string> form)
    {
        var seen = new HashSet<string>(identifiers.Count, StringComparer.Ordinal);
        return identifiers.All(identifier => seen.Add(form(identifier)));
    }

    /// <summary>
    /// The identifier without any of its separators that do not stand between two numbers. Where two become one, a blank or a hyphen can
    /// stand for the separator of one of them: A 1 is as likely A/1 as A1.
    /// </summary>
    private static string Joined(string identifier, bool everywhere)
    {
        ReadOnlySpan<char> text = Inner(identifier);
        var kept = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool separates = IsSeparator(text[i])
                && (everywhere ? !IsBetweenNumbers(text, i, IsSeparator) : IsBetweenLetterAndDigit(text, i));
            if (!separates)
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    private static ReadOnlySpan<char> Inner(string identifier)
    {
        ReadOnlySpan<char> text = identifier;
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    // The boundary between letters and digits shows without a hyphen, that between two numbers does not.
    private static bool IsBetweenLetterAndDigit(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length - 1
        && ((char.IsLetter(text[at - 1]) && char.IsDigit(text[at + 1])) || (char.IsDigit(text[at - 1]) && char.IsLetter(text[at + 1])));

    // Whether the signs before and after a run of blanks or separators are numbers: then the run may say that they are two.
    private static bool IsBetweenNumbers(ReadOnlySpan<char> text, int at, Func<char, bool> isOfRun)
    {
        int before = at;
        int after = at;
        while (before >= 0 && isOfRun(text[before]))
        {
            before--;
        }

        while (after < text.Length && isOfRun(text[after]))
        {
            after++;
        }

        return before >= 0 && after < text.Length && char.IsNumber(text[before]) && char.IsNumber(text[after]);
    }

    private static bool IsSeparator(char c) => !char.IsLetterOrDigit(c) && !char.IsNumber(c) && !char.IsSurrogate(c);

    private static bool IsBlank(char c) => VisibleText.IsBlank(c) || VisibleText.IsInvisible(c);

    private static bool IsHyphen(char c) => c is '-' or '_' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';
}
