using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Errors;

namespace Complaints.Protocol.Calls;

/// <summary>Decimals and days as the strings of the contract, both ways; empty stands for none.</summary>
internal static class WireText
{
    internal static string Of(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    internal static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal static decimal? Number(string text) => text.Length == 0
        ? null
        : decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>A day of a request.</summary>
    /// <exception cref="UserException">Not a day of the form 2024-04-01, or one that nothing can be reckoned from.</exception>
    internal static DateOnly? Day(string text, string field) => text.Length == 0
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? Within(day, field)
            : throw new UserException(
                $"'{text}' is not a day.",
                where: field,
                expected: "a day such as 2024-04-01",
                fix: "write year, month and day with dashes");

    /// <summary>Reads a part of a request by the product's own rule, and names the field where that refuses it.</summary>
    /// <exception cref="UserException">The rule's, with the field as its place.</exception>
    internal static T Read<T>(string text, string field, Func<string, T> rule)
    {
        try
        {
            return rule(text);
        }
        catch (UserException error) when (error.Where is null)
        {
            throw new UserException(error.What, field, error.Expected, error.Fix, error);
        }
    }

    internal static string? Optional(string text) => text.Length == 0 ? null : text;

    // A rule that reckons some years on from a day must not run over the end of the calendar.
    private static DateOnly Within(DateOnly day, string field) => day >= Limits.FirstDay && day <= Limits.LastDay
        ? day
        : throw new UserException(
            string.Create(CultureInfo.InvariantCulture, $"'{day:yyyy-MM-dd}' is no day of a register."),
            where: field,
            expected: string.Create(CultureInfo.InvariantCulture, $"a day from {Limits.FirstDay:yyyy-MM-dd} to {Limits.LastDay:yyyy-MM-dd}"),
            fix: "leave the day out where no end is meant");
}
