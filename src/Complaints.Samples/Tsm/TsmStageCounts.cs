using Complaints.Domain.Code;
using Complaints.Samples.Chance;

namespace Complaints.Samples.Tsm;

/// <summary>How many complaints of one stage a landlord returned for one stock type, by how they were answered.</summary>
/// <param name="Made">Made in the year.</param>
/// <param name="Standard">Answered in time without an extension.</param>
/// <param name="Extension">Answered in time with one.</param>
internal sealed record TsmStageCounts(int Made, int Standard, int Extension)
{
    /// <summary>A basis for every complaint made, in random order.</summary>
    public InTimeBasis[] Bases(SampleRandom random)
    {
        InTimeBasis[] bases = new InTimeBasis[Made];
        bases.AsSpan(0, Standard).Fill(InTimeBasis.Standard);
        bases.AsSpan(Standard, Extension).Fill(InTimeBasis.Extension);
        bases.AsSpan(Standard + Extension).Fill(InTimeBasis.Late);
        random.Shuffle(bases.AsSpan());
        return bases;
    }

    /// <summary>A basis for a complaint outside the year, which the landlord is taken to answer as it does in the year.</summary>
    public InTimeBasis Basis(SampleRandom random)
    {
        int at = random.Below(Math.Max(1, Made));
        return at < Standard ? InTimeBasis.Standard : at < Standard + Extension ? InTimeBasis.Extension : InTimeBasis.Late;
    }
}
