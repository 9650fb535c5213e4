namespace Complaints.Domain;

/// <content>Limits of the files that a load reads.</content>
public static partial class Limits
{
    /// <summary>Bytes of one data file as it lies on disk: a decade of a large council's register is below 1 GiB.</summary>
    public const long FileBytes = 16L << 30;

    /// <summary>Bytes that a compressed text file may unpack to.</summary>
    public const long InflatedBytes = 16L << 30;

    /// <summary>
    /// Times a compressed file may grow when unpacked, once it is past <see cref="InflateGraceBytes"/>. Registers compress 5 to 40
    /// times; more than this is a file made to exhaust a machine.
    /// </summary>
    public const int InflateRatio = 200;

    /// <summary>Unpacked bytes below which the ratio is not looked at: small files of blanks compress extremely well.</summary>
    public const long InflateGraceBytes = 64L << 20;

    /// <summary>Bytes of all parts of a workbook together, unpacked.</summary>
    public const long WorkbookBytes = 2L << 30;

    /// <summary>Parts (zip entries) of a workbook.</summary>
    public const int WorkbookParts = 10_000;

    /// <summary>Unpacked bytes of a workbook's list of texts, which the reader holds in memory.</summary>
    public const long WorkbookSharedTextBytes = 512L << 20;

    /// <summary>
    /// Bytes of one text inside a workbook. Excel's own limit for a cell is 32,767 characters; this leaves room for escapes.
    /// </summary>
    public const int WorkbookTextBytes = 1 << 20;

    /// <summary>Cells from the first to the furthest of a sheet from which it is looked at how many of them are filled.</summary>
    public const long SheetGraceCells = 20_000_000;

    /// <summary>
    /// Cells of a large sheet of which at least one must be filled: reading takes time for each, and one cell far off makes a billion.
    /// </summary>
    public const int SheetSparseness = 1_000;

    /// <summary>Cells of a sheet that may hold errors or formulas never calculated; where they stand is held in memory.</summary>
    public const int SheetFailedCells = 1_000_000;

    /// <summary>Rows of a sheet (Excel's own limit).</summary>
    public const int SheetRows = 1_048_576;

    /// <summary>
    /// Rows of a sheet of the regulator's workbook, which is held in memory; the known ones have up to 408, and every English provider
    /// would be about 1,600.
    /// </summary>
    public const int RshRows = 20_000;

    /// <summary>Columns of a sheet of the regulator's workbook; the known ones have up to 214.</summary>
    public const int RshColumns = 1_000;

    /// <summary>Rows of one data file.</summary>
    public const long FileRows = 50_000_000;

    /// <summary>
    /// Rows of one row group of a Parquet file, whose columns are held in memory one beside the other. Writers make groups of 100,000 to a
    /// million rows.
    /// </summary>
    public const int ColumnarGroupRows = 8 << 20;

    /// <summary>Values of one row group, rows times columns: about 20 bytes each beside the texts themselves.</summary>
    public const long ColumnarGroupValues = 64L << 20;

    /// <summary>Bytes of the description at a Parquet file's end; some hundreds for each column of each row group.</summary>
    public const int ColumnarFooterBytes = 64 << 20;

    /// <summary>Characters of the rows that are handed on at a time, so that long texts make fewer rows.</summary>
    public const int ColumnarBatchCharacters = 16 << 20;

    /// <summary>Characters of a Parquet file below which their number is not compared with its size.</summary>
    public const int ColumnarGraceCharacters = 32 << 20;

    /// <summary>
    /// Times its size that the characters of a Parquet file may be. Columns of few values pack far better than text does, but every row has
    /// a reference of its own.
    /// </summary>
    public const int ColumnarRatio = 1_000;

    /// <summary>Bytes of one row group, unpacked.</summary>
    public const long ColumnarGroupBytes = 512L << 20;

    /// <summary>
    /// Days by which an extract's date may lie ahead: a year leaves room for a clock that is wrong and for samples of a running year.
    /// </summary>
    public const int ExtractAheadDays = 366;

    /// <summary>Columns of a data file. Registers have some dozens; the regulator's widest sheet has 214.</summary>
    public const int FileColumns = 2_000;

    /// <summary>Characters of one record of a text file, line breaks inside quotes included.</summary>
    public const int RecordCharacters = 1 << 20;

    /// <summary>Bytes without any line break after which a text file is refused.</summary>
    public const int LineBytes = 8 << 20;

    /// <summary>Characters of a column's name.</summary>
    public const int HeaderCharacters = 1_000;

    /// <summary>Header lines that together name a column.</summary>
    public const int HeaderRows = 5;

    /// <summary>Line of a file on which the header may begin at the latest.</summary>
    public const int HeaderRow = 1_000;

    /// <summary>Characters of a short text field, such as a reference or a name in a list.</summary>
    public const int TextCharacters = 400;

    /// <summary>Characters of a long text field, such as the evidence for an action.</summary>
    public const int NoteCharacters = 8_000;

    /// <summary>Characters of a band, which is a few words: longer ones tell of a person.</summary>
    public const int BandCharacters = 60;

    /// <summary>Different bands of a column: the census has 19 ethnic groups, and a column of more words is free text.</summary>
    public const int BandsOfColumn = 60;

    /// <summary>Characters of a row that quarantine keeps; the rest is cut off with a mark.</summary>
    public const int QuarantinedRowCharacters = 64_000;

    /// <summary>Rows of one file that may be held back. Nobody mends a million rows by hand: the mapping or the file is wrong.</summary>
    public const long QuarantinedRows = 1_000_000;

