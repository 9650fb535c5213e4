namespace Complaints.Domain;

/// <summary>
/// Every limit of the product, with its unit and the reason for its value. Nothing here is tunable at run time: an input that
/// needs more is refused with the limit's name, and the number is changed here, once, after thought.
/// </summary>
public static partial class Limits
{
    /// <summary>
    /// Digits of a UPRN. "Type: Integer, Size: 12" (OS Open UPRN; docs/domain.md §6.2).
    /// </summary>
    public const int UprnDigits = 12;

    /// <summary>
    /// Characters of a cell that are looked at as a UPRN. A UPRN with separators and a label fits many times over; longer text
    /// is a note in the wrong column.
    /// </summary>
    public const int UprnTextLength = 64;

    /// <summary>
    /// Characters of a landlord's code. The regulator's longest is 6 ("LH3827"); twice that leaves room for a new scheme.
    /// </summary>
    public const int LandlordCodeLength = 12;

    /// <summary>
    /// Characters of a tenure code. The housing systems seen hold <c>char(3)</c> (docs/domain.md §6.3); spreadsheets write words.
    /// </summary>
    public const int TenureCodeLength = 40;

    /// <summary>
    /// Codes in one tenure map. A landlord has some dozens; more than this is a mapping of the wrong column.
    /// </summary>
    public const int TenureCodes = 1_000;

    /// <summary>
    /// First start year of a reporting year that is understood. Computerised complaint registers do not go further back.
    /// </summary>
    public const int FirstReportingYear = 2000;

    /// <summary>
    /// Last start year of a reporting year that is understood: two-digit end years stay unambiguous up to here.
    /// </summary>
    public const int LastReportingYear = 2098;

    /// <summary>
    /// Decimal places a figure may be rounded to, and those kept where a ratio is handed on as one decimal number. Twelve are
    /// more than any measure prints and leave 16 digits before the point in a <see cref="decimal"/>.
    /// </summary>
    public const int DecimalPlaces = 12;

    /// <summary>In how many records a value is asked to stand at most, where a measure counts those that stand in several.</summary>
    public const int RepeatedTimes = 1000;

    /// <summary>Bytes of a measure catalogue file. The two shipped ones have 110 KiB; ten times that is no catalogue.</summary>
    public const int CatalogueBytes = 1024 * 1024;

    /// <summary>Measures of one query, about as many as the catalogue has; more is several questions.</summary>
    public const int MeasuresPerQuery = 128;

    /// <summary>Dimensions that one query groups by. More than a few make groups of single complaints.</summary>
    public const int DimensionsPerQuery = 8;

    /// <summary>
    /// Complaints from which on a number is shown to those who see no cases: fewer tell of few people. Five is the usual threshold of
    /// official statistics on people.
    /// </summary>
    public const int SmallNumbers = 5;

    /// <summary>
    /// Ways in which figures are told apart at a time for those who see no small numbers: three of them can be worked out from tables of
    /// two.
    /// </summary>
    public const int DisclosureAxes = 2;

    /// <summary>Other spans of days with which the figures of a query are compared: four comparisons of each of twelve months.</summary>
    public const int ComparisonWindows = 48;

    /// <summary>Cells among which is chosen what to hide, held in memory: 400 landlords with 12 months and 12 years fit tenfold.</summary>
    public const int DisclosureCells = 600_000;

    /// <summary>Filters of one query: each dimension twice.</summary>
    public const int FiltersPerQuery = 16;

    /// <summary>Values of all filters of one query: every landlord of the regulator's list and more.</summary>
    public const int FilterValuesPerQuery = 1_000;

    /// <summary>
    /// Rows (groups) of one answer: 400 landlords × 3 stock types × 12 months × 6 years fit. An answer is held in memory as a whole.
    /// </summary>
    public const int FigureRows = 100_000;

    /// <summary>
    /// Cases of one list. The sector's largest landlord answers some ten thousand a year; a list is sent as it is read and never held as a
    /// whole.
    /// </summary>
    public const int CasesListed = 1_000_000;

