using System.Text;

namespace Complaints.Domain.Errors;

/// <summary>
/// What the user can put right: a file, a mapping, an argument, a date outside what is supported. The command line ends with
/// exit code 3 (input refused, nothing changed) and gRPC answers with a client-side status. Any other exception is our fault.
/// </summary>
/// <remarks>
/// Catch this family to show <see cref="What"/>, <see cref="Where"/>, <see cref="Expected"/> and <see cref="Fix"/> one by one;
/// <see cref="Exception.Message"/> already holds all of them, one a line, for places that show plain text.
/// </remarks>
public class UserException : Exception
{
    /// <summary>Builds the error from its parts.</summary>
    /// <param name="what">What went wrong, with the offending value, as a sentence.</param>
    /// <param name="where">File, line and column, option, or field; null where the whole input is meant.</param>
    /// <param name="expected">What would have been accepted.</param>
    /// <param name="fix">What the user can do now.</param>
    /// <param name="inner">The cause, shown only with <c>--verbose</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="what"/> is empty.</exception>
    public UserException(
        string what,
        string? where = null,
        string? expected = null,
        string? fix = null,
        Exception? inner = null)
        : base(Render(what, where, expected, fix), inner)
    {
        What = what;
        Where = where;
        Expected = expected;
        Fix = fix;
    }

    /// <summary>What went wrong, with the offending value.</summary>
    public string What { get; }

    /// <summary>The place of the fault, or null.</summary>
    public string? Where { get; }

    /// <summary>What would have been accepted, or null.</summary>
    public string? Expected { get; }

    /// <summary>What the user can do now, or null.</summary>
    public string? Fix { get; }

    /// <summary>
    /// What went wrong, to be told within another error: of this family <see cref="What"/> alone, as the other error has a place, an
    /// expectation and a fix of its own; of any other its message.
    /// </summary>
    public static string WhatOf(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error is UserException known ? known.What : error.Message;
    }

    private static string Render(string what, string? where, string? expected, string? fix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        var text = new StringBuilder(what);
        Append(text, "where", where);
        Append(text, "expected", expected);
        Append(text, "fix", fix);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            text.Append("\n  ").Append(label).Append(": ").Append(value);
        }
    }
}
