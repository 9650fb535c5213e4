using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform.Rules;

/// <summary>A rule of Conform: either it holds a row back, or it corrects the row and says so.</summary>
/// <param name="Id">Stable id in kebab case; stored with every quarantined row.</param>
/// <param name="Corrects">True: the row loads and the correction is counted. False: the row goes to quarantine.</param>
/// <param name="Summary">What the rule is about, in a sentence.</param>
public sealed record ConformRule(string Id, bool Corrects, string Summary)
{
    /// <summary>Its place in the catalogue: of several faults of a row, the first in this order names the quarantine entry.</summary>
    internal int Order { get; init; }

    /// <summary>Whether a day of the row is what is wrong: then its day does not tell its period.</summary>
    internal bool DoubtsDay { get; init; }
}

/// <summary>All rules of Conform, in the order in which they decide.</summary>
/// <remarks>
/// Copies come first, so that of two identical faulty rows one is a fault and the other a copy. What makes a row unreadable comes before
/// what makes a value wrong, and that before what makes values contradict each other or the warehouse.
/// </remarks>
public static class RuleCatalogue
{
    private static readonly List<ConformRule> s_all = [];

    internal static readonly ConformRule DuplicateRow = Quarantine(
        "duplicate-row", "The row is an exact copy of an earlier row of the file.");
    internal static readonly ConformRule StrayQuote = Quarantine("stray-quote", "A quotation mark does not close where a cell ends.");
    internal static readonly ConformRule RepeatedHeader = Quarantine("repeated-header", "The columns' names stand among the rows.");
    internal static readonly ConformRule TotalRow = Quarantine("total-row", "The row is a total of the rows above it.");
    internal static readonly ConformRule ReportFooter = Quarantine("report-footer", "The row is a line of the report below its last row.");
    internal static readonly ConformRule MergedCells = Quarantine("merged-cells", "A cell is merged with the one above it: what it says stands only there.");
    internal static readonly ConformRule ErrorCell = Quarantine("error-cell", "A cell holds a spreadsheet's error, or a formula that was never calculated.");
    internal static readonly ConformRule TooManyCells = Quarantine("too-many-cells", "The row has more cells than the header.");
    internal static readonly ConformRule MissingCells = Quarantine("missing-cells", "The row has fewer cells than the header.");
    internal static readonly ConformRule Mojibake = Quarantine("mojibake", "Characters were lost by a wrong encoding and cannot be brought back.");
    internal static readonly ConformRule WithheldCell = Quarantine("withheld-cell", "The quarantine did not keep this cell, and it was not filled in again.");
    internal static readonly ConformRule TooLong = Quarantine("too-long", "A text is longer than its field.");
    internal static readonly ConformRule MissingKey = Quarantine("missing-key", "A field that identifies the row is empty.");
    internal static readonly ConformRule InvisibleCharacter = Quarantine(
        "invisible-character", "A reference holds a character that nobody sees.");
    internal static readonly ConformRule RoundedReference = Quarantine("rounded-reference", "A spreadsheet made a number or a date of the reference; a part of it may be lost.");
    internal static readonly ConformRule UnknownStage = Quarantine("unknown-stage", "The stage is neither 1 nor 2.");
    internal static readonly ConformRule UprnScientific = Quarantine("uprn-scientific", "A spreadsheet rounded the UPRN to a float; its digits are lost.");
    internal static readonly ConformRule BadUprn = Quarantine("bad-uprn", "The UPRN is none, and nothing else identifies the home. Where something does, the UPRN is left out and counted.");
    internal static readonly ConformRule MissingReceivedDate = Quarantine("missing-received-date", "The day of receipt is empty.");
    internal static readonly ConformRule AmbiguousDate = Quarantine("ambiguous-date", "A date is impossible in the mapping's order of day and month and possible in the other.");
    internal static readonly ConformRule BadDate = Quarantine("bad-date", "A date cannot be read, or is outside the years covered.");
    internal static readonly ConformRule NotYearEnd = Quarantine("not-year-end", "Homes are counted on a day that does not end a reporting year.", doubtsDay: true);
    internal static readonly ConformRule UnknownCode = Quarantine("unknown-code", "A code is not in its list.");
    internal static readonly ConformRule UnknownTenure = Quarantine("unknown-tenure", "The tenure has no stock type.");
    internal static readonly ConformRule BadNumber = Quarantine("bad-number", "A number cannot be read.");
    internal static readonly ConformRule BadAmount = Quarantine("bad-amount", "An amount of money is none of pounds and whole pence, is negative, or is 0 where it is what is paid.");
    internal static readonly ConformRule BadBand = Quarantine("bad-band", "What is said of a resident is no band: it is a day, a number, or free text.");
    internal static readonly ConformRule NoDay = Quarantine("missing-day", "A record has none of the days by which it could be counted.");
    internal static readonly ConformRule ImpossibleFigure = Quarantine("impossible-figure", "A published figure cannot be: a negative count, a part greater than its whole, or a share of more than 100 %.");
    internal static readonly ConformRule DuplicateCase = Quarantine("duplicate-case", "Rows of the file share a key and differ: which one is right cannot be told.");
    internal static readonly ConformRule OtherSource = Quarantine("other-source", "Another source says something else of the same landlord, homes or published figure.");
    internal static readonly ConformRule SimilarReference = Quarantine("similar-reference", "The reference differs from another by leading zeros, an exponent, blanks, the form of a hyphen or letters of another alphabet alone, or on one day by capitals and separators: it may be one record under two references.");
    internal static readonly ConformRule ImpossibleDateOrder = Quarantine(
        "impossible-date-order", "Something happened before the complaint was received.", doubtsDay: true);
    internal static readonly ConformRule Stage2BeforeStage1 = Quarantine(
        "stage2-before-stage1", "Stage 2 was received before stage 1, or a stage 1 is restated to a day after its stage 2.", doubtsDay: true);
    internal static readonly ConformRule FutureDate = Quarantine(
        "future-date", "Something happened after the extract was made.", doubtsDay: true);
    internal static readonly ConformRule StatusAgainstOutcome = Quarantine("status-against-outcome", "The status and the outcome contradict each other: which of them is right cannot be told.");
    internal static readonly ConformRule Stage2WithoutStage1 = Quarantine("stage2-without-stage1", "A stage 2 has no stage 1.");
    internal static readonly ConformRule UnknownLandlord = Quarantine(
        "unknown-landlord", "The landlord's code is not among the landlords loaded.");
    internal static readonly ConformRule LandlordAmbiguous = Quarantine(
        "landlord-ambiguous", "The home could belong to several landlords, or be of several stock types.");
    internal static readonly ConformRule LandlordUnmatched = Quarantine("landlord-unmatched", "No home has this identifier on that day.");
    internal static readonly ConformRule LandlordName = Quarantine("landlord-name", "The landlord's name fits none of the landlords loaded, or several, or one of them only in doubt.");
    internal static readonly ConformRule HomeRestated = Quarantine("home-restated", "The home was restated after the complaint was loaded: whose the complaint is must be told anew, by loading its extract again.");

