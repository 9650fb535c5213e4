using Complaints.Measures.Explaining;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Explanations, both ways.</summary>
internal static class ExplanationMapping
{
    internal static Wire.ExplainRequest ToWire(ExplainQuery query) =>
        new() { Figures = QueryMapping.ToWire(query.Figures), Cases = WireEnums.Of(query.Cases) };

    internal static ExplainQuery FromWire(Wire.ExplainRequest request) => new()
    {
        Figures = QueryMapping.FromWire(request.Figures ?? new Wire.QueryRequest()),
        Cases = WireEnums.Part(request.Cases),
    };

    internal static Wire.Explanation ToWire(Explanation explanation)
    {
        var wire = new Wire.Explanation
        {
            Figure = TableMapping.ToWire(explanation.Table),
            PopulationRule = explanation.PopulationRule,
            PopulationSource = explanation.PopulationSource,
            Rounding = explanation.Rounding,
            CasesOf = WireEnums.Of(explanation.CasesOf),
            Sql = new Wire.ExplainedSql { Text = explanation.Sql.Text },
        };
        wire.Filters.AddRange(explanation.Filters.Select(QueryMapping.ToWire));
        wire.Rules.AddRange(explanation.Rules.Select(ToWire));
        wire.ClockStarts.AddRange(explanation.ClockStarts.Select(ClockStartMapping.ToWire));
        wire.Sources.AddRange(explanation.Sources.Select(source => new Wire.ExplainedSource
        {
            Source = source.Source,
            KnownTo = WireText.Of(source.KnownTo),
            Complaints = source.Complaints,
            SetsAsAt = source.SetsAsAt,
            SetsKnownTo = source.SetsKnownTo,
        }));
        wire.Funnels.AddRange(explanation.Funnels.Select(ToWire));
        wire.Parts.AddRange(explanation.Parts.Select(ToWire));
        wire.Marks.AddRange(explanation.Marks.Select(mark => new Wire.FigureMark { Mark = mark.Mark, Why = mark.Why }));
        wire.Cases.AddRange(explanation.Cases.Select(CaseMapping.ToWire));
        wire.Sql.Parameters.AddRange(explanation.Sql.Parameters.Select(parameter =>
            new Wire.ExplainedParameter { Name = parameter.Name, Value = parameter.Value }));
        return wire;
    }

    internal static Explanation FromWire(Wire.Explanation wire) => new()
    {
        Table = TableMapping.FromWire(wire.Figure),
        Filters = [.. wire.Filters.Select(QueryMapping.FromWire)],
        PopulationRule = wire.PopulationRule,
        PopulationSource = wire.PopulationSource,
        Rules = [.. wire.Rules.Select(FromWire)],
        ClockStarts = [.. wire.ClockStarts.Select(ClockStartMapping.FromWire)],
        Sources =
        [
            .. wire.Sources.Select(source => new ExplainedSource(
                source.Source, Day(source.KnownTo), source.Complaints, source.SetsAsAt, source.SetsKnownTo)),
        ],
        Funnels = [.. wire.Funnels.Select(FromWire)],
        Parts =
        [
            .. wire.Parts.Select(part => new ExplainedPart(
                part.Part, part.Words, WireText.Number(part.Count), part.HasCases ? part.Cases : null, part.Command)),
        ],
        Rounding = wire.Rounding,
        Marks = [.. wire.Marks.Select(mark => new FigureMark(mark.Mark, mark.Why))],
        CasesOf = WireEnums.Part(wire.CasesOf),
        Cases = [.. wire.Cases.Select(CaseMapping.FromWire)],
        Sql = new ExplainedSql(
            wire.Sql.Text, [.. wire.Sql.Parameters.Select(parameter => new ExplainedParameter(parameter.Name, parameter.Value))]),
    };

    internal static Wire.FunnelStop ToWire(FunnelStop stop) =>
        new() { Part = stop.Part, AfterSteps = stop.AfterSteps, Count = stop.Count };

    private static Wire.ExplainedRule ToWire(ExplainedRule rule)
    {
        var wire = new Wire.ExplainedRule
        {
            Id = rule.Id,
            Title = rule.Title,
            From = WireText.Of(rule.From),
            To = WireText.Of(rule.To),
        };
        wire.Stages.AddRange(rule.Stages);
        return wire;
    }

    private static ExplainedRule FromWire(Wire.ExplainedRule wire) =>
        new(wire.Id, wire.Title, Day(wire.From), WireText.Day(wire.To, "to"), [.. wire.Stages]);

    private static Wire.Funnel ToWire(Funnel funnel)
    {
        var wire = new Wire.Funnel { Of = funnel.Of, Start = funnel.Start, All = funnel.All };
        wire.Steps.AddRange(funnel.Steps.Select(step => new Wire.FunnelStep
        {
            Reason = step.Reason,
            LeavesOut = step.LeavesOut,
            LeftOut = step.LeftOut,
            Remaining = step.Remaining,
        }));
        wire.Stops.AddRange(funnel.Stops.Select(ToWire));
        return wire;
    }

    private static Funnel FromWire(Wire.Funnel wire) => new(
        wire.Of,
        wire.Start,
        wire.All,
        [.. wire.Steps.Select(step => new FunnelStep(step.Reason, step.LeavesOut, step.LeftOut, step.Remaining))],
        [.. wire.Stops.Select(stop => new FunnelStop(stop.Part, stop.AfterSteps, stop.Count))]);

    private static Wire.ExplainedPart ToWire(ExplainedPart part)
    {
        var wire = new Wire.ExplainedPart
        {
            Part = part.Part,
            Words = part.Words,
            Count = WireText.Of(part.Count),
            Command = part.Command,
        };
        if (part.Cases is long cases)
        {
            wire.Cases = cases;
        }

        return wire;
    }

    private static DateOnly Day(string text) =>
        WireText.Day(text, "day") ?? throw new InvalidDataException("An explanation without one of its days.");
}
