using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Cli.Views;
using Complaints.Domain.Errors;
using Complaints.Measures;
using Complaints.Measures.Comparing;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints compare</c>: figures, and beside each what it was over other days.</summary>
internal static class CompareCommand
{
    public static Command Create(Workbench bench)
    {
        QueryOptions options = new();
        Option<string[]> with = SelectionOptions.List(
            "--with", $"Comparisons, comma separated: {string.Join(", ", ComparisonWords.ByWord.OrderBy(word => word.Value).Select(word => word.Key))}.", "-c");
        with.DefaultValueFactory = _ => ["same_period_last_year"];
        Option<OutputFormat> format = CommonOptions.Format();
        Option<FileInfo?> catalogue = CommonOptions.Catalogue("A file with measures of your own, added to the shipped ones.");
        Command command = new("compare", "Figures beside those of other days, with the change.")
        {
            with,
            format,
            bench.Options.Service,
            bench.Options.Role,
            bench.Options.Scope,
            catalogue,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            ComparisonQuery query = new()
            {
                Figures = options.Read(parsed),
                With = [.. OptionText.Items(parsed.GetValue(with)).Select(Kind)],
            };
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            ComparisonTable table = await figures.Asked.CompareAsync(query, bench.ReaderAs(parsed), stop).ConfigureAwait(false);
            ComparisonView.Write(bench.Terminal, table, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static ComparisonKind Kind(string word) => ComparisonWords.ByWord.TryGetValue(word, out ComparisonKind kind)
        ? kind
        : throw new UsageException(
            $"'{word}' is no comparison.", "--with", string.Join(", ", ComparisonWords.ByWord.Keys), "use one of these words");
}
