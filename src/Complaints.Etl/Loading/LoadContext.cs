using Complaints.Etl.Assign;
using Complaints.Etl.Conform;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Complaints.Etl.Loading;

/// <summary>One load: what was asked for, what it is done with, and what came of it so far. Every step is given this.</summary>
internal sealed class LoadContext
{
    private readonly Dictionary<string, Stage1Index> _stage1 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stage2Index> _stage2 = new(StringComparer.Ordinal);
    private readonly Dictionary<(string System, LoadTarget Target), Copies> _copies = [];
    private readonly Dictionary<(string System, LoadTarget Target), ReferenceForms> _references = [];
    private readonly Dictionary<string, ResidentForms> _residents = new(StringComparer.Ordinal);
    private readonly List<FileOutcome> _outcomes = [];
    private readonly List<LoadFileSummary> _summaries = [];
    private ILoadSession? _session;

    internal required LoadRequest Request { get; init; }

    internal required LoadSet Set { get; init; }

    internal required TimeProvider Clock { get; init; }

    internal required PseudonymKey Key { get; init; }

    internal required LoadGuard Guard { get; init; }

    /// <summary>The files in the order of the load set.</summary>
    internal required IReadOnlyList<LoadFile> Files { get; init; }

    /// <summary>A person's decisions given to this load; null without any.</summary>
    internal ReviewedFile? Review { get; init; }

    internal Action<LoadProgress> Report { get; set; } = _ => { };

    internal ILogger Log { get; set; } = NullLogger.Instance;

    internal LoadHeader Header => new(Set.Name, Set.ExtractDate);

    /// <summary>The session; there is none before <see cref="Begin"/>.</summary>
    internal ILoadSession Session => _session ?? throw new InvalidOperationException("The load has not begun.");

    /// <summary>The first file with residents, or null.</summary>
    internal LoadFile? Residents => Files.FirstOrDefault(file => file.HasResidents);

    internal IReadOnlyList<FileOutcome> Outcomes => _outcomes;

    internal IReadOnlyList<LoadFileSummary> Summaries => _summaries;

    internal void Begin(ILoadSession session)
    {
        _session = session;
        LoadLog.Begins(Log, session.LoadId, Set.Name, Files.Count, Set.ExtractDate);
    }

    /// <summary>The complaints with a stage 1 in the files of a source system.</summary>
    internal Stage1Index Stage1Of(string system) => Shared(_stage1, system, () => new Stage1Index());

    /// <summary>The complaints of a source system with a stage 2, in the files and loaded.</summary>
    internal Stage2Index Stage2Of(string system) => Shared(_stage2, system, () => new Stage2Index());

    /// <summary>The rows of a source that share a key, over all files of the load that become the same rows.</summary>
    internal Copies CopiesOf(LoadFile file) => Shared(_copies, KeyOf(file), () => new Copies());

    /// <summary>The references of a source, over all files of the load that become the same rows.</summary>
    internal ReferenceForms ReferencesOf(LoadFile file) =>
        Shared(_references, KeyOf(file), () => new ReferenceForms(CountedReference.Of(file.Mapping.Target)!));

    /// <summary>The references of residents that a system gives out, over all files of the load.</summary>
    internal ResidentForms ResidentsOf(string allocator) => Shared(_residents, allocator, () => new ResidentForms());

    internal void Add(LoadFile file, FileOutcome outcome)
    {
        _outcomes.Add(outcome);
        _summaries.Add(file.Summary(outcome, Request.AcceptedReferences));
        LoadLog.FileDone(Log, outcome.FileName, outcome.RowsRead, outcome.RowsLoaded, outcome.RowsUnchanged, outcome.RowsQuarantined);
    }

    internal void Add(LoadFileSummary summary) => _summaries.Add(summary);

    private static (string System, LoadTarget Target) KeyOf(LoadFile file) => (file.Mapping.System, file.Mapping.RowTarget);

    private static T Shared<TKey, T>(Dictionary<TKey, T> all, TKey key, Func<T> create)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out T? shared))
        {
            all[key] = shared = create();
        }

        return shared;
    }
}
