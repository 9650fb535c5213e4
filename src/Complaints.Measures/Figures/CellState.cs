namespace Complaints.Measures.Figures;

/// <summary>What a figure's cell shows.</summary>
public enum CellState
{
    /// <summary>A value.</summary>
    Value = 1,

    /// <summary>No value: the denominator is zero (the regulator's "[U]", domain §1.1 [F]).</summary>
    Undefined = 2,

    /// <summary>
    /// A value that is withheld because it is small; neither null nor zero. No figure is suppressed yet; readers must expect it.
    /// </summary>
    Suppressed = 3,
}
