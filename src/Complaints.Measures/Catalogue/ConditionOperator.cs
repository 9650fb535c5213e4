namespace Complaints.Measures.Catalogue;

/// <summary>How a field is compared. An unknown value (null) satisfies none of them but <see cref="IsNull"/>.</summary>
public enum ConditionOperator
{
    /// <summary>Equal to the value.</summary>
    Equal = 1,

    /// <summary>Known, and not equal to the value.</summary>
    NotEqual = 2,

    /// <summary>Equal to one of the values.</summary>
    In = 3,

    /// <summary>Known, and equal to none of the values.</summary>
    NotIn = 4,

    /// <summary>Less than the value (whole numbers only, as the three below).</summary>
    Less = 5,

    /// <summary>Not more than the value.</summary>
    AtMost = 6,

    /// <summary>More than the value.</summary>
    More = 7,

    /// <summary>Not less than the value.</summary>
    AtLeast = 8,

    /// <summary>Not recorded.</summary>
    IsNull = 9,

    /// <summary>Recorded.</summary>
    IsNotNull = 10,
}