    /// <summary>Share of the rows read, in percent, that may be held back once <see cref="QuarantineGraceRows"/> rows were read.</summary>
    public const int QuarantinedPercent = 50;

    /// <summary>
    /// Rows below which the share is not looked at before the file's end: faults often come together, and the end tells more.
    /// </summary>
    public const long QuarantineGraceRows = 100_000;

    /// <summary>Rows of a file below which the share is not looked at at its end either: of a dozen rows each is quickly mended.</summary>
    public const long QuarantineLeastRows = 20;

    /// <summary>
    /// Share, in percent, of what a source gave before that a full file may withdraw. Cases are deleted
    /// by retention rules a month at a time; a fifth of them at once is an extract that was cut off.
    /// </summary>
    public const int WithdrawnPercent = 20;

    /// <summary>
    /// Facts that a full file may withdraw whatever their share: of four complaints one is more than a fifth, and no extract cut off.
    /// </summary>
    public const int WithdrawnAtLeast = 1;

    /// <summary>
    /// Share, in percent, of one reporting year of what a source gave that a full file may withdraw while they are fewer facts than
    /// <see cref="WithdrawnOfYearAtLeast"/>: a year that has just begun holds few, and two of five can be put right.
    /// </summary>
    public const int WithdrawnOfYearPercent = 50;

    /// <summary>Facts of one reporting year from which <see cref="WithdrawnPercent"/> holds for it as for any other part.</summary>
    public const int WithdrawnOfYearAtLeast = 20;

    /// <summary>
    /// Full extracts of a source among which one is looked for from which it shrank by more than <see cref="WithdrawnPercent"/>.
    /// </summary>
    public const int ShrinkLoads = 12;

    /// <summary>
    /// Share, in percent, of a file's rows that were known before and may change what no case changes by itself (its day of receipt,
    /// landlord, home or stock type, a status, answer or outcome that it had) under its reference, once <see cref="MovedFacts"/> do. Such
    /// things are corrected one by one; a fifth at once is a source that gave its references out anew, or a column that became another one.
    /// </summary>
    public const int MovedPercent = 20;

    /// <summary>Highest score that a survey may ask for: out of 5, 10 or 100.</summary>
    public const int SurveyScore = 100;

    /// <summary>Rows that change what no case changes by itself from which their share is looked at.</summary>
    public const int MovedFacts = 3;

    /// <summary>Homes that a register gives another landlord or stock type since ever, from which their share is looked at.</summary>
    public const int MovedHomes = 10;

    /// <summary>
    /// Share, in percent, of the complaints that a source had open up to which a file may refuse or withdraw them unasked. An open
    /// complaint is withdrawn now and then, and a file of what changed can hold those alone; most of all that are open are not.
    /// </summary>
    public const int OpenLeftPercent = 50;

    /// <summary>
    /// Share, in percent, of a file's rows that may be new and yet known from another source system, once
    /// <see cref="KnownElsewhereRows"/> are: two systems seldom give the same case the same reference and day by chance.
    /// </summary>
    public const int KnownElsewherePercent = 50;

    /// <summary>Rows of a file from which the share of those known from another source system is looked at.</summary>
    public const int KnownElsewhereRows = 10;

    /// <summary>
    /// New cases or contacts of a file from which they are refused where more than <see cref="KnownElsewherePercent"/> of them have the
    /// landlord and day of receipt of a known one, and references that differ from theirs by the same words all over.
    /// </summary>
    public const int RenamedRows = 5;

    /// <summary>New cases or contacts of a file from which a load tells of such references.</summary>
    public const int RenamedRowsTold = 3;

    /// <summary>Share, in percent, of the new cases or contacts over which a load tells of such references.</summary>
    public const int RenamedPercentTold = 20;

    /// <summary>New cases or contacts of a file that are compared with known ones: of more, as many tell what the others are.</summary>
    public const int RenamedRowsRead = 5_000;

    /// <summary>Pairs of a new and a known reference that are compared, of a file.</summary>
    public const int RenamedPairsRead = 1_000_000;

    /// <summary>Bytes of a mapping file or a load set's manifest.</summary>
    public const int MappingBytes = 1 << 20;

    /// <summary>Bytes of a file that holds a key or a hash, in a line of hexadecimal digits.</summary>
    public const int KeyFileBytes = 4096;

    /// <summary>Levels of nesting in a mapping file.</summary>
    public const int MappingDepth = 16;

    /// <summary>Codes in one code list of a mapping file.</summary>
    public const int MappingCodes = 10_000;

    /// <summary>Files in one load set.</summary>
    public const int LoadSetFiles = 200;

    /// <summary>Suggestions kept for a row whose landlord could not be told.</summary>
    public const int WorklistSuggestions = 5;

    /// <summary>
    /// The confidence, 0 to 1, from which a review file names the home that is suggested; below it a person fills it in.
    /// </summary>
    public const decimal WorklistPrefill = 0.8m;

    /// <summary>Characters of an address that is compared; the quarantine keeps as many of a value.</summary>
    public const int AddressCharacters = 200;

    /// <summary>Lines of a reviewed file without effect that a load names one by one; it counts the others.</summary>
    public const int ReviewedLinesShown = 50;

    /// <summary>References of residents that a load compares with each other: some 40 MB for each system that gives them out.</summary>
    public const int ComparedResidents = 1_000_000;

    /// <summary>
    /// Pseudonyms of residents that a load remembers for each file, which spares most of the keyed hashes: some 30 MB.
    /// </summary>
    public const int RememberedPseudonyms = 200_000;
}
