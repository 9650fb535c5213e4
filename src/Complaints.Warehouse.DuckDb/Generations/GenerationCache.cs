using Complaints.Domain;
using Complaints.Domain.Errors;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// The generations this process has open. It keeps the newest one open between snapshots, and lets go of it for a newer one.
/// </summary>
internal sealed class GenerationCache(GenerationStore store, string scriptFolder) : IDisposable
{
    private const int Attempts = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, GenerationReader> _open = [];
    private GenerationReader? _newest;
    private int _snapshots;
    private bool _disposed;

    /// <summary>A hold on the published generation; give it back with <see cref="Release"/>.</summary>
    public GenerationReader Acquire()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_snapshots >= Limits.OpenSnapshots)
            {
                throw new UserException(
                    $"{_snapshots} snapshots of the warehouse are open.",
                    expected: $"at most {Limits.OpenSnapshots} at a time",
                    fix: "try again when others have ended");
            }

            GenerationReader reader = OpenPublished();
            reader.Holders++;
            _snapshots++;
            return reader;
        }
    }

    /// <summary>Gives a hold back.</summary>
    public void Release(GenerationReader reader)
    {
        lock (_gate)
        {
            _snapshots--;
            LetGo(reader);
        }
    }

    /// <summary>Unlinks generations that are superseded and that nothing here holds.</summary>
    public void RemoveSuperseded()
    {
        lock (_gate)
        {
            store.RemoveSuperseded(_open.ContainsKey);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            if (_newest is { } newest)
            {
                _newest = null;
                LetGo(newest);
            }
        }
    }

    private GenerationReader OpenPublished()
    {
        for (int attempt = 1; ; attempt++)
        {
            GenerationPointer pointer = store.PublishedOrRefuse();
            if (_newest is { } newest && newest.Info.Generation == pointer.Generation)
            {
                return newest;
            }

            try
            {
                GenerationReader opened = GenerationReader.Open(store, pointer, scriptFolder);
                opened.Holders = 1;
                _open.Add(pointer.Generation, opened);
                GenerationReader? previous = _newest;
                _newest = opened;
                if (previous is not null)
                {
                    LetGo(previous);
                }

                return opened;
            }
            catch (UserException) when (attempt < Attempts && store.Published()?.Generation != pointer.Generation)
            {
                // Published and superseded twice between reading the pointer and opening the file: read the pointer again.
            }
        }
    }

    private void LetGo(GenerationReader reader)
    {
        if (--reader.Holders > 0)
        {
            return;
        }

        _open.Remove(reader.Info.Generation);
        reader.Dispose();
        store.RemoveSuperseded(_open.ContainsKey);
    }
}
