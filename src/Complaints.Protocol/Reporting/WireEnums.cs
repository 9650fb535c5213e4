using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Comparing;
using Complaints.Measures.Figures;
using Complaints.Measures.Reconciling;
using DomainRounding = Complaints.Domain.Figures.RoundingMode;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Enumerations of the contract and of the product, both ways. A number that is not known is refused, never guessed.</summary>
internal static class WireEnums
{
    internal static Wire.Rounding Of(DomainRounding? rounding) => rounding switch
    {
        null => Wire.Rounding.Unspecified,
        DomainRounding.HalfUp => Wire.Rounding.HalfUp,
        DomainRounding.Truncate => Wire.Rounding.Truncate,
        _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "A single figure is not rounded so."),
    };

    internal static DomainRounding? Rounding(Wire.Rounding rounding) => rounding switch
    {
        Wire.Rounding.Unspecified => null,
        Wire.Rounding.HalfUp => DomainRounding.HalfUp,
        Wire.Rounding.Truncate => DomainRounding.Truncate,
        _ => throw Unknown("rounding", $"{(int)rounding}"),
    };

    internal static Wire.WithdrawnPolicy Of(WithdrawnPolicy? policy) => policy is WithdrawnPolicy known
        ? (Wire.WithdrawnPolicy)(int)known
        : Wire.WithdrawnPolicy.Unspecified;

    internal static WithdrawnPolicy? Withdrawn(Wire.WithdrawnPolicy policy) => policy == Wire.WithdrawnPolicy.Unspecified
        ? null
        : Known((WithdrawnPolicy)(int)policy, "withdrawn");

    internal static Wire.Comparison Of(ComparisonKind kind) => (Wire.Comparison)(int)kind;

    internal static ComparisonKind Comparison(Wire.Comparison kind) => Known((ComparisonKind)(int)kind, "with");

    internal static Wire.ExtensionPolicy Of(ExtensionPolicy policy) => (Wire.ExtensionPolicy)(int)policy;

    internal static ExtensionPolicy Extensions(Wire.ExtensionPolicy policy) => policy == Wire.ExtensionPolicy.Unspecified
        ? ExtensionPolicy.AsRecorded
        : Known((ExtensionPolicy)(int)policy, "extensions");

    internal static Wire.CellState Of(CellState state) => (Wire.CellState)(int)state;

    internal static CellState State(Wire.CellState state) => Known((CellState)(int)state, "state");

    internal static Wire.MeasureKind Of(MeasureKind kind) => (Wire.MeasureKind)(int)kind;

    internal static MeasureKind Kind(Wire.MeasureKind kind) => Known((MeasureKind)(int)kind, "kind");

    internal static Wire.DateRole Of(DateRole role) => (Wire.DateRole)(int)role;

    internal static DateRole Role(Wire.DateRole role) => Known((DateRole)(int)role, "date_role");

    internal static Wire.GoodDirection Of(GoodDirection direction) => (Wire.GoodDirection)(int)direction;

    internal static GoodDirection Direction(Wire.GoodDirection direction) => Known((GoodDirection)(int)direction, "direction");

    internal static Wire.ZeroRule Of(ZeroRule rule) => (Wire.ZeroRule)(int)rule;

    internal static ZeroRule Zeros(Wire.ZeroRule rule) => rule == Wire.ZeroRule.Unspecified
        ? ZeroRule.Keep
        : Known((ZeroRule)(int)rule, "zero_rule");

    // A service of before there were others counts stages.
    internal static FactTable Fact(string fact) => fact.Length == 0 ? FactTables.Stage
        : FactTables.ByName.TryGetValue(fact, out FactTable? known) ? known
        : throw Unknown("fact", fact);

    internal static Wire.CasePart Of(CasePart part) => (Wire.CasePart)(int)part;

    internal static CasePart Part(Wire.CasePart part) => part == Wire.CasePart.Unspecified
        ? CasePart.Numerator
        : Known((CasePart)(int)part, "part");

    internal static Wire.CaseState Of(ClockState? state) => state is ClockState known
        ? (Wire.CaseState)(int)known
        : Wire.CaseState.Unspecified;

    internal static ClockState? State(Wire.CaseState state) => state == Wire.CaseState.Unspecified
        ? null
        : Known((ClockState)(int)state, "state");

    internal static Wire.ReconcileOutcome Of(ReconcileOutcome outcome) => (Wire.ReconcileOutcome)(int)outcome;

    internal static ReconcileOutcome Outcome(Wire.ReconcileOutcome outcome) => Known((ReconcileOutcome)(int)outcome, "outcome");

    internal static Wire.InTimeBasis Of(InTimeBasis basis) => (Wire.InTimeBasis)(int)basis;

    internal static InTimeBasis Basis(Wire.InTimeBasis basis) => Known((InTimeBasis)(int)basis, "basis");

    // The numbers of both are the same, and a test holds that.
    private static T Known<T>(T value, string field)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Unknown(field, value.ToString("D"));

    internal static UserException Unknown(string field, string value) => new(
        $"{value} is not a value of '{field}' that is known here.",
        where: field,
        expected: "a value of the contract complaints.v1",
        fix: "use a client and a service of the same version of the contract");
}
