namespace Complaints.Learning.Logistic;

/// <summary>Settings of the logistic regression.</summary>
public sealed record LogisticOptions
{
    /// <summary>
    /// Strength of the L2 penalty: the loss is Σ log loss + L2 ÷ 2 × Σ coefficient², the intercept not penalised (scikit-learn's C is 1 ÷
    /// L2).
    /// </summary>
    public double L2 { get; init; } = 20;

    /// <summary>Categories with fewer training rows share the coefficient of "missing or rare".</summary>
    public int MinCategoryRows { get; init; } = 2;

    /// <summary>Most iterations; the fit stops earlier at <see cref="Tolerance"/>.</summary>
    public int Iterations { get; init; } = 500;

    /// <summary>Stop when no part of the mean gradient exceeds this.</summary>
    public double Tolerance { get; init; } = 1e-7;
}
