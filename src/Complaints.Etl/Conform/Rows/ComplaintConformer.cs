using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>
/// Complaint stages from both shapes of extract: one row per stage, and one row per complaint. A row with both stages is one row: a fault
/// in either holds back both.
/// </summary>
internal sealed class ComplaintConformer : RowConformer<StageRow>
{
    private readonly bool _wide;
    private readonly StageColumns _one;
    private readonly StageColumns _two;
    private readonly StageReader _readOne;
    private readonly StageReader _readTwo;
    private readonly StageContent _ofTwo;
    private readonly BoundField? _case;
    private readonly BoundField? _stage;
    private readonly BoundField? _stockType;
    private readonly BoundField? _tenure;
    private readonly BoundField? _resident;
    private readonly ClockTally _clocks = new();
    private string _keptAs = "";
    private bool _twoDays;

    internal ComplaintConformer(ConformContext context, bool wide)
        : base(context)
    {
        _wide = wide;
        _one = new StageColumns(Binding, wide ? 1 : 0);
        _two = wide ? new StageColumns(Binding, 2) : _one;
        _readOne = new StageReader(context, _one);
        _readTwo = wide ? new StageReader(context, _two) : _readOne;
        _ofTwo = new StageContent(Binding, Cells, _two.ReceivedOn);
        _case = Binding.Field("case_reference");
        _stage = Binding.Field("stage");
        _stockType = Binding.Field("stock_type");
        _tenure = Binding.Field("tenure_code");
        _resident = Binding.Field("resident_reference");
    }

    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override IReadOnlyList<WorklistCandidate> Candidates(bool dayIsKnown) => base.Candidates(dayIsKnown && !_twoDays);

    internal override IReadOnlyList<LoadedClocks> Clocks => _clocks.Counted();

    internal override IReadOnlyList<AbsentField> Absent => _wide ? DecidingFields.Absent(_one, _two) : DecidingFields.Absent(_one);

    internal override void Taken(StageRow row) => _clocks.Add(row);

    internal override void Begin()
    {
        base.Begin();
        _twoDays = false;
    }

    internal override void Read(RowInHand scope, List<StageRow> into)
    {
        string caseReference = RequiredReference(scope, _case);
        _keptAs = CheckSimilar(scope, _case, caseReference);
        if (_wide)
        {
            ReadComplaint(scope, caseReference, into);
        }
        else
        {
            ReadStage(scope, caseReference, into);
        }
    }

    private void ReadStage(RowInHand scope, string caseReference, List<StageRow> into)
    {
        Stage? stage = StageText.Read(Cells, scope, _stage);
        Key = KeyOf(_keptAs, KeyPart(stage));
        DateOnly? received = _readOne.ReadReceived(scope, RequiredDate(scope, _one.ReceivedOn, RuleCatalogue.MissingReceivedDate));
        EventDate = received;
        if (stage == Stage.Two && caseReference.Length > 0)
        {
            CheckStage1(scope, caseReference, received);
        }
        else if (stage == Stage.One && received > Context.Stage2.Find(caseReference))
        {
            AfterStage2(scope, received.Value, Context.Stage2.Find(caseReference)!.Value);
        }

        StageHome home = Home(scope, received);
        if (_readOne.Read(scope, caseReference, stage ?? Stage.One, home) is StageRow row && scope.IsSound)
        {
            into.Add(row);
        }
    }

    private void ReadComplaint(RowInHand scope, string caseReference, List<StageRow> into)
    {
        Key = KeyOf(_keptAs);
        int before = scope.Faults.Count;
        DateOnly? second = Stage2Received(scope);
        DateOnly? first = Stage1Received(scope, second);
        EventDate = scope.Faults.Count > before ? null : DecidingDay(first, second);
        _twoDays = second is not null && second != first;
        if (second < first)
        {
            BeforeStage1(scope, second.Value, first.Value);
        }

        StageHome home = Home(scope, first ?? second);

        // A home can change hands between the stages: each stage is of the landlord and the stock type on its own day, as in the other
        // shape.
        StageHome later = second is null || second == first || !scope.IsSound ? home : Home(scope, second);
        StageRow? one = _readOne.Read(scope, caseReference, Stage.One, home);
        StageRow? two = second is null ? null : _readTwo.Read(scope, caseReference, Stage.Two, later);
        if (scope.IsSound && one is not null)
        {
            into.Add(one);
            if (two is not null)
            {
                into.Add(two);
            }
        }
    }

