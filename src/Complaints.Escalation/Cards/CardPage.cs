using System.Globalization;
using System.Text;

namespace Complaints.Escalation.Cards;

/// <summary>A page of Markdown, written from top to bottom.</summary>
internal sealed class CardPage
{
    private readonly StringBuilder _text = new();

    public void Heading(int level, string text)
    {
        if (_text.Length > 1 && _text[^2] != '\n')
        {
            _text.Append('\n');
        }

        _text.Append('#', level).Append(' ').Append(text).Append("\n\n");
    }

    public void Paragraph(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A numbered field of the record.</summary>
    public void Field(string number, string name, FormattableString text) =>
        _text.Append("**").Append(number).Append(' ').Append(name).Append("**  \n").Append(text.ToString(CultureInfo.InvariantCulture)).Append("\n\n");

    /// <summary>A field that only the landlord can fill.</summary>
    public void Field(string number, string name, string? filled, string key) => Field(
        number, name, filled is null ? (FormattableString)$"⚠ *To be stated by the organisation: `{key}` in `{CardDetails.FileName}`.*" : $"{filled}");

    public void Item(FormattableString text) => _text.Append("- ").Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
        {
            _text.Append("| ").Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(' ');
        }

        _text.Append("|\n");
    }

    public void Rule(int columns)
    {
        for (int i = 0; i < columns; i++)
        {
            _text.Append("|---");
        }

        _text.Append("|\n");
    }

    public void Line() => _text.Append('\n');

    public override string ToString() => _text.ToString();
}
