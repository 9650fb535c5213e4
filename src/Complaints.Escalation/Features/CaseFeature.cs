using Complaints.Learning.Table;

namespace Complaints.Escalation.Features;

/// <summary>One feature of a case at a moment: the same definition serves training, scoring, reasons and the model card.</summary>
public sealed record CaseFeature
{
    private CaseFeature(string name, string title, string unit, FeatureTopic topic, Func<CaseMoment, ReasonText> tell)
    {
        Name = name;
        Title = title;
        Unit = unit;
        Topic = topic;
        Tell = tell;
    }

    /// <summary>Stable name, snake_case.</summary>
    public string Name { get; }

    /// <summary>What it is, for people.</summary>
    public string Title { get; }

    /// <summary>Unit of the value: "working days", "complaints", "share", "code" …</summary>
    public string Unit { get; }

    /// <summary>What it is about.</summary>
    public FeatureTopic Topic { get; }

    /// <summary>The direction it may act in.</summary>
    public Monotone Monotone { get; private init; }

    /// <summary>
    /// Version of the definition: counts up with every change of what is read, so that a model trained on the former meaning is refused.
    /// </summary>
    public int Version { get; private init; } = 1;

    /// <summary>How it is read by a learner.</summary>
    public FeatureKind Kind => ReadNumber is null ? FeatureKind.Categorical : FeatureKind.Numeric;

    /// <summary>The feature as a column of a schema.</summary>
    public FeatureDefinition Definition => new(Name, Kind, Monotone, Version);

    /// <summary>The fact in words, from the moment the value is read from.</summary>
    internal Func<CaseMoment, ReasonText> Tell { get; }

    internal Func<CaseMoment, double?>? ReadNumber { get; private init; }

    internal Func<CaseMoment, string?>? ReadCategory { get; private init; }

    internal static CaseFeature Number(
        string name,
        string title,
        string unit,
        FeatureTopic topic,
        Func<CaseMoment, ReasonText> tell,
        Func<CaseMoment, double?> read,
        Monotone monotone = Monotone.None,
        int version = 1) =>
        new(name, title, unit, topic, tell) { ReadNumber = read, Monotone = monotone, Version = version };

    internal static CaseFeature Category(
        string name,
        string title,
        FeatureTopic topic,
        Func<CaseMoment, ReasonText> tell,
        Func<CaseMoment, string?> read,
        int version = 1) =>
        new(name, title, "code", topic, tell) { ReadCategory = read, Version = version };
}
