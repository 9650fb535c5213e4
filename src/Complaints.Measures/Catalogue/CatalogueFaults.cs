using Complaints.Domain.Errors;

namespace Complaints.Measures.Catalogue;

/// <summary>
/// Gathers what is wrong with a catalogue, so that a person mends it once and not once for each fault. Where a part cannot be read,
/// something harmless stands in its place, and nothing made of it is given out.
/// </summary>
internal sealed class CatalogueFaults
{
    private readonly List<UserException> _all = [];

    /// <summary>What is wrong, in the order in which it was found.</summary>
    internal IReadOnlyList<UserException> All => _all;

    /// <summary>What a reader gives, or what stands in its place.</summary>
    internal T Of<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (UserException fault)
        {
            _all.Add(fault);
            return otherwise;
        }
    }

    /// <summary>Runs a check.</summary>
    internal void Of(Action check) => _ = Of(
        () =>
        {
            check();
            return true;
        },
        false);

    /// <summary>Refuses a catalogue with any fault, by the first of them.</summary>
    /// <exception cref="UserException">There is one.</exception>
    internal void ThrowFirst()
    {
        if (_all.Count > 0)
        {
            throw _all[0];
        }
    }
}
