using Complaints.Measures.Catalogue;
using Complaints.Measures.Rendering;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Cases;

/// <summary>Renders a list into one query. Columns are read by <see cref="CaseReader"/> in the order of <see cref="CaseColumn"/>.</summary>
internal sealed class CaseSql
{
    private const string Contacts = "contacts";
    private const string Promises = "promises";

    private static readonly (string Table, string Key, string Value)[] s_subject =
    [
        ("service_area", "service_area_key", "name"),
        ("category", "category_key", "category"),
        ("category", "category_key", "subcategory"),
        ("contractor", "contractor_key", "name"),
        ("handler", "handler_key", "name"),
    ];

    private readonly ISqlDialect _dialect;
    private readonly CaseSelection _cases;
    private readonly ParameterList _parameters;
    private readonly ConditionRenderer _conditions;
    private readonly ExtensionRenderer _extensions;

    private CaseSql(CaseSelection cases, ISqlDialect dialect)
    {
        _dialect = dialect;
        _cases = cases;
        _parameters = new ParameterList(dialect);
        _conditions = new ConditionRenderer(_parameters, cases.Rows, "f");
        _extensions = new ExtensionRenderer(_parameters, cases.Rows, "f");
    }

    internal static SqlQuery Render(CaseSelection cases, ISqlDialect dialect) => new CaseSql(cases, dialect).Render();

    private SqlQuery Render()
    {
        List<string> common = [SqlText.Common(Contacts, ContactsText()), SqlText.Common(Promises, PromisesText())];
        string columns = SqlText.Columns([.. Columns()]);
        string where = SqlText.Where(Where());
        if (_cases.Homes != HomesRule.None)
        {
            common.Add(SqlText.Common(FactScanRenderer.KnownHomes, StockRenderer.Known(_cases.Rows, _parameters)));
        }

        return new SqlQuery(
            $"WITH {string.Join(",\n", common)}\n  SELECT\n{columns}\n  FROM fact_stage AS f"
                + $"{SqlText.Joins([.. _conditions.Joins, .. Joins()])}{where}\n  ORDER BY {string.Join(", ", Order())}",
            _parameters.Values);
    }

    private string Date => _cases.Role == DateRole.Made ? "f.received_on" : "f.responded_on";

    private string Day => _parameters.Add(_cases.Rows.AsAt);

    private IEnumerable<string> Columns() =>
    [
        "f.landlord_code",
        "f.source_system",
        "f.case_reference",
        "f.stage",
        "f.stock_type",
        "f.status",
        $"{Reason()} AS excluded_for",
        .. s_subject.Select(part =>
            $"{FactScanRenderer.Named($"{_conditions.DimensionTable(part.Key)}.{part.Value}", _parameters)} AS {part.Table}_{part.Value}"),
        "f.received_on",
        "f.logged_on",
        "f.acknowledged_on",
        "f.responded_on",
        "f.extension_agreed_on",
        "f.extension_to",
        "f.extension_reason",
        "f.ombudsman_details_given",
        $"{_conditions.DimensionTable("code_rule_key")}.rule_id",
        "f.clock_started_on",
        "f.standard_due_on",
        $"{_extensions.DueOn()} AS extended_due_on",
        "f.extension_faults",
        $"{_conditions.DimensionTable("outcome_key")}.code AS outcome",
        $"{Contacts}.last_on",
        $"{Contacts}.next_agreed_on",
        $"COALESCE({Promises}.still_open, 0) AS promises_open",
        $"COALESCE({Promises}.overdue, 0) AS promises_overdue",
    ];

    private List<string> Where()
    {
        List<string> where =
        [
            ScopeRenderer.Version("f", _cases.Rows.KnownAtLoad, _parameters),
            .. ScopeRenderer.Days(Date, _cases.Rows, _parameters),
            .. ScopeRenderer.Landlords("f", _cases.Rows, _parameters),
            .. ScopeRenderer.Filters(_cases.Rows, _parameters, _conditions),
            $"({_conditions.Render(_cases.Where)})",
        ];
        if (_cases.Repeated is { } repeated)
        {
            where.Add(Repeated(repeated.Among, repeated.Values));
        }

        const string known = "homes.landlord_code IS NOT NULL";
        switch (_cases.Homes)
        {
            case HomesRule.Known:
                where.Add(known);
                break;
            case HomesRule.KnownUnlessNone:
                where.Add($"({known} OR NOT {AnyHomes()})");
                break;
            default:
                break;
        }

        if (_cases.Reasons.Count > 0 || _cases.Homes == HomesRule.MissingIsReason)
        {
            where.Add($"{Reason()} IS NOT NULL");
        }

        return where;
    }

