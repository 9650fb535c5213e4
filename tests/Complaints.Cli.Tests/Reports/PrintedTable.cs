using System.Globalization;
using System.Text;
using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>The figures that a report prints, each with how it must be found to come about.</summary>
internal sealed class PrintedTable(string landlord)
{
    private readonly StringBuilder _file = new("landlord_code,measure,period,stock_type,filters,value_as_printed,numerator,denominator,set\n");
    private readonly List<(string Row, string Expected)> _expected = [];

    /// <summary>A printed figure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="value">As printed.</param>
    /// <param name="expected">
    /// "as_defined", or the causes: those of one way joined by +, ways that cannot be told apart by |, those that do not matter as ….
    /// </param>
    /// <param name="of">Numerator and denominator as printed: "353/386".</param>
    /// <param name="filters">Its part.</param>
    /// <param name="stock">Its stock type.</param>
    /// <param name="set">Its set.</param>
    /// <param name="period">Its period.</param>
    /// <param name="whose">Whose it is, where not the landlord's: "sector".</param>
    public PrintedTable Add(
        string measure,
        string value,
        string expected,
        string of = "/",
        string filters = "",
        string stock = "",
        string set = "",
        string period = "2023/24",
        string? whose = null)
    {
        string[] numbers = of.Split('/');
        string row = $"{whose ?? landlord},{measure},{period},{stock},{filters},\"{value}\",{numbers[0]},{numbers[1]},{set}";
        _file.Append(row).Append('\n');
        _expected.Add((row, expected));
        return this;
    }

    /// <summary>The shares of complaints upheld, upheld in part and not upheld, printed together with their numbers.</summary>
    public PrintedTable Outcomes(
        string measure,
        string set,
        string period,
        (int Count, string Value) upheld,
        (int Count, string Value) partially,
        (int Count, string Value) not,
        string lastExpected = "as_defined")
    {
        int whole = upheld.Count + partially.Count + not.Count;
        return Add(measure, upheld.Value, "as_defined", $"{upheld.Count}/{whole}", "outcome=upheld", "", set, period)
            .Add(measure, partially.Value, "as_defined", $"{partially.Count}/{whole}", "outcome=partially_upheld", "", set, period)
            .Add(measure, not.Value, lastExpected, $"{not.Count}/{whole}", "outcome=not_upheld", "", set, period);
    }

    /// <summary>Runs the command over the file, and holds each figure to what is expected of it.</summary>
    /// <param name="folder">Where the landlord's warehouse is.</param>
    /// <param name="sets">What must be told of sets: "set: cause: words", in the order of the file.</param>
    public Task HoldAsync(TemporaryFolder folder, params string[] sets) => HoldWithAsync(folder, [], sets);

    /// <summary>The same, with more options.</summary>
    public async Task HoldWithAsync(TemporaryFolder folder, string[] options, params string[] sets)
    {
        await File.WriteAllTextAsync(folder["printed.csv"], _file.ToString(), TestContext.Current.CancellationToken);
        ProcessResult run = await CommandLineRun.ComplaintsAsync(
            folder.Path, ["reconcile", "--published", "printed.csv", "--format", "json", .. options]);
        using var document = JsonDocument.Parse(run.Expect(0).Output);
        JsonElement[] figures = [.. document.RootElement.GetProperty("figures").EnumerateArray()];
        Assert.Equal(
            _expected.Select(row => $"{row.Row} => {row.Expected}"),
            _expected.Zip(figures, (row, figure) => $"{row.Row} => {AsFarAs(row.Expected, Found(figure))}"));
        Assert.Equal(
            sets,
            document.RootElement.GetProperty("sets").EnumerateArray()
                .Select(found => string.Join(": ", new[] { "set", "cause", "words" }.Select(name => found.GetProperty(name).GetString()))));
    }

    // Of a coarse figure many ways are told; what it must begin with is expected.
    private static string AsFarAs(string expected, string found) =>
        expected.EndsWith('…') && found.StartsWith(expected[..^1], StringComparison.Ordinal) ? expected : found;

    private static string Found(JsonElement figure)
    {
        string outcome = figure.GetProperty("outcome").GetString()!;
        JsonElement nearest = figure.GetProperty("nearest");
        return outcome == "explained"
            ? string.Join(" | ", figure.GetProperty("explanations").EnumerateArray().Select(explanation => string.Join(
                '+', explanation.GetProperty("causes").EnumerateArray().Select(cause => cause.GetString()))))
            : nearest.ValueKind != JsonValueKind.Null
                ? string.Create(CultureInfo.InvariantCulture, $"{outcome}, off by {nearest.GetProperty("off_by").GetDecimal()}")
                : outcome;
    }
}
