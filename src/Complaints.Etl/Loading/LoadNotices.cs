using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Etl.Assign;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>What the counts of a file alone do not tell a person who is about to use its figures.</summary>
internal static class LoadNotices
{
    /// <summary>What a dry run would be refused for.</summary>
    internal static string Of(UserException refusal) => $"This load would be refused. {refusal.What} To do: {refusal.Fix}.";

    /// <summary>What became of a person's decisions; the first lines without effect one by one.</summary>
    internal static IEnumerable<string> Of(ReviewOutcome? review)
    {
        if (review is null)
        {
            yield break;
        }

        yield return FormattableString.Invariant(
            $"{review.FileName}: {review.Used:N0} lines used, {review.Undecided:N0} undecided, {review.NotUsed.Count:N0} without effect in this load.");
        IEnumerable<string> lines = review.NotUsed
            .Select(line => FormattableString.Invariant($"{review.FileName}:{line.Line} '{line.Identifier}': {line.Why}."))
            .Concat(review.UsedInPart.Select(line => FormattableString.Invariant($"{review.FileName}:{line.Line} '{line.Identifier}': used, but not by {line.Why}.")));
        foreach (string line in lines.Take(Limits.ReviewedLinesShown))
        {
            yield return line;
        }
    }

    /// <summary>What a load puts in doubt: a register alone counts no row held back, and yet figures are no longer complete.</summary>
    internal static IEnumerable<string> Of(IReadOnlyDictionary<string, long> stagesInDoubt) =>
        stagesInDoubt.Select(doubt => FormattableString.Invariant(
            $"{doubt.Value:N0} complaint stages of '{doubt.Key}' lean on homes that this load restated: whose they are is in doubt, and figures that could count them are incomplete until the extract of '{doubt.Key}' is loaded again."));

    internal static IEnumerable<string> Of(FileOutcome file)
    {
        if (file.RowsLeftOut.Count > 0)
        {
            yield return FormattableString.Invariant($"{file.FileName}: {file.RowsLeftOut.Values.Sum():N0} rows left out by the mapping's 'rows': ")
                + string.Join(
                    "; ",
                    file.RowsLeftOut.Take(Limits.ReviewedLinesShown).Select(
                        left => FormattableString.Invariant($"{left.Key} ({left.Value:N0})"))) + ".";
        }

        if (file.CorrectedLines.TryGetValue(RuleCatalogue.PublishedContradiction.Id, out IReadOnlyList<long>? printed))
        {
            yield return FormattableString.Invariant($"{file.FileName}: {printed.Count:N0} published figures contradict themselves: the value as printed is not what the numerator and denominator give (line ")
                + string.Join(", ", printed.Take(Limits.ReviewedLinesShown)) + ").";
        }

        if (file.RowsStanding > 0)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: {file.RowsStanding:N0} of the rows held back were mended after an earlier load; what was mended stands. Mend them at their source too.");
        }

        if (file.Shrunk is ShrunkSource shrunk)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: the full extracts of its source became smaller bit by bit: {shrunk.Told()} rows. Each withdrew too little to be refused; check that none of them was cut off.");
        }

        if (file.SharedUprns is SharedUprns shared)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: {shared.Homes:N0} homes share a UPRN with another home of the register, the first {shared.First}. A UPRN that several homes share tells no home, only their landlord where it is one; give each home its own.");
        }

        if (file.RowsOnlyAlike > 0)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: the references of {file.RowsOnlyAlike:N0} rows differ from another of the same day only by capitals, separators or zeros. They are loaded: others like them have different days, so the source uses such references for different cases.");
        }

        if (file.DateLikeColumn is string column)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: all references in '{column}' read like dates. They are loaded, as none of the source shows another form; if a spreadsheet made dates of them (1 May of 1-5), format the column as text at the source and load it again.");
        }

        if (file.CorrectedByRule.TryGetValue(RuleCatalogue.NoResident.Id, out long nobody) && nobody > 0)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: {nobody:N0} rows name no resident: a word for nothing, such as 'Unknown', stands in the place of the reference. They belong to no household.");
        }

        if (file.ResidentsAlike > 0)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: {file.ResidentsAlike:N0} references of residents differ from another only by leading zeros, capitals, blanks or separators. Figures count them as residents of their own; if they are the same, write them the same at the source and load it again.");
        }

        if (file.SharedResidents is SharedResidents residents)
        {
            string homes = residents.Homes == 0
                ? "whose homes are not known"
                : FormattableString.Invariant($"of {residents.Homes:N0} homes");
            yield return FormattableString.Invariant(
                $"{file.FileName}: {residents.Residents:N0} residents of its source stand in more complaints and homes than one household has: the first in {residents.Cases:N0} complaints {homes}, among them '{residents.FirstCase}'. What is said of households counts them as one; if the reference means nobody, add it to 'nulls' in the mapping.");
        }

        if (file.OtherSource is string other)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: {file.StagesKnownElsewhere:N0} complaint stages of its source system are given by '{other}' too (the same landlord, reference, stage and day of receipt); figures count them twice if they are the same complaints.");
        }

        if (file.Renamed is RenamedReferences renamed)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: {renamed.Rows:N0} of {renamed.New:N0} new references {renamed.Told()}, and are of the same landlord and day; figures count them twice if they are the same.");
        }

        if (file.RowsWithoutKey > 0 && file.Plan.Withdrawn > 0)
        {
            yield return FormattableString.Invariant(
                $"{file.FileName}: rows held back whose key could not be read: {file.RowsWithoutKey:N0}. Of the facts withdrawn ({file.Plan.Withdrawn:N0}), some may be theirs; figures are incomplete until the rows are mended.");
        }
    }
}
