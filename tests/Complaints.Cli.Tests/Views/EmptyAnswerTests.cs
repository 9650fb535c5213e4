using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Spectre.Console;

namespace Complaints.Cli.Tests.Views;

/// <summary>An answer without lines said that nothing was recorded, while all that was recorded waited in quarantine.</summary>
public sealed class EmptyAnswerTests
{
    [Theory]
    [InlineData(true, "Nothing is loaded for these filters", "Rows held back could belong here", "Nothing is recorded")]
    [InlineData(false, "Nothing is recorded for these filters", "no homes", "held back")]
    public void An_answer_without_lines_says_whether_rows_held_back_could_belong_to_it(bool held, string first, string second, string never)
    {
        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;
        FigureView.WriteTable(new Terminal(text, console, console), new FigureTable
        {
            Measures = [MeasureInfo.Of(MeasureCatalogue.Shipped.Definitions[0])],
            Dimensions = ["service_area"],
            Figures = [],
            Truncated = false,
            HasRowsHeldBack = held,
            AsAt = new DateOnly(2025, 4, 14),
            KnownAtLoad = 1,
            Generation = 1,
        });
        Assert.Contains(first, text.ToString(), StringComparison.Ordinal);
        Assert.Contains(second, text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(never, text.ToString(), StringComparison.Ordinal);
    }
}
