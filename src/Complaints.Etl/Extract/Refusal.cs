using Complaints.Domain.Errors;

namespace Complaints.Etl.Extract;

/// <summary>The errors of a data file, worded once.</summary>
internal static class Refusal
{
    internal static UserException Of(string path, string what, string expected, string fix, Exception? inner = null) =>
        new(what, path, expected, fix, inner);

    internal static UserException At(string path, long line, string what, string expected, string fix) =>
        new(what, FormattableString.Invariant($"{path}:{line}"), expected, fix);

    internal static UserException Truncated(string path, string detail, Exception? inner = null) => new(
        $"The file is cut off or damaged: {detail}.",
        path,
        "a complete file",
        "export or copy it again, and compare its size with the original",
        inner);

    internal static UserException TooBig(string path, string what, string limit) => new(
        what,
        path,
        limit,
        "check that this is the right file; split an honest one by year");
}
