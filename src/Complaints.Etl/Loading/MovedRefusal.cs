using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Loading;

/// <summary>Says why a file is refused that changes what no case changes by itself in too many of its rows.</summary>
internal static class MovedRefusal
{
    private const string OtherColumn = "a column is missing or is another one than before";

    internal static UserException Of(LoadFile file, MovedKind kind, long rows, long known)
    {
        string system = file.Mapping.System;
        string many = FormattableString.Invariant($"{rows:N0} of its {known:N0} rows");
        (string what, string with, string fix) = kind switch
        {
            _ when RecordWords.Of(file.Mapping.Target, kind) is string other => Another(other, $"the {other}"),
            MovedKind.Day when file.Mapping.Target == LoadTarget.Finding => (
                $"{Given(many, "day of decision", system)} A case is decided once, so the references were given out anew, and each would take over another's history.",
                "with another day of decision",
                "map a reference that stays with its case, not a running number of the feed; if the days were wrong before and are corrected now"),
            MovedKind.Day => (
                $"{Given(many, "day of receipt", system)} A case is received once, so the references were given out anew, and each would take over another's history.",
                "with another day of receipt",
                "map a reference that stays with its case, not a running number of the export; if the days were wrong before and are corrected now"),
            MovedKind.Landlord when !file.IsAssigned && !file.HasComplaints => (
                $"{Given(many, "landlord", system)} The references were given out anew, or the column is another one than before.",
                "with another landlord",
                "map references that stay with what they name, not a running number of the export; if the landlords were wrong before and are corrected now"),
            MovedKind.Landlord => OfHome("landlord"),
            MovedKind.Home => OfHome("home"),
            MovedKind.StockType => OfHome("stock type"),
            MovedKind.Left => (
                $"The file refuses or withdraws {many} that '{system}' gave as accepted before. They would leave every figure, as if they had never been made.",
                "that were accepted and no longer are",
                "look at the columns and codes of the status and the outcome in the extract and in the mapping; if these complaints were refused or withdrawn"),
            MovedKind.Joined => (
                $"The file accepts {many} that '{system}' gave as refused or withdrawn before. A status that is not stated counts as accepted, so {OtherColumn}.",
                "that were refused or withdrawn and no longer are",
                "look at the columns and codes of the status and the outcome in the extract and in the mapping; if these complaints are accepted now"),
            MovedKind.LostAnswer => (
                $"The file has no answer any more for {many} that '{system}' gave one for before. What was answered stays answered, so {OtherColumn}.",
                "without the answer they had",
                "look at the column of the answer in the extract and in the mapping; if the answers were wrong before and are taken back now"),
            MovedKind.Answer => (
                $"{Given(many, "day of answer", system)} What was answered on a day stays answered on that day, so the column is another one than before.",
                "with another day of answer",
                "look at the column of the answer in the extract and in the mapping; if the days were wrong before and are corrected now"),
            MovedKind.Outcome => Another("outcome", "the outcome"),
            MovedKind.Acknowledgement => Another("day of acknowledgement", "the acknowledgement"),
            MovedKind.Logging => Another("day of logging", "the day of logging"),
            MovedKind.Extension => Another("extension", "the extension"),
            _ => throw new InvalidOperationException($"A change that nothing explains: {kind}."),
        };
        return new UserException(
            what,
            file.Path,
            FormattableString.Invariant($"at most {Limits.MovedPercent} % of the rows known before, or fewer than {Limits.MovedFacts}, {with}"),
            $"{fix}, add --allow-changes");

        (string What, string With, string Fix) OfHome(string what) => (
            $"{Given(many, what, system)} No register said something new of their homes: the references were given out anew, or the column is another one than before.",
            $"with another {what}",
            $"look at the mapping's columns, and load a register that changed before its complaints; if the {what} was wrong before and is corrected now");

        (string What, string With, string Fix) Another(string what, string column) => (
            $"The file gives {many} another {what} than '{system}' gave before under the same references, or none. What is past does not change, so {OtherColumn}.",
            $"with another {what} or none",
            $"look at the column of {column} in the extract and in the mapping; if it was wrong before and is corrected now");
    }

    private static string Given(string many, string what, string system) =>
        $"The file gives {many} another {what} than '{system}' gave before under the same references.";
}
