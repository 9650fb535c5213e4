namespace Complaints.Escalation.Learning.Trees;

/// <summary>Newton values and their loss reductions, in real units.</summary>
internal readonly record struct LeafMaths(double UnitG, double UnitH, double L2)
{
    public double G(long packed) => Gradients.G(packed) * UnitG;

    public double H(long packed) => Gradients.H(packed) * UnitH;

    /// <summary>Best value of a leaf within its bounds.</summary>
    public double Value(double g, double h, double low, double high) =>
        h + L2 <= 0 ? 0 : Math.Clamp(-g / (h + L2), low, high);

    /// <summary>Twice the loss reduction of giving a leaf its value.</summary>
    public double Score(double g, double h, double value) => -((2 * g * value) + ((h + L2) * value * value));
}
