using System.Globalization;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Output;

/// <summary>An explanation as plain text, for people: one fact a line, what belongs together under its heading.</summary>
public static class ExplanationText
{
    private const int HeadingWidth = 14;
    private const int NumberWidth = 11;

    private static readonly string s_indent = new(' ', HeadingWidth);

    /// <summary>The text of an explanation; no line is wrapped.</summary>
    public static string Of(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return string.Concat(Lines(explanation).Select(line => line.TrimEnd() + "\n"));
    }

    private static IEnumerable<string> Lines(Explanation explanation)
    {
        MeasureInfo measure = explanation.Measure;
        Figure figure = explanation.Figure;
        return
        [
            $"{measure.Id}: {measure.Title}",
            "",
            .. Under("Figure", [FigureLine(measure, figure)]),
            .. Under("Of", [.. Complaints(explanation)]),
            .. Under("Formula", [measure.Formula]),
            .. Under("Source", [measure.Source]),
            .. Under("Limit", [measure.StatutoryLimit ?? "none"]),
            .. Under("Population", [$"{explanation.PopulationRule}: {figure.Population}", explanation.PopulationSource]),
            .. measure.Fact.FollowsTheCode ? ByTheCode(explanation) : [],
            .. Under("As at", [AsAt(explanation)]),
            .. Under("Sources", [.. explanation.Sources.Select(source => Source(source, measure.Fact))]),
            .. Under("Rounding", [explanation.Rounding]),
            .. Under("Marks", explanation.Marks.Count == 0 ? ["none"] : [.. explanation.Marks.Select(mark => $"{mark.Mark}: {mark.Why}")]),
            "",
            .. explanation.Funnels.SelectMany(funnel => Steps(funnel)),
            "Parts",
            .. explanation.Parts.SelectMany(Part),
            "",
            .. Cases(explanation),
            "SQL",
            .. explanation.Sql.Text.Split('\n').Select(line => $"  {line}"),
            .. explanation.Sql.Parameters.Select(parameter => $"  {parameter.Name} = {parameter.Value}"),
        ];
    }

    private static IEnumerable<string> ByTheCode(Explanation explanation) =>
    [
        .. Under("Code", [.. explanation.Rules.SelectMany(Rule)]),
        .. Under("Clock start", [.. Clocks(explanation)]),
        .. Under("Extensions", [CatalogueWords.Word(CatalogueWords.Extensions, explanation.Figure.Extensions).Replace('_', ' ')]),
        .. Under("Calendar", [explanation.Figure.Calendar]),
    ];

    private static string FigureLine(MeasureInfo measure, Figure figure)
    {
        string times = measure.Kind switch { MeasureKind.Percent => " × 100", MeasureKind.PerThousandHomes => " × 1,000", _ => "" };
        if (measure.Kind == MeasureKind.Quantile)
        {
            return $"{figure.Display} {figure.Unit}, of {Exact(figure.Denominator ?? 0)} {Records(measure.Fact)}"
                + (figure.Value is decimal whole ? $", exactly {Exact(whole)}" : "");
        }

        string made = figure.Denominator is decimal below ? $" = {Exact(figure.Numerator)} / {Exact(below)}{times}" : "";
        string exact = figure.Value is decimal value && made.Length > 0 ? $", exactly {Exact(value)}" : "";
        return $"{figure.Display} {figure.Unit}{made}{exact}";
    }

    private static IEnumerable<string> Complaints(Explanation explanation)
    {
        Figure figure = explanation.Figure;
        string role = CatalogueWords.Word(CatalogueWords.DateRoles, explanation.Measure.DateRole);
        string days = (figure.From, figure.To) switch
        {
            (null, null) => "on any day",
            (DateOnly from, null) => $"from {Day(from)}",
            (null, DateOnly to) => $"up to {Day(to)}",
            (DateOnly from, DateOnly to) => $"from {Day(from)} to {Day(to)}",
        };
        FactTable fact = explanation.Measure.Fact;
        yield return $"{Records(fact)} {role} {days}";
        foreach (QueryFilter filter in explanation.Filters)
        {
            yield return $"{filter.Dimension} is {string.Join(" or ", filter.Values)}";
        }
    }

    private static string Records(FactTable fact) => fact == FactTables.Stage ? "complaints" : fact.Rows;

    private static IEnumerable<string> Rule(ExplainedRule rule) =>
    [
        $"{rule.Id}: {rule.Title}, in force from {Day(rule.From)}{(rule.To is DateOnly to ? $" to {Day(to)}" : "")}",
        .. rule.Stages.Select(stage => $"  {stage}"),
    ];