    // A row stands for its stages' years; where one of their days cannot be read or is missing, or they differ, its year is not known.
    private static DateOnly? DecidingDay(DateOnly? first, DateOnly? second) =>
        first is DateOnly one && second is DateOnly two && ReportingYear.Of(one) != ReportingYear.Of(two) ? null : first;

    private DateOnly? Stage2Received(RowInHand scope)
    {
        int before = scope.Faults.Count;
        DateOnly? day = Cells.Date(scope, _two.ReceivedOn);
        if (day is null && scope.Faults.Count == before && _ofTwo.Find(scope.Row) is string filled)
        {
            scope.Fault(
                RuleCatalogue.MissingReceivedDate,
                _two.ReceivedOn?.Column,
                null,
                $"the day on which stage 2 was received, as '{filled}' tells of a stage 2",
                "fill it in at its source; where the complaint has no stage 2, empty its cells, or add the word that stands for nothing to 'nulls' in the mapping");
            foreach (RowFault fault in _ofTwo.Faults)
            {
                scope.Fault(fault);
            }
        }

        return _readTwo.ReadReceived(scope, day);
    }

    private DateOnly? Stage1Received(RowInHand scope, DateOnly? second)
    {
        int before = scope.Faults.Count;
        DateOnly? day = Cells.Date(scope, _one.ReceivedOn);
        if (day is null && scope.Faults.Count == before)
        {
            scope.Fault(
                second is null ? RuleCatalogue.MissingReceivedDate : RuleCatalogue.Stage2WithoutStage1,
                _one.ReceivedOn?.Column,
                null,
                "the day on which stage 1 was received",
                "fill it in at its source");
        }

        return _readOne.ReadReceived(scope, day);
    }

    private void CheckStage1(RowInHand scope, string caseReference, DateOnly? received)
    {
        if (!Context.Stage1.TryFind(caseReference, out DateOnly? first))
        {
            scope.Fault(
                RuleCatalogue.Stage2WithoutStage1,
                _case?.Column,
                caseReference,
                Binding.Mapping.Mode == LoadMode.Full
                    ? "a stage 1 of the same complaint in the same extract, as a full extract states all stages"
                    : "a stage 1 of the same complaint in the extract, or loaded earlier",
                "add the stage 1 to the extract; it may lie before the extract's first day");
        }
        else if (received < first)
        {
            BeforeStage1(scope, received!.Value, first!.Value);
        }
    }

    private void BeforeStage1(RowInHand scope, DateOnly second, DateOnly first) => scope.Fault(
        RuleCatalogue.Stage2BeforeStage1,
        _two.ReceivedOn?.Column,
        DayOrder.Iso(second),
        FormattableString.Invariant($"a day from {first:yyyy-MM-dd}, the receipt of stage 1, on"),
        "look for day and month swapped, or for the stages' dates in each other's columns");

    // A stage 1 that is restated alone, by a file that leaves its stage 2 as it was loaded: the same two days as in one file.
    private void AfterStage2(RowInHand scope, DateOnly first, DateOnly second) => scope.Fault(
        RuleCatalogue.Stage2BeforeStage1,
        _one.ReceivedOn?.Column,
        DayOrder.Iso(first),
        FormattableString.Invariant($"a day up to {second:yyyy-MM-dd}, the receipt of the stage 2 that was loaded earlier"),
        "look for day and month swapped, or for the stages' dates in each other's columns; if stage 2 was received later too, load its row beside this one");

    private string? Resident(RowInHand scope)
    {
        if (OptionalReference(scope, _resident) is not string reference)
        {
            return null;
        }

        if (!NothingWords.Contain(reference))
        {
            return Context.Pseudonym(reference);
        }

        scope.Corrected(RuleCatalogue.NoResident);
        return null;
    }

    private StageHome Home(RowInHand scope, DateOnly? received)
    {
        Assignment? assignment = Assigner.Assign(scope, received);
        string? resident = Resident(scope);
        string? tenure = Cells.Text(scope, _tenure);
        StockType? stockType = StockTypeText.Read(
            Cells,
            scope,
            _stockType,
            _tenure,
            tenure,
            Binding.Mapping.Tenures,
            assignment?.StockType);
        return new StageHome(assignment, stockType ?? default, tenure ?? assignment?.TenureCode, resident);
    }
}
