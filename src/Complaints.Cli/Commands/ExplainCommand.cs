using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Composition;
using Complaints.Domain.Text;
using Complaints.Measures;
using Complaints.Measures.Cases;
using Complaints.Measures.Explaining;
using Complaints.Measures.Output;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints explain</c>: why a figure is what it is, for each figure that the same query gives.</summary>
internal static class ExplainCommand
{
    public static Command Create(Workbench bench)
    {
        QueryOptions options = new();
        Option<string?> part = OptionText.WordOption<CasePart>("--cases", "Of which part the first cases are shown; else of those above the line.");
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Option<FileInfo?> catalogue = CommonOptions.Catalogue("A file with measures of your own, added to the shipped ones.");
        Command command = new("explain", "Why a figure is what it is: definition, rules, clocks, every step to its counts, cases, SQL.")
        {
            part,
            format,
            bench.Options.Service,
            bench.Options.Role,
            bench.Options.Scope,
            catalogue,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            ExplainQuery query = new()
            {
                Figures = options.Read(parsed),
                Cases = OptionText.Value<CasePart>(parsed.GetValue(part)) ?? CasePart.Numerator,
            };
            await using Door<IFigures> figures = bench.Figures(parsed, catalogue);
            IReadOnlyList<Explanation> explanations =
                await figures.Asked.ExplainAsync(query, bench.ReaderAs(parsed), stop).ConfigureAwait(false);
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                bench.Terminal.Out.WriteLine(ExplanationJson.Text(explanations));
                return ExitCode.Done;
            }

            // Commands in it are to be copied, so no line is wrapped.
            string where = Where(parsed, bench, catalogue);
            foreach ((int at, Explanation explanation) in explanations.Index())
            {
                bench.Terminal.Copyable((at == 0 ? "" : "\n") + ExplanationText.Of(Asking(explanation, where)).TrimEnd('\n'));
            }

            return ExitCode.Done;
        });
        return command;
    }

    // The commands in it ask where this one did.
    private static Explanation Asking(Explanation explanation, string where) => explanation with
    {
        Parts = [.. explanation.Parts.Select(part => part.Command.Length == 0 ? part : part with { Command = part.Command + where })],
    };

    private static string Where(ParseResult parsed, Workbench bench, Option<FileInfo?> catalogue)
    {
        string Given(Option option, string? value) =>
            value is not null && parsed.GetResult(option) is { Implicit: false } ? $" {option.Name} {ShellWord.Of(value)}" : "";
        return Given(bench.Options.Warehouse, parsed.GetValue(bench.Options.Warehouse))
            + Given(bench.Options.Service, parsed.GetValue(bench.Options.Service))
            + Given(catalogue, parsed.GetValue(catalogue)?.ToString())
            + Given(bench.Options.Role, parsed.GetValue(bench.Options.Role))
            + Given(bench.Options.Scope, string.Join(',', parsed.GetValue(bench.Options.Scope) ?? []));
    }
}
