using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Warehouse.Rows;

namespace Complaints.Escalation.Cases;

/// <summary>Puts the rows of the history queries together into cases.</summary>
internal sealed class HistoryAssembler
{
    private const int Open = int.MaxValue;

    private readonly SourceCoverage _coverage;
    private readonly KnowledgeMode _mode;
    private readonly Dictionary<(string Source, string Case), CaseParts> _cases = [];
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstLoads = new(StringComparer.Ordinal);
    private readonly List<(CaseParts Case, string Source, int From, int To, object Part)> _parts = [];

    public HistoryAssembler(IReadOnlyList<SourceExtract> extracts, KnowledgeMode mode, int load)
    {
        _coverage = new SourceCoverage(extracts);
        _mode = mode;
        Load = load;
    }

    /// <summary>The load as known at which is read.</summary>
    public int Load { get; }

    /// <summary>Versions that ended at or before this load are left out.</summary>
    public int StillCurrentAfter => _mode == KnowledgeMode.ByEventDates ? Load : 0;

    /// <summary>Stages held back now, perhaps requests for stage 2, that name no case.</summary>
    public int HeldBackRowsWithoutCase { get; private set; }

    /// <summary>Starts the rows of one query.</summary>
    public void Begin()
    {
        _firstLoads.Clear();
        _parts.Clear();
    }

    /// <summary>
    /// Ends the rows of one query. Only now is the first load of each source that had such rows known: what it brought is known from
    /// always, else contacts or actions that a source began to send would seem to begin then.
    /// </summary>
    public void End()
    {
        foreach ((CaseParts of, string source, int from, int to, object part) in _parts)
        {
            Known known = _mode == KnowledgeMode.ByEventDates
                ? Known.Always
                : new Known(From(source, from, part), to > Load ? DateOnly.MaxValue : _coverage.SeenFrom(source, to));
            of.Add(part, known);
        }
    }

    // Stages come with the complaints' own extracts: the first request for stage 2 of a source is no older than the extract that brought
    // it.
    private DateOnly From(string source, int load, object part) =>
        part is not (CaseVersion or CaseEscalation or HeldBackStage)
            && load == _firstLoads[source]
                ? DateOnly.MinValue
                : _coverage.SeenFrom(source, load);

    public void AddVersion(DbDataReader row)
    {
        string source = Word(row, 0)!;
        string reference = row.GetString(1);
        if (!_cases.TryGetValue((source, reference), out CaseParts? of))
        {
            if (_cases.Count == Limits.RiskCases)
            {
                throw new UserException(
                    $"The warehouse has more than {Limits.RiskCases:N0} cases.",
                    expected: $"at most {Limits.RiskCases:N0} ({nameof(Limits)}.{nameof(Limits.RiskCases)})",
                    fix: "train and score on a warehouse with fewer years or landlords");
            }

            of = new CaseParts(source, reference);
            _cases.Add((source, reference), of);
        }

        Extension extension = new(Date(row, 9), Date(row, 10), Word(row, 11), row.IsDBNull(12) ? null : row.GetBoolean(12));
        Add(of, row, new CaseVersion
        {
            ReceivedOn = Date(row, 4)!.Value,
            LoggedOn = Date(row, 5),
            AcknowledgedOn = Date(row, 6),
            RespondedOn = Date(row, 7),
            ClosedOn = Date(row, 8),
            Extension = extension.IsEmpty ? null : extension,
            Status = Enum.Parse<StageStatus>(row.GetString(13), ignoreCase: true),
            RuleId = Word(row, 14) ?? CodeRules.For(Date(row, 4)!.Value).Id,
            Landlord = Word(row, 15),
            StockType = Word(row, 16),
            Tenure = Word(row, 17),
            ServiceArea = Word(row, 18),
            Category = Word(row, 19),
            Channel = Word(row, 20),
            Outcome = Word(row, 21),
            Contractor = Word(row, 22),
            PointsRaised = row.IsDBNull(23) ? null : row.GetInt32(23),
            Household = Key(row, 24),
            Home = Key(row, 25),
            Block = Word(row, 26) is string block ? Word($"{Word(row, 27)}:{block}") : null,
        });
    }

    public void AddEscalation(DbDataReader row) => AddTo(row, new CaseEscalation(Date(row, 4)!.Value, Known.Always));

    public void AddHeldBack(DbDataReader row)
    {
        if (!row.IsDBNull(1) && _cases.ContainsKey((Word(row, 0)!, row.GetString(1))))
        {
            AddTo(row, new HeldBackStage());
        }
        else if (row.GetInt32(3) > Load && row.GetBoolean(4))
        {
            HeldBackRowsWithoutCase++;
        }
    }

    public void AddContact(DbDataReader row) => AddTo(row, new CaseContact(Date(row, 4)!.Value, Date(row, 5), Known.Always));

    public void AddAction(DbDataReader row) =>
        AddTo(row, new CaseAction(Word(row, 4)!, Date(row, 7), Date(row, 5), Date(row, 6), Known.Always));

    public IEnumerable<CaseRecord> Cases() => _cases.Values.Select(c => c.ToRecord());

    private void AddTo(DbDataReader row, object part)
    {
        // A contact or action of a case that is not there (its stage 1 is in quarantine) has nothing to belong to.
        if (_cases.TryGetValue((Word(row, 0)!, row.GetString(1)), out CaseParts? of))
        {
            Add(of, row, part);
        }
    }

    private void Add(CaseParts of, DbDataReader row, object part)
    {
        int from = row.GetInt32(2);
        _firstLoads[of.Source] = Math.Min(from, _firstLoads.GetValueOrDefault(of.Source, Open));
        _parts.Add((of, of.Source, from, row.GetInt32(3), part));
    }

    private static DateOnly? Date(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static long? Key(DbDataReader row, int column) =>
        row.IsDBNull(column) || row.GetInt64(column) == 0 ? null : row.GetInt64(column);

    private string? Word(DbDataReader row, int column) =>
        row.IsDBNull(column) || row.GetString(column) is not { Length: > 0 } text ? null : Word(text);

    // One string per word: a million rows have some hundred words.
    private string Word(string text) => _words.TryGetValue(text, out string? word) ? word : _words[text] = text;

    private sealed record HeldBackStage;

    private sealed class CaseParts(string source, string reference)
    {
        private readonly List<CaseVersion> _versions = [];
        private readonly List<CaseEscalation> _escalations = [];
        private readonly List<Known> _heldBack = [];
        private readonly List<CaseContact> _contacts = [];
        private readonly List<CaseAction> _actions = [];

        public string Source => source;

        public void Add(object part, Known known)
        {
            switch (part)
            {
                case CaseVersion version:
                    _versions.Add(known == Known.Always ? version : version with { Known = known });
                    break;
                case CaseEscalation escalation:
                    _escalations.Add(escalation with { Known = known });
                    break;
                case HeldBackStage:
                    _heldBack.Add(known);
                    break;
                case CaseContact contact:
                    _contacts.Add(contact with { Known = known });
                    break;
                case CaseAction action:
                    _actions.Add(action with { Known = known });
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(part), part, "No part of a case.");
            }
        }

        public CaseRecord ToRecord() => new()
        {
            SourceSystem = source,
            CaseReference = reference,
            Versions = [.. _versions],
            Escalations = [.. _escalations],
            HeldBack = [.. _heldBack],
            Contacts = [.. _contacts],
            Actions = [.. _actions],
        };
    }
}
