using Complaints.Domain.Homes;
using Complaints.Etl.Conform;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>A person's decisions, and what became of each in the load that they were given to.</summary>
internal sealed class ReviewedFile
{
    private readonly List<ReviewedDecision> _decisions;
    private readonly List<ReviewedLine> _incomplete;
    private readonly Dictionary<(string Allocator, string Form), List<ReviewedDecision>> _byIdentifier = [];
    private readonly Dictionary<string, IdentifierForm> _forms;

    internal ReviewedFile(string path, IReadOnlyList<PropertyReferenceRow> decided, IReadOnlyList<ReviewedLine> incomplete, int undecided)
    {
        Path = path;
        Undecided = undecided;
        _decisions = [.. decided.Select(row => new ReviewedDecision(row))];
        _incomplete = [.. incomplete];
        _forms = _decisions
            .GroupBy(decision => decision.Row.IdentifierAllocator, StringComparer.Ordinal)
            .ToDictionary(
                given => given.Key,
                given => IdentifierForm.Of([.. given.Select(decision => decision.Row.Identifier).Distinct(StringComparer.Ordinal)]),
                StringComparer.Ordinal);
        foreach (ReviewedDecision decision in _decisions)
        {
            string allocator = decision.Row.IdentifierAllocator;
            Groups.Add(_byIdentifier, (allocator, _forms[allocator].Apply(decision.Row.Identifier)), decision);
        }

        ReplaceEarlier();
    }

    internal string Path { get; }

    /// <summary>Lines that nobody has decided on.</summary>
    internal int Undecided { get; }

    /// <summary>
    /// The decisions whose home a register holds; the others are told apart with the reason. A decision without its home would be kept and
    /// never match anything.
    /// </summary>
    internal IReadOnlyList<PropertyReferenceRow> Accept(IReadOnlySet<(string Allocator, string Reference)> homes)
    {
        foreach (ReviewedDecision decision in _decisions.Where(
            decision => !decision.IsReplaced && !homes.Contains((decision.Row.PropertyAllocator, decision.Row.PropertyReference))))
        {
            decision.Problem = $"no register holds the home '{decision.Row.PropertyReference}' of '{decision.Row.PropertyAllocator}'";
        }

        return [.. _decisions.Where(decision => decision.Problem is null).Select(decision => decision.Row)];
    }

    /// <summary>Notes what a row of the load made of the decision on its identifier or UPRN.</summary>
    internal void Met(string allocator, string? identifier, Uprn? uprn, long line, DateOnly day, Assignment? found, HomeIndex homes)
    {
        foreach (ReviewedDecision decision in Find(allocator, identifier).Concat(Find(allocator, uprn?.ToString())))
        {
            Met(decision, line, day, found, homes);
        }
    }

    /// <summary>What became of every line.</summary>
    internal ReviewOutcome Outcome()
    {
        IEnumerable<ReviewedLine> unused = _decisions
            .Where(decision => !decision.IsUsed)
            .Select(decision => new ReviewedLine(
                decision.Row.SourceRow, decision.Row.Identifier, decision.Problem ?? $"no row of this load has this identifier of '{decision.Row.IdentifierAllocator}'"));
        return new ReviewOutcome(
            System.IO.Path.GetFileName(Path),
            _decisions.Count(decision => decision.IsUsed),
            Undecided,
            [.. _incomplete.Concat(unused).OrderBy(line => line.Line)],
            [
                .. _decisions
                    .Where(decision => decision is { IsUsed: true, Problem: not null })
                    .Select(decision => new ReviewedLine(decision.Row.SourceRow, decision.Row.Identifier, decision.Problem!)),
            ]);
    }

    // Of several decisions on one identifier from one day on, the last stands; the others need not be loaded.
    private void ReplaceEarlier()
    {
        foreach (IGrouping<object, ReviewedDecision> same in _decisions.GroupBy(
            object (decision) => (decision.Row.IdentifierAllocator, decision.Row.Identifier, decision.Row.ValidFrom)))
        {
            ReviewedDecision last = same.MaxBy(decision => decision.Row.AcceptedOn)!;
            foreach (ReviewedDecision earlier in same.Where(decision => !ReferenceEquals(decision, last)))
            {
                earlier.IsReplaced = true;
                earlier.Problem = FormattableString.Invariant($"line {last.Row.SourceRow} decides on it later");
            }
        }
    }

    private static void Met(ReviewedDecision decision, long line, DateOnly day, Assignment? found, HomeIndex homes)
    {
        PropertyReferenceRow row = decision.Row;
        if (decision.IsReplaced)
        {
            return;
        }

        if (Covers(row, day)
            && homes.IsReplaced(row.IdentifierAllocator, row.Identifier, day, row.PropertyAllocator, row.PropertyReference))
        {
            decision.Problem ??= FormattableString.Invariant($"line {line}: a later decision on the identifier stands in its place");
            return;
        }

        if (found is { How: LandlordAssignment.Reviewed } && Covers(row, day))
        {
            decision.IsUsed = true;
            return;
        }

        HomeVersion? nearest = homes.AnyDay(row.PropertyAllocator, row.PropertyReference).MinBy(home => home.DaysFrom(day));
        decision.Problem ??= FormattableString.Invariant($"line {line}: ") + (
            nearest is not null && !nearest.IsValidOn(day) ? $"the home '{row.PropertyReference}' is {nearest.NotValidOn(day)}"
            : !Covers(row, day) ? FormattableString.Invariant($"the decision is not valid on {day:yyyy-MM-dd}")
            : found is not null ? "the registers tell the home without it"
            : "it contradicts what the row's identifier or UPRN stands for");
    }

    private static bool Covers(PropertyReferenceRow row, DateOnly day) => !(day < row.ValidFrom || day >= row.ValidTo);

    private List<ReviewedDecision> Find(string allocator, string? text) =>
        text is null || !_forms.TryGetValue(allocator, out IdentifierForm? form)
            ? []
            : _byIdentifier.GetValueOrDefault((allocator, form.Apply(text))) ?? [];
}
