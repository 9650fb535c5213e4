namespace Complaints.Measures.Catalogue;

/// <summary>
/// A fact of the star schema as measures see it: its table, the dates that put a row into a period, the fields that a condition may test,
/// and what figures of it can be told apart by. What is not described here cannot be asked.
/// </summary>
public sealed class FactTable
{
    internal FactTable()
    {
    }

    /// <summary>Its name in the catalogue: <c>finding</c>.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>What its rows are called in sentences: <c>findings</c>.</summary>
    public string Rows { get; internal init; } = "";

    /// <summary>Every field that a catalogue may test, by name.</summary>
    public IReadOnlyDictionary<string, FactField> Fields { get; internal init; } = new Dictionary<string, FactField>();

    /// <summary>The keys whose different values a measure may count, by name.</summary>
    public IReadOnlyDictionary<string, FactField> Keys { get; internal init; } = new Dictionary<string, FactField>();

    /// <summary>The keys of which a measure may count how many stand in several rows, by name.</summary>
    internal IReadOnlyDictionary<string, FactField> Repeated { get; init; } = new Dictionary<string, FactField>();

    /// <summary>Its table in the warehouse.</summary>
    internal string Table { get; init; } = "";

    /// <summary>What one of its rows is called in sentences: <c>finding</c>.</summary>
    internal string Row { get; init; } = "";

    /// <summary>Where its rows have their landlord, and other columns that do not stand on themselves, from.</summary>
    internal FactLink Link { get; init; } = FactLink.Own;

    /// <summary>Whether its rows name the stage of their case that they are of.</summary>
    internal bool NamesStage { get; init; }

    /// <summary>Whether its rows have a category of their own; else that of the case is theirs.</summary>
    internal bool HasCategory { get; init; }

    /// <summary>The column of each date that can put a row into a period.</summary>
    internal IReadOnlyDictionary<DateRole, FactDay> Days { get; init; } = new Dictionary<DateRole, FactDay>();

    /// <summary>
    /// Columns that are made of others: the first of these that has a value. A promise whose source does not say when it was made is known
    /// from the day it was done or due.
    /// </summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> FirstOf { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The column of the day from which a row is known: before the first of its landlord nothing is known to be zero.</summary>
    internal string KnownFrom { get; init; } = "";

    /// <summary>The columns, values or keys, of the dimensions that it has; periods come from its dates.</summary>
    internal IReadOnlySet<string> DimensionColumns { get; init; } = new HashSet<string>();

    /// <summary>
    /// The rows that wait for something, as an open complaint for its answer, on the figure's day; null where none ever does.
    /// </summary>
    internal Condition? Open { get; init; }

    /// <summary>What its open rows do: <c>waiting for an answer</c>.</summary>
    internal string OpenWords { get; init; } = "";

    /// <summary>The rows that were withdrawn later, which a question may leave out; null where there are none.</summary>
    internal Condition? Withdrawn { get; init; }

    /// <summary>Whether its rows are held against a version of the Complaint Handling Code.</summary>
    internal bool FollowsTheCode { get; init; }

    /// <summary>The load targets whose rows become rows of it: those that are held back are missing from its figures.</summary>
    internal IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The first part of the key by which the quarantine knows its rows, as a column.</summary>
    internal string KeyColumn { get; init; } = "";

    /// <summary>The date that a row held back is kept by; null where it may be any of several.</summary>
    internal DateRole? HeldBackDay { get; init; }

    /// <summary>Whether a landlord is found through a home, so that a row of a register that is held back may be of another.</summary>
    internal bool LeansOnHomes { get; init; }

    /// <summary>Whether homes without rows of it make rows of an answer: every landlord with homes has complaints, if it be 0.</summary>
    internal bool HomesMakeRows { get; init; }

    /// <summary>Whether small numbers of it can be kept hidden beside what is shown: only then may a role ask that sees none.</summary>
    internal bool CanHideSmallNumbers { get; init; }

    /// <summary>
    /// Whether its rows are counted at the ends of reporting years, so that years alone tell them apart and two of them cannot be added up.
    /// </summary>
    internal bool IsOfYearEnds => Link == FactLink.YearEnd;

    /// <summary>Whether its rows know the stock type of their home.</summary>
    internal bool HasStockType => DimensionColumns.Contains("stock_type");

    /// <summary>The column of the date of a role.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fact has no such date.</exception>
    internal string Day(DateRole role) => Days.TryGetValue(role, out FactDay? day)
        ? day.Column
        : throw new ArgumentOutOfRangeException(nameof(role), role, $"Not a date of the fact '{Name}'.");

    internal static IReadOnlySet<string> Columns(params string[] columns) => new HashSet<string>(columns, StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, FactField> Named(params FactField[] fields) =>
        fields.ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>That a flag is not set.</summary>
    internal static Condition Not(FactField flag) => new FieldTest(flag, ConditionOperator.Equal, [false]);
}

/// <summary>A date of a fact.</summary>
/// <param name="Column">Its column.</param>
/// <param name="IsOwed">Whether a row without it should have one, and could be of any period; else it only has not happened yet.</param>
internal sealed record FactDay(string Column, bool IsOwed = false);

/// <summary>Where the rows of a fact have from what does not stand on themselves.</summary>
internal enum FactLink
{
    /// <summary>All of it stands on the row.</summary>
    Own = 0,

    /// <summary>Landlord and home come from the stage of the case: the stage that the row names, else the newest.</summary>
    Case = 1,

    /// <summary>The day of the determination comes from the findings of the same reference.</summary>
    Determination = 2,

    /// <summary>Its rows are what holds at the end of each reporting year.</summary>
    YearEnd = 3,
}