    private static IEnumerable<string> Clocks(Explanation explanation)
    {
        if (explanation.ClockStarts.Count == 0)
        {
            bool decides = explanation.Measure.Formula.Contains("in time basis", StringComparison.Ordinal);
            return [decides ? "no complaint has a clock here" : "no due day decides this figure"];
        }

        return explanation.ClockStarts.SelectMany(IEnumerable<string> (start) =>
        [
            $"{Number(start.Complaints)} from {start.Start} ({start.Rule})",
            .. start.MissingIn.Select(source => $"  {source} records that day for none of them"),
        ]);
    }

    private static string AsAt(Explanation explanation)
    {
        Figure figure = explanation.Figure;
        if (figure.AsAt is not DateOnly asAt)
        {
            return "no day: nothing is loaded";
        }

        string[] set = [.. explanation.Sources.Where(source => source.SetsAsAt).Select(source => source.Source)];
        string how = explanation.Sources.Count == 0 ? "the newest day that any source knows, or the one asked for"
            : set.Length == 0 ? "as asked"
            : $"to which {string.Join(" and ", set)} {(set.Length == 1 ? "knows" : "know")}";
        return $"{Day(asAt)}, {how}; as known after load {Number(figure.KnownAtLoad)}";
    }

    private static string Source(ExplainedSource source, FactTable fact) =>
        $"{source.Source} knows to {Day(source.KnownTo)}: {Number(source.Complaints)} {fact.Rows} in these days"
        + (source.SetsKnownTo ? ", later ones are missing" : "");

    private static IEnumerable<string> Steps(Funnel funnel)
    {
        yield return funnel.Of == "figure" ? "Step by step" : $"Step by step to the {funnel.Of}";
        yield return $"{Right(Number(funnel.All))}  {funnel.Start}";
        for (int at = 0; at <= funnel.Steps.Count; at++)
        {
            if (at > 0)
            {
                FunnelStep step = funnel.Steps[at - 1];
                yield return $"{Right(Number(-step.LeftOut))}  {(step.Reason.Length > 0 ? $"{step.Reason}: " : "")}{step.LeavesOut}";
            }

            foreach (FunnelStop stop in funnel.Stops.Where(stop => stop.AfterSteps == at))
            {
                yield return $"{Right($"= {Number(stop.Count)}")}  {stop.Part}";
            }
        }

        yield return "";
    }

    private static IEnumerable<string> Part(ExplainedPart part) =>
    [
        $"{Right(part.Count is decimal count ? Exact(count) : "none")}  {part.Part}: {part.Words}",
        .. part.Command.Length == 0 || part.Cases is null or 0
            ? Array.Empty<string>()
            : [$"{new string(' ', NumberWidth)}  {Number(part.Cases.Value)} with {part.Command}"],
    ];

    private static IEnumerable<string> Cases(Explanation explanation)
    {
        string part = explanation.CasesOf.ToString().ToLowerInvariant();
        long all = explanation.Parts.FirstOrDefault(known => known.Part == part)?.Cases ?? 0;
        if (explanation.Cases.Count == 0)
        {
            yield break;
        }

        yield return explanation.Cases.Count < all
            ? $"The first {Number(explanation.Cases.Count)} of {Number(all)} in the {part}"
            : $"The cases in the {part}";
        foreach (CaseEntry entry in explanation.Cases)
        {
            yield return $"  {entry.CaseReference} stage {(int)entry.Stage}, {entry.Landlord}, received {Day(entry.Days.Received)}"
                + (entry.Days.Responded is DateOnly responded ? $", answered {Day(responded)}" : ", not answered")
                + (entry.Clock is CaseDeadline clock ? $", due {Day(clock.DueOn)}" : "")
                + (entry.ExcludedFor is string reason ? $", {reason.Replace('_', ' ')}" : "")
                + (entry.Clock is { Why.Length: > 0 } late ? $": {late.Why}" : "");
        }

        yield return "";
    }

    private static IEnumerable<string> Under(string heading, IReadOnlyList<string> lines) =>
        lines.Select((line, at) => (at == 0 ? heading.PadRight(HeadingWidth) : s_indent) + line);

    private static string Right(string text) => text.PadLeft(NumberWidth);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Exact(decimal number) => number.ToString("#,##0.############################", CultureInfo.InvariantCulture);
}
