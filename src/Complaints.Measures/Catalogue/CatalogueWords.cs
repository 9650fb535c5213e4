using Complaints.Domain.Code;
using Complaints.Domain.Figures;

namespace Complaints.Measures.Catalogue;

/// <summary>The words for enumerations in the catalogue, in JSON and on the wire: one list, so that they cannot differ.</summary>
public static class CatalogueWords
{
    /// <summary>Words of <see cref="MeasureKind"/>.</summary>
    public static IReadOnlyDictionary<string, MeasureKind> Kinds { get; } = new Dictionary<string, MeasureKind>(StringComparer.Ordinal)
    {
        ["count"] = MeasureKind.Count,
        ["percent"] = MeasureKind.Percent,
        ["per_1000_homes"] = MeasureKind.PerThousandHomes,
        ["mean"] = MeasureKind.Mean,
        ["quantile"] = MeasureKind.Quantile,
    };

    /// <summary>Words of <see cref="DateRole"/>.</summary>
    public static IReadOnlyDictionary<string, DateRole> DateRoles { get; } = new Dictionary<string, DateRole>(StringComparer.Ordinal)
    {
        ["made"] = DateRole.Made,
        ["responded"] = DateRole.Responded,
        ["received"] = DateRole.Received,
        ["due"] = DateRole.Due,
        ["done"] = DateRole.Done,
        ["offered"] = DateRole.Offered,
        ["paid"] = DateRole.Paid,
        ["determined"] = DateRole.Determined,
        ["complied"] = DateRole.Complied,
        ["sent"] = DateRole.Sent,
        ["answered"] = DateRole.Answered,
        ["counted"] = DateRole.Counted,
    };

    /// <summary>Words of <see cref="RoundingMode"/>; those that round one figure alone.</summary>
    public static IReadOnlyDictionary<string, RoundingMode> Roundings { get; } = new Dictionary<string, RoundingMode>(
        StringComparer.Ordinal)
    {
        ["half_up"] = RoundingMode.HalfUp,
        ["truncate"] = RoundingMode.Truncate,
    };

    /// <summary>Words of <see cref="GoodDirection"/>.</summary>
    public static IReadOnlyDictionary<string, GoodDirection> Directions { get; } = new Dictionary<string, GoodDirection>(
        StringComparer.Ordinal)
    {
        ["neutral"] = GoodDirection.Neutral,
        ["higher"] = GoodDirection.Higher,
        ["lower"] = GoodDirection.Lower,
    };

    /// <summary>Words of <see cref="ExtensionPolicy"/>.</summary>
    public static IReadOnlyDictionary<string, ExtensionPolicy> Extensions { get; } = new Dictionary<string, ExtensionPolicy>(
        StringComparer.Ordinal)
    {
        ["as_recorded"] = ExtensionPolicy.AsRecorded,
        ["strict"] = ExtensionPolicy.Strict,
    };

    /// <summary>Words of <see cref="ExtensionFault"/>, in the order in which they are told.</summary>
    public static IReadOnlyDictionary<string, ExtensionFault> ExtensionFaults { get; } = new Dictionary<string, ExtensionFault>(
        StringComparer.Ordinal)
    {
        ["agreed_after_deadline"] = ExtensionFault.AgreedAfterDeadline,
        ["agreed_before_received"] = ExtensionFault.AgreedBeforeReceived,
        ["no_agreed_day"] = ExtensionFault.NoAgreedDate,
        ["no_new_due_day"] = ExtensionFault.NoDate,
        ["not_longer"] = ExtensionFault.NotLonger,
        ["too_long"] = ExtensionFault.TooLong,
        ["no_reason"] = ExtensionFault.NoReason,
        ["no_ombudsman_details"] = ExtensionFault.NoOmbudsmanDetails,
    };

    /// <summary>Words of <see cref="WithdrawnPolicy"/>.</summary>
    public static IReadOnlyDictionary<string, WithdrawnPolicy> Withdrawn { get; } = new Dictionary<string, WithdrawnPolicy>(
        StringComparer.Ordinal)
    {
        ["keep"] = WithdrawnPolicy.Keep,
        ["exclude"] = WithdrawnPolicy.Exclude,
    };

    internal static IReadOnlyDictionary<string, ConditionOperator> Operators { get; } = new Dictionary<string, ConditionOperator>(
        StringComparer.Ordinal)
    {
        ["eq"] = ConditionOperator.Equal,
        ["ne"] = ConditionOperator.NotEqual,
        ["in"] = ConditionOperator.In,
        ["not_in"] = ConditionOperator.NotIn,
        ["lt"] = ConditionOperator.Less,
        ["le"] = ConditionOperator.AtMost,
        ["gt"] = ConditionOperator.More,
        ["ge"] = ConditionOperator.AtLeast,
        ["is_null"] = ConditionOperator.IsNull,
        ["not_null"] = ConditionOperator.IsNotNull,
    };

    /// <summary>The word for a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no word.</exception>
    public static string Word<T>(IReadOnlyDictionary<string, T> words, T value)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach ((string word, T candidate) in words)
        {
            if (EqualityComparer<T>.Default.Equals(candidate, value))
            {
                return word;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "There is no word for this value.");
    }
}
