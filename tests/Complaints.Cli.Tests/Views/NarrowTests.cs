using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Spectre.Console;

namespace Complaints.Cli.Tests.Views;

/// <summary>What stands in a window of 80 columns.</summary>
public sealed class NarrowTests
{
    private const int Width = 80;

    [Theory]
    [InlineData("ch01_stage1", "ch01_stage1")]
    [InlineData("ch02_stage1_extension", "ch02_stage1\n_extension")]
    [InlineData("mean_days_to_respond_stage1", "mean_days_to\n_respond\n_stage1")]
    public void An_id_breaks_between_its_words(string id, string lines) => Assert.Equal(lines, ColumnHeading.Narrow(id));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void However_many_measures_are_asked_for_no_name_and_no_figure_is_cut(int count)
    {
        using StringWriter text = new();
        FigureView.WriteTable(Terminal(text), Table([.. MeasureCatalogue.Shipped.Definitions.Take(count).Select(MeasureInfo.Of)]));

        string shown = text.ToString();
        Assert.All(shown.Split('\n'), line => Assert.True(line.TrimEnd().Length <= Width, line));
        Assert.DoesNotContain("…", shown, StringComparison.Ordinal);
        Assert.Equal(count, shown.Split("(1574 / 1641)").Length - 1);
    }

    [Fact]
    public void A_command_to_copy_is_one_line_whatever_the_width()
    {
        using StringWriter text = new();
        string command = $"complaints query --measures {new string('m', 2 * Width)}";
        Terminal(text).Copyable(command);

        Assert.Equal(command, text.ToString().TrimEnd('\r', '\n'));
    }

    private static Terminal Terminal(StringWriter text)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(text),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            });
        console.Profile.Width = Width;
        return new Terminal(text, console, console);
    }

    private static FigureTable Table(IReadOnlyList<MeasureInfo> measures) => new()
    {
        Measures = measures,
        Dimensions = ["landlord", "reporting_year"],
        Figures = [.. measures.Select(Figure)],
        Truncated = false,
        AsAt = new DateOnly(2025, 4, 14),
        KnownAtLoad = 1,
        Generation = 1,
    };

    private static Figure Figure(MeasureInfo measure) => new()
    {
        Measure = measure.Id,
        Dimensions = [new DimensionValue("landlord", "LH3827"), new DimensionValue("reporting_year", "2024/25")],
        Numerator = 1574,
        Denominator = 1641,
        Value = 95.9m,
        Display = "95.9",
        State = CellState.Value,
        Unit = measure.Unit,
        DecimalPlaces = 1,
        Rounding = measure.Rounding,
        RuleIds = [],
        Population = measure.Population,
        Calendar = "",
        From = null,
        To = null,
        AsAt = new DateOnly(2025, 4, 14),
        KnownAtLoad = 1,
        OpenAtCutOff = 0,
        NumeratorOpenAtCutOff = null,
        HomesMissing = 0,
        HomesUnknown = 0,
        KnownTo = new DateOnly(2025, 4, 14),
        Extensions = ExtensionPolicy.AsRecorded,
        ExtensionFaults = [],
        Excluded = [],
        HeldBack = [],
        UnmatchedRows = 0,
    };
}
