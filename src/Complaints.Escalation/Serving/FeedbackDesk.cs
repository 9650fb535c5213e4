using System.Data.Common;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Serving;

/// <summary>Keeps what people did about cases and reads it back: the same rules for the service and the command line.</summary>
/// <param name="warehouse">The warehouse, which says what cases there are and whose.</param>
/// <param name="registry">Its models, beside which feedback is kept; null where none are served.</param>
/// <param name="clock">For the time of feedback.</param>
/// <param name="beforeWaiting">
/// Called before a call waits for the file of feedback; see <see cref="RiskDeskOptions.BeforeWaiting"/>.
/// </param>
public sealed class FeedbackDesk(IWarehouse warehouse, ModelRegistry? registry, TimeProvider clock, Action? beforeWaiting = null)
{
    private readonly FeedbackLog? _log = registry is null ? null : new FeedbackLog(registry.Folder);

    /// <summary>Keeps what a person did about a case.</summary>
    /// <param name="given">What was done.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="cancellationToken">Stops before it is kept.</param>
    /// <exception cref="UserException">
    /// No such case, cases of several sources have the reference, it is on no list or not on that of the day, action and outcome contradict
    /// each other, or the note is too long.
    /// </exception>
    public async Task<Feedback> RecordAsync(NewFeedback given, Principal by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(by);
        FeedbackLog log = _log ?? throw RiskDesk.NoModel();
        CaseReferences.Require(given.CaseReference);
        ILookup<string, DateOnly?> days = await DaysAsync(given.CaseReference, by.Scope, cancellationToken).ConfigureAwait(false);
        string[] sources =
        [
            .. days.Select(of => of.Key)
                .Where(source => given.SourceSystem is null || source == given.SourceSystem)
                .Order(StringComparer.Ordinal),
        ];
        string caseSource = sources is [var one] ? one : throw NotOne(given, sources);
        FeedbackRules.RequireSense(given);
        FeedbackRules.RequireListed(given, [.. days[caseSource].OfType<DateOnly>()]);
        Feedback feedback = new()
        {
            Id = Guid.NewGuid(),
            RecordedAt = clock.GetUtcNow(),
            RecordedBy = by.Name,
            SourceSystem = caseSource,
            CaseReference = given.CaseReference,
            AsOf = given.AsOf,
            ModelVersion = registry!.PromotedVersion,
            Action = given.Action,
            Outcome = given.Outcome,
            Note = given.Note,
        };
        beforeWaiting?.Invoke();
        await log.AddAsync(feedback).ConfigureAwait(false);
        return feedback;
    }

    /// <summary>
    /// What was recorded, newest first. A record of a case that the warehouse does not know any more is seen by those who may see every
    /// landlord.
    /// </summary>
    /// <param name="query">Which records.</param>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserException">No models are served.</exception>
    public async Task<FeedbackList> ListAsync(FeedbackQuery query, LandlordScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        FeedbackLog log = _log ?? throw RiskDesk.NoModel();
        beforeWaiting?.Invoke();
        Feedback[] asked =
        [
            .. (await log.ReadAsync(cancellationToken).ConfigureAwait(false))
                .Where(f => (query.CaseReference is null || f.CaseReference == query.CaseReference)
                    && (query.SourceSystem is null || f.SourceSystem == query.SourceSystem))
                .Reverse(),
        ];
        if (!scope.IsAll && asked.Length > 0)
        {
            HashSet<(string, string)> visible = await VisibleCases.ReadAsync(
                warehouse, asked.Select(f => f.CaseReference).Distinct(), scope, cancellationToken).ConfigureAwait(false);
            asked = [.. asked.Where(f => visible.Contains((f.SourceSystem, f.CaseReference)))];
        }

        return new FeedbackList([.. asked.Take(query.Top)], asked.Length);
    }

    // The days of the lists that each case of a reference is on, by its source system: of the cases alone that the reader may see.
    private async Task<ILookup<string, DateOnly?>> DaysAsync(string reference, LandlordScope scope, CancellationToken cancellationToken)
    {
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        var sql = NamedQuery.Of("risk/case_days", ("case_reference", reference));
        await using DbDataReader reader = await snapshot.QueryAsync(sql.For(scope), cancellationToken).ConfigureAwait(false);
        List<(string Source, DateOnly? Day)> days = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            days.Add((reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateOnly>(1)));
        }

        return days.ToLookup(of => of.Source, of => of.Day, StringComparer.Ordinal);
    }

    private static UserException NotOne(NewFeedback given, string[] sources) => sources.Length == 0
        ? new UserException(
            given.SourceSystem is null ? $"There is no case '{given.CaseReference}'." : $"There is no case '{given.CaseReference}' of '{given.SourceSystem}'.",
            where: "case_reference, source_system",
            expected: "a complaint at stage 1 of the warehouse",
            fix: "take both from the list")
        : CaseReferences.OfSeveralSources(given.CaseReference, sources);
}
