namespace Complaints.Domain;

/// <content>Limits of serving risk lists.</content>
public static partial class Limits
{
    /// <summary>
    /// Cases of one risk list. Nobody calls a thousand residents in a week; who wants all cases reads <c>fact_escalation_score</c>.
    /// </summary>
    public const int RiskListEntries = 1_000;

    /// <summary>
    /// Calendar days by which a source's newest extract may end before the day of a risk list. Monthly extracts fit; an older one would put
    /// cases on the list as they were long ago.
    /// </summary>
    public const int SourceLagDays = 31;

    /// <summary>
    /// Cases of a scored day that a service keeps in memory between two explanations: about 200 MiB. A larger history is scored again each
    /// time.
    /// </summary>
    public const int KeptRiskCases = 200_000;

    /// <summary>Characters of a case reference in a request. The longest references seen have some thirty.</summary>
    public const int CaseReferenceLength = 200;

    /// <summary>Characters of a note with feedback: a sentence or two. Longer text belongs into the case.</summary>
    public const int FeedbackNoteLength = 500;

    /// <summary>Records of feedback in one answer. The file itself beside the models has them all.</summary>
    public const int FeedbackEntries = 1_000;

    /// <summary>Bytes of the feedback file: a hundred thousand entries. Then it is put aside and begun anew.</summary>
    public const long FeedbackBytes = 64L * 1024 * 1024;

    /// <summary>
    /// Bytes of the record of who read the risk list: some two hundred thousand readings. Then it is put aside and begun anew.
    /// </summary>
    public const long AccessBytes = 64L * 1024 * 1024;

    /// <summary>
    /// Full records of readings beside the one in use: years of a service that is read all day. None is ever deleted; with more, nothing is
    /// given out until somebody has moved them to where evidence is kept.
    /// </summary>
    public const int AccessFiles = 64;

    /// <summary>Seconds that an answer waits for its line in a file that another program keeps, before it is refused.</summary>
    public const int LineSeconds = 5;

    /// <summary>Lines that wait for their file; what asks for another one is refused.</summary>
    public const int WaitingLines = 1_024;
}
