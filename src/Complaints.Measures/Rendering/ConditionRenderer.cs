using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders conditions on rows of a fact, or on groups of them by their keys. Dimension tables that a condition needs are joined
/// under the field's name.
/// </summary>
internal sealed class ConditionRenderer(ParameterList parameters, RowConditions rows, string alias)
{
    /// <summary>What is rendered for no condition.</summary>
    internal const string True = LandlordCondition.Always;

    private readonly ExtensionRenderer _extensions = new(parameters, rows, alias);

    private readonly StageStateRenderer _states = new(parameters, rows, alias);

    private readonly SortedDictionary<string, string> _joins = new(StringComparer.Ordinal);

    /// <summary>Joins that the conditions rendered so far need.</summary>
    internal IEnumerable<string> Joins => _joins.Values;

    /// <summary>A condition; <see cref="True"/> for none.</summary>
    internal string Render(Condition condition) => condition switch
    {
        AllOf { Conditions.Count: 0 } => True,
        AllOf all => string.Join(" AND ", all.Conditions.Select(Operand)),
        AnyOf any => string.Join(" OR ", any.Conditions.Select(Operand)),
        // "NOT" of an unknown is unknown in SQL; here what is not known to hold does not hold.
        Negated not => $"CASE WHEN {Render(not.Condition)} THEN 0 ELSE 1 END = 1",
        FieldTest test => Test(test),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    /// <summary>The name of a dimension table, whose join is remembered.</summary>
    internal string DimensionTable(string key)
    {
        string table = key[..^"_key".Length];
        string version = Dimension.VersionedTables.Contains($"dim_{table}", StringComparer.Ordinal)
            ? $" AND {ScopeRenderer.Version(table, rows.KnownAtLoad, parameters)}"
            : "";
        _joins[table] = $"LEFT JOIN dim_{table} AS {table} ON {table}.{key} = {alias}.{key}{version}";
        return table;
    }

    /// <summary>A condition as one of several that must hold: what says "or" is bracketed.</summary>
    internal string Operand(Condition condition) => condition is AnyOf or AllOf
        ? $"({Render(condition)})"
        : condition is FieldTest { Field.Source: FieldOrigin.BasisAsAt }
            ? $"({Render(condition)})"
            : Render(condition);

    private string Test(FieldTest test) => test.Field.Source switch
    {
        FieldOrigin.BasisAsAt => Basis(test),
        FieldOrigin.HappenedAsAt => Happened(test),
        FieldOrigin.DoneByDueAsAt => Flag(InTime(test.Field), test),
        FieldOrigin.PastDueAsAt => Flag(Overdue(test.Field), test),
        FieldOrigin.IsRecorded => $"{alias}.{test.Field.Column} IS {(Wanted(test) ? "NOT NULL" : "NULL")}",
        FieldOrigin.FaultyExtensionAsAt => _extensions.Faulty(),
        FieldOrigin.ExtensionFault => _extensions.Fault(test.Field.Column),
        FieldOrigin.HomesOfYear or FieldOrigin.HomesOfLandlord => $"homes.landlord_code IS {(Wanted(test) ? "NOT NULL" : "NULL")}",
        FieldOrigin.AcknowledgementAsAt => _states.Acknowledgement(test),
        FieldOrigin.OverdueAsAt => Flag(_states.Overdue(), test),
        FieldOrigin.ExtendedAsAt => Flag(_states.Extended(), test),
        FieldOrigin.EscalatedAsAt => Escalated(test),
        FieldOrigin.ResidentKnown => $"{alias}.resident_key {(Wanted(test) ? "<>" : "=")} 0",
        FieldOrigin.CalendarDays => Compare(Value(test.Field), test),
        FieldOrigin.DimensionCode => Compare($"{DimensionTable(test.Field.Column)}.code", test),
        _ => Compare($"{alias}.{test.Field.Column}", test),
    };

    /// <summary>The value of a number of the row.</summary>
    internal string Value(FactField field) => field.Source == FieldOrigin.CalendarDays
        ? parameters.Dialect.DaysBetween($"{alias}.received_on", $"{alias}.responded_on")
        : $"{alias}.{field.Column}";

    // A condition with an unknown in it does not hold, and then its opposite does.
    private static string Flag(string condition, FieldTest test) =>
        Wanted(test) ? $"({condition})" : $"CASE WHEN {condition} THEN 0 ELSE 1 END = 1";

    private string Escalated(FieldTest test)
    {
        _joins[StageStateRenderer.Escalations] = _states.EscalationJoin();
        return $"{StageStateRenderer.Escalations}.case_reference IS {(Wanted(test) ? "NOT NULL" : "NULL")}";
    }

    private string Compare(string column, FieldTest test) => test.Operator switch
    {
        ConditionOperator.Equal => $"{column} = {parameters.Add(test.Values[0])}",
        ConditionOperator.NotEqual => $"{column} <> {parameters.Add(test.Values[0])}",
        ConditionOperator.In => $"{column} IN {parameters.List(test.Values)}",
        ConditionOperator.NotIn => $"{column} NOT IN {parameters.List(test.Values)}",
        ConditionOperator.Less => $"{column} < {parameters.Add(test.Values[0])}",
        ConditionOperator.AtMost => $"{column} <= {parameters.Add(test.Values[0])}",
        ConditionOperator.More => $"{column} > {parameters.Add(test.Values[0])}",
        ConditionOperator.AtLeast => $"{column} >= {parameters.Add(test.Values[0])}",
        ConditionOperator.IsNull => $"{column} IS NULL",
        ConditionOperator.IsNotNull => $"{column} IS NOT NULL",
        _ => throw new InvalidOperationException($"An unknown operator: {test.Operator}."),
    };

    // The stored basis is that of the load's cut-off; as at any day it follows from the dates (docs/domain.md §2.2).
    private string Basis(FieldTest test)
    {
        bool negated = test.Operator is ConditionOperator.NotEqual or ConditionOperator.NotIn;
        HashSet<string> wanted = [.. TestableFields.Bases.Where(word => test.Values.Contains(word) != negated)];
        string day = parameters.Add(rows.AsAt);
        string extended = _extensions.DueOn();
        string answered = $"{alias}.responded_on";
        string standard = $"{alias}.standard_due_on";
        var parts = new List<string>(3);
        if (wanted.Contains("standard") && wanted.Contains("extension"))
        {
            parts.Add($"{answered} <= {day} AND ({answered} <= {standard} OR {answered} <= {extended})");
        }
        else if (wanted.Contains("standard"))
        {
            parts.Add($"{answered} <= {day} AND {answered} <= {standard}");
        }
        else if (wanted.Contains("extension"))
        {
            parts.Add($"{answered} <= {day} AND {answered} > {standard} AND {answered} <= {extended}");
        }

        if (wanted.Contains("late"))
        {
            parts.Add($"{answered} <= {day} AND {answered} > {standard} "
                + $"AND ({extended} IS NULL OR {answered} > {extended})");
        }

        if (wanted.Contains("open"))
        {
            parts.Add($"{answered} IS NULL OR {answered} > {day}");
        }

        return parts.Count switch
        {
            0 => "1 = 0",
            1 => parts[0],
            _ => string.Join(" OR ", parts.Select(part => $"({part})")),
        };
    }

    private static bool Wanted(FieldTest test) => test.Values[0] is true == (test.Operator == ConditionOperator.Equal);

    private string Happened(FieldTest test)
    {
        string day = parameters.Add(rows.AsAt);
        string column = $"{alias}.{test.Field.Column}";
        return Wanted(test) ? $"{column} <= {day}" : $"({column} IS NULL OR {column} > {day})";
    }

    private string InTime(FactField field)
    {
        string column = $"{alias}.{field.Column}";
        return $"{column} <= {parameters.Add(rows.AsAt)} AND {column} <= {alias}.{field.DueColumn}";
    }

    // What a source does not know yet has not passed for it: the day is that of the row's own source, where it ends before the figure's.
    private string Overdue(FactField field)
    {
        string column = $"{alias}.{field.Column}";
        string day = SourceDay();
        return $"{alias}.{field.DueColumn} < {day} AND ({column} IS NULL OR {column} > {day})";
    }

    /// <summary>The day up to which the row's own source is known, and no later than the figure's.</summary>
    internal string SourceDay()
    {
        string day = parameters.Add(rows.AsAt);
        string[] earlier =
        [
            .. rows.SourceDays
                .Where(source => source.Value < rows.AsAt)
                .OrderBy(source => source.Key, StringComparer.Ordinal)
                .Select(source => $"WHEN {parameters.Add(source.Key)} THEN {parameters.Add(source.Value)}"),
        ];
        return earlier.Length == 0 ? day : $"CASE {alias}.source_system {string.Join(' ', earlier)} ELSE {day} END";
    }
}
