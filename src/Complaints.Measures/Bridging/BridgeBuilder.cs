using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;

namespace Complaints.Measures.Bridging;

/// <summary>
/// Puts the steps of a bridge behind one another: what is not loaded, what is no complaint, what the return does not ask for.
/// </summary>
/// <param name="query">What was asked.</param>
/// <param name="resolved">What that means.</param>
/// <param name="made">The complaints made, as the figure counts them.</param>
/// <param name="rate">CH01, where there is one.</param>
internal sealed class BridgeBuilder(BridgeQuery query, ResolvedQuery resolved, FigureTable made, Figure? rate)
{
    private static readonly Dictionary<string, string> s_contacts = new(StringComparer.Ordinal)
    {
        ["service_request"] = "a request for a service is no complaint (Code 2024 §1.4)",
        ["mp_enquiry"] = "an enquiry of a Member of Parliament that was not logged as a complaint is none (Code 2024 §1.2)",
        ["councillor_enquiry"] = "an enquiry of a councillor that was not logged as a complaint is none (Code 2024 §1.2)",
        ["compliment"] = "no dissatisfaction is expressed (Code 2024 §1.2)",
    };

    private readonly List<BridgeStep> _steps = [];
    private long _left;

    internal Bridge Build(
        IReadOnlyList<string> sources,
        IReadOnlyList<BridgeHeldBack> held,
        IReadOnlyList<BridgeContacts> contacts,
        Funnel stages,
        IReadOnlyList<string> rules,
        int madeAfter)
    {
        long rows = held.Sum(count => count.Rows);
        long others = contacts.Where(count => !count.IsAsked).Sum(count => count.Contacts);
        _left = contacts.Sum(count => count.Contacts) + stages.All + rows;
        foreach (BridgeHeldBack count in held)
        {
            Step(count.Rule, HeldBack(count), $"rule {count.Rule} of the load", count.Rows);
        }

        bool parted = stages.Steps is [{ Reason: BridgePlan.OtherLandlord }, ..];
        if (parted)
        {
            Step(
                BridgePlan.OtherLandlord,
                "contacts and complaints of other landlords in the same systems",
                BridgePlan.OtherLandlordRule,
                others + stages.Steps[0].LeftOut);
        }

        foreach (BridgeContacts count in contacts.Where(count => count.IsAsked))
        {
            Step(
                count.Kind,
                $"contacts of the kind {count.Kind.Replace('_', ' ')}",
                s_contacts.GetValueOrDefault(count.Kind, "a contact that is no complaint (Code 2024 §1.2)"),
                count.Contacts);
        }

        int before = _steps.Count - (parted ? 1 : 0);
        foreach ((FunnelStep step, string rule) in stages.Steps.Zip(rules).Skip(parted ? 1 : 0))
        {
            Step(step.Reason, step.LeavesOut, rule, step.LeftOut);
        }

        return Made(sources, (contacts.Sum(count => count.Contacts), stages.All, rows), before + madeAfter);
    }

    private Bridge Made(IReadOnlyList<string> sources, (long Contacts, long Stages, long Rows) start, int madeAfter)
    {
        string id = $"stage{(int)query.Stage}";
        Figure counted = made.Figures[0];
        long all = start.Contacts + start.Stages + start.Rows;
        var stops = new List<FunnelStop>
        {
            new($"{id}_made, which is the denominator of ch02_{id}", madeAfter, madeAfter == 0 ? all : _steps[madeAfter - 1].Remaining),
        };
        if (rate is not null)
        {
            stops.Add(new FunnelStop($"the numerator of ch01_{id}", _steps.Count, _left));
        }

        if (stops[0].Count != counted.Numerator || (rate is not null && stops[1].Count != rate.Numerator))
        {
            throw new InvalidOperationException($"The bridge of stage {(int)query.Stage} leads to other counts than those of the figures.");
        }

        return new Bridge
        {
            Stage = query.Stage,
            From = counted.From,
            To = counted.To,
            Filters = query.Filters,
            Sources = sources,
            Contacts = start.Contacts,
            Stages = start.Stages,
            RowsHeldBack = start.Rows,
            Steps = _steps,
            Stops = stops,
            Notes = [.. Notes(counted)],
            AsAt = counted.AsAt,
            KnownAtLoad = counted.KnownAtLoad,
        };
    }

    private IEnumerable<string> Notes(Figure counted)
    {
        if (!resolved.Scope.IsAll)
        {
            yield return "Of other landlords in the same systems only those are counted whose figures the reader may see.";
        }

        if (rate is { Denominator: 0 })
        {
            yield return "The stock has no homes of these landlords and stock types in that year: CH01 has no value, and no complaint is left out for it.";
        }

        if (counted.To > counted.AsAt)
        {
            yield return FormattableString.Invariant($"The days run to {counted.To:yyyy-MM-dd}, and the records to {counted.AsAt:yyyy-MM-dd}: it is provisional.");
        }
    }

    private void Step(string reason, string leavesOut, string rule, long leftOut)
    {
        _left -= leftOut;
        _steps.Add(new BridgeStep(reason, leavesOut, rule, leftOut, _left));
    }

    private static string HeldBack(BridgeHeldBack count) => count switch
    {
        { IsDismissed: true } => "rows that a person decided to leave out",
        { Rule: QuarantineSql.ExactCopy } => "rows that are exact copies of rows that are loaded",
        { Rule: var rule } when QuarantineSql.IsUnmatched(rule) => "rows that wait for a decision on their landlord ('complaints worklist list')",
        _ => $"rows held back ('complaints quarantine list --rule {count.Rule}')",
    };
}