    internal static readonly ConformRule LeftOut = Correction("left-out", "The row is of the report, not of its records, and the mapping leaves such rows out.");
    internal static readonly ConformRule TrimPadding = Correction("trim-padding", "Blanks around a text were dropped.");
    internal static readonly ConformRule NormaliseIdentifier = Correction("normalise-identifier", "An identifier matched without case, blanks, punctuation and leading zeros.");
    internal static readonly ConformRule MatchByUprn = Correction("match-by-uprn", "The home was found by its UPRN because its identifier matched none.");
    internal static readonly ConformRule RepairMojibake = Correction(
        "repair-mojibake", "UTF-8 that was read as Windows-1252 was put right.");
    internal static readonly ConformRule NullWord = Correction("null-word", "A word of the mapping's list was taken as nothing.");
    internal static readonly ConformRule NoResident = Correction("no-resident", "A word for nothing stood in the place of a resident's reference; the row has no resident.");
    internal static readonly ConformRule StripUprn = Correction("strip-uprn", "Leading zeros, blanks or a label were dropped from a UPRN.");
    internal static readonly ConformRule ExcelSerialDate = Correction(
        "excel-serial-date", "A spreadsheet's day number was read as a date.");
    internal static readonly ConformRule AmendedDay = Correction("amended-day", "The cell of a decision's day names the day of its amendment too: both are kept.");
    internal static readonly ConformRule NameNormalised = Correction("name-normalised", "The landlord was found by its name but for case, punctuation, Ltd or Limited, and or &, The, HA or Housing Association.");
    internal static readonly ConformRule NameOfCouncil = Correction("name-of-council", "A council was found by its place, whatever its name says of city, borough or district.");
    internal static readonly ConformRule NameShortened = Correction("name-shortened", "The landlord was found by its name with or without Group or Housing Association at its end.");
    internal static readonly ConformRule EarlierName = Correction("earlier-name", "The landlord was found by a name that it has on other days.");
    internal static readonly ConformRule StripInvisible = Correction("strip-invisible", "Characters that nobody sees were dropped, and unusual blanks read as blanks.");
    internal static readonly ConformRule PublishedContradiction = Correction("published-contradiction", "A value as printed is not what its numerator and denominator give; the figure is kept as it was published.");
    internal static readonly ConformRule RestatedRow = Correction("restated-row", "The row changes what an earlier load said.");

    /// <summary>All rules in their order.</summary>
    public static IReadOnlyList<ConformRule> All => s_all;

    /// <summary>The rule for a row that stands wrong in its file.</summary>
    internal static ConformRule Of(FlawKind flaw) => flaw switch
    {
        FlawKind.Quotes => StrayQuote,
        FlawKind.RepeatedHeader => RepeatedHeader,
        FlawKind.Total => TotalRow,
        FlawKind.Footer => ReportFooter,
        _ => MergedCells,
    };

    /// <summary>The rule with an id, or null.</summary>
    public static ConformRule? Find(string id) => s_all.Find(rule => rule.Id == id);

    private static ConformRule Quarantine(string id, string summary, bool doubtsDay = false) =>
        Add(new ConformRule(id, Corrects: false, summary) { DoubtsDay = doubtsDay });

    private static ConformRule Correction(string id, string summary) => Add(new ConformRule(id, Corrects: true, summary));

    private static ConformRule Add(ConformRule rule)
    {
        ConformRule placed = rule with { Order = s_all.Count };
        s_all.Add(placed);
        return placed;
    }
}
