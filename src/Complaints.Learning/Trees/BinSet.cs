namespace Complaints.Learning.Trees;

/// <summary>A set of bins 0–255: which go left at a categorical split.</summary>
internal readonly record struct BinSet(ulong A, ulong B, ulong C, ulong D)
{
    public bool Contains(int bin) => ((Word(bin >> 6) >> (bin & 63)) & 1) != 0;

    public BinSet With(int bin)
    {
        ulong bit = 1UL << (bin & 63);
        return (bin >> 6) switch
        {
            0 => this with { A = A | bit },
            1 => this with { B = B | bit },
            2 => this with { C = C | bit },
            _ => this with { D = D | bit },
        };
    }

    private ulong Word(int index) => index switch { 0 => A, 1 => B, 2 => C, _ => D };
}
