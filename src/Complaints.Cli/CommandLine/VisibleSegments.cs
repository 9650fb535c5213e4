using Complaints.Domain.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Complaints.Cli.CommandLine;

/// <summary>
/// Makes the texts of everything that a console shows visible, below the tables and above the colours: the console's own control codes
/// pass, those of a cell do not.
/// </summary>
internal sealed class VisibleSegments : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(one => new Visible(one));

    private sealed class Visible(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(Of);

        private static Segment Of(Segment segment)
        {
            if (segment.IsControlCode)
            {
                return segment;
            }

            string text = TerminalText.Of(segment.Text);
            return ReferenceEquals(text, segment.Text) ? segment : new Segment(text, segment.Style);
        }
    }
}
