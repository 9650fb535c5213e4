using System.Text;
using Complaints.Domain.Text;

namespace Complaints.Cli.CommandLine;

/// <summary>Writes text of which nothing acts on a terminal, to whatever is behind it: cells of others' files come through here.</summary>
/// <param name="inner">Where it goes.</param>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    // A character alone cannot tell whether a line end or a pair follows; texts come whole.
    public override void Write(char value) =>
        inner.Write(value is '\r' || char.IsSurrogate(value) ? value.ToString() : TerminalText.Of(value.ToString()));

    public override void Write(string? value) => inner.Write(value is null ? null : TerminalText.Of(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine(string? value)
    {
        Write(value);
        inner.WriteLine();
    }

    public override Task WriteAsync(string? value) => inner.WriteAsync(value is null ? null : TerminalText.Of(value));

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(TerminalText.Of(buffer.ToString()).AsMemory(), cancellationToken);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();
}