    // Whose value stands so often among the rows that the figure counts.
    private string Repeated(Condition among, RepeatedValues values)
    {
        var conditions = new ConditionRenderer(_parameters, _cases.Rows, "f");
        string column = conditions.Value(values.Field);
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", _cases.Rows.KnownAtLoad, _parameters),
            .. ScopeRenderer.Days(Date, _cases.Rows, _parameters),
            .. ScopeRenderer.Landlords("f", _cases.Rows, _parameters),
            .. ScopeRenderer.Filters(_cases.Rows, _parameters, conditions),
            $"({conditions.Render(among)})",
        ]);
        return $"{column} IN (\n  SELECT {column}\n  FROM fact_stage AS f{SqlText.Joins(conditions.Joins)}{where}\n"
            + $"  GROUP BY {column}\n  HAVING COUNT(*) >= {_parameters.Add(values.AtLeast)})";
    }

    private string Reason()
    {
        List<string> cases = [.. _cases.Reasons.Select(reason => Case(_conditions.Render(reason.When), reason.Reason))];
        if (_cases.Homes == HomesRule.MissingIsReason)
        {
            cases.Add(Case($"homes.landlord_code IS NULL AND {AnyHomes()}", Exclusion.HomesMissing));
        }

        return cases.Count == 0 ? "CAST(NULL AS VARCHAR(1))" : $"CASE {string.Join(" ", cases)} END";
    }

    private string Case(string condition, string reason) => $"WHEN {condition} THEN {_parameters.Add(reason)}";

    private string AnyHomes() => $"EXISTS ({StockRenderer.Any(_cases.Rows, _parameters)})";

    private IEnumerable<string> Joins()
    {
        const string sameCase = "source_system = f.source_system AND {0}.case_reference = f.case_reference";
        yield return $"LEFT JOIN {Contacts} ON {Contacts}.{string.Format(null, sameCase, Contacts)} AND {Contacts}.stage = f.stage";
        yield return $"LEFT JOIN {Promises} ON {Promises}.{string.Format(null, sameCase, Promises)}";
        if (_cases.Homes != HomesRule.None)
        {
            yield return $"LEFT JOIN {FactScanRenderer.KnownHomes} AS homes ON homes.landlord_code = f.landlord_code "
                + $"AND homes.stock_type = f.stock_type AND homes.reporting_year = {_dialect.ReportingYear(Date)}";
        }
    }

    // What waits comes first, and first what is due first.
    private IEnumerable<string> Order() =>
    [
        $"CASE WHEN f.responded_on <= {Day} THEN 1 ELSE 0 END",
        $"COALESCE({_extensions.DueOn()}, f.standard_due_on)",
        "f.received_on",
        "f.source_system",
        "f.case_reference",
        "f.stage",
    ];

    // The last contact, and the day agreed at the last one that agreed any.
    private string ContactsText()
    {
        const string ofStage = "PARTITION BY c.source_system, c.case_reference, c.stage";
        string where = SqlText.Where([ScopeRenderer.Version("c", _cases.Rows.KnownAtLoad, _parameters), $"c.occurred_on <= {Day}"]);
        return $"""
              SELECT n.source_system, n.case_reference, n.stage, n.last_on, n.next_agreed_on
              FROM (
                SELECT
                  c.source_system,
                  c.case_reference,
                  c.stage,
                  c.next_agreed_on,
                  MAX(c.occurred_on) OVER ({ofStage}) AS last_on,
                  ROW_NUMBER() OVER (
                    {ofStage}
                    ORDER BY CASE WHEN c.next_agreed_on IS NULL THEN 1 ELSE 0 END, c.occurred_on DESC, c.next_agreed_on DESC
                  ) AS place
                FROM fact_communication AS c{where}
              ) AS n
              WHERE n.place = 1
            """;
    }

    // A promise whose making is not dated counts from when it is known.
    private string PromisesText()
    {
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("a", _cases.Rows.KnownAtLoad, _parameters),
            $"a.kind IN {_parameters.List(["promise", "remedy"])}",
            $"(a.made_on IS NULL OR a.made_on <= {Day})",
            $"(a.done_on IS NULL OR a.done_on > {Day})",
        ]);
        return "  SELECT a.source_system, a.case_reference, "
            + $"COUNT(*) AS still_open, {_dialect.CountWhere($"a.due_on < {Day}")} AS overdue\n"
            + $"  FROM fact_action AS a{where}\n  GROUP BY a.source_system, a.case_reference";
    }
}