    /// <summary>Cases that are sent together: some 100 KiB, so that the first are seen while the last are read.</summary>
    public const int CasesPerMessage = 500;

    /// <summary>Figures that are explained at a time: two years of months, or one figure of each of so many landlords.</summary>
    public const int ExplanationsPerQuery = 24;

    /// <summary>Cases that stand in an explanation: a page of them; the list has the others.</summary>
    public const int CasesExplained = 20;

    /// <summary>
    /// Stages of which the changes by a load are shown: a screen or two; the others are counted, and can be asked for by case.
    /// </summary>
    public const int ChangesShown = 50;

    /// <summary>Working days that a list of what is due looks ahead: a year of them.</summary>
    public const int DueWithinDays = 260;

    /// <summary>Landlords over which a comparator is taken: the register of providers has under 1,700.</summary>
    public const int ComparatorLandlords = 10_000;

    /// <summary>Seconds that the service works on one query when the client sets no deadline.</summary>
    public const int QuerySeconds = 60;

    /// <summary>
    /// Seconds that running queries may take to finish when the service stops. What starts services kills them after thirty, as a rule.
    /// </summary>
    public const int StopSeconds = 25;

    /// <summary>
    /// Closure days that a landlord may add to the working calendar, over its whole range (17 years of 12 privilege days).
    /// </summary>
    public const int ClosureDays = 204;

    /// <summary>
    /// Rows of a table given to the risk bench, which holds it in memory: five million of thirty columns are about a gigabyte.
    /// </summary>
    public const int BenchRows = 5_000_000;

    /// <summary>
    /// Columns of a table given to the risk bench. The widest public case tables have some hundreds.
    /// </summary>
    public const int BenchColumns = 2_000;

    /// <summary>
    /// Malformed rows, in percent, beyond which the risk bench refuses a table; fewer are left out and counted.
    /// </summary>
    public const int BenchMalformedPercent = 20;

    /// <summary>
    /// Memory, in MiB, of the engine that answers queries of one published generation; beyond it spills to disk. A load beside it,
    /// the host and the operating system fit into 8 GiB.
    /// </summary>
    public const int EngineReadMemoryMebibytes = 2_048;

    /// <summary>Memory, in MiB, of the engine of a load; beyond it spills to the warehouse's staging folder.</summary>
    public const int EngineLoadMemoryMebibytes = 4_096;

    /// <summary>Threads of one engine, at most; fewer where the machine has fewer cores.</summary>
    public const int EngineThreads = 8;

    /// <summary>Snapshots that may be open at a time in one process. A client that needs more forgets to close them.</summary>
    public const int OpenSnapshots = 256;

    /// <summary>Loads as known after which figures were asked for, of which the days of their sources are remembered.</summary>
    public const int RememberedLoads = 64;

    /// <summary>Days for which a source may promise to be fresh, at most: a year.</summary>
    public const int FreshForDays = 366;

    /// <summary>Queries that run at a time on one generation; more wait for their turn.</summary>
    public const int QueriesAtOnce = 16;

    /// <summary>Seconds a query may run in the engine. Grouped figures over tens of millions of stages take a few.</summary>
    public const int EngineQuerySeconds = 120;

    /// <summary>Generations that stay on disk: the published one, and the one before it for readers that are about to open it.</summary>
    public const int KeptGenerations = 2;

    /// <summary>
    /// Columns that single categories may become for a tree learner, the most frequent first; a node's feature number has 16 bits.
    /// </summary>
    public const int OneHotColumns = 4_096;

    /// <summary>
    /// Cells of those columns over all rows, four bytes each: 800 MB.
    /// </summary>
    public const long OneHotCells = 200_000_000;

    /// <summary>A resident in more complaints than this, of more than <see cref="HomesOfAResident"/> homes, is told at the load.</summary>
    public const int CasesOfAResident = 25;

    /// <summary>See <see cref="CasesOfAResident"/>.</summary>
    public const int HomesOfAResident = 5;
}
