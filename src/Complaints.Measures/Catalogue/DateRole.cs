namespace Complaints.Measures.Catalogue;

/// <summary>Which of a row's dates puts it into a period. Each fact has some of them.</summary>
public enum DateRole
{
    /// <summary>
    /// The day a complaint was made at that stage (<c>received_on</c>): the regulator's population (docs/domain.md §2.4). The day a promise
    /// was made.
    /// </summary>
    Made = 1,

    /// <summary>The day of the full response (<c>responded_on</c>), or of the answer to a contact.</summary>
    Responded = 2,

    /// <summary>The day a contact was received.</summary>
    Received = 3,

    /// <summary>The day an action or an order was due.</summary>
    Due = 4,

    /// <summary>The day an action was done.</summary>
    Done = 5,

    /// <summary>The day compensation was offered.</summary>
    Offered = 6,

    /// <summary>The day compensation was paid.</summary>
    Paid = 7,

    /// <summary>The day of the Ombudsman's determination.</summary>
    Determined = 8,

    /// <summary>The day an order was complied with.</summary>
    Complied = 9,

    /// <summary>The day a survey was sent.</summary>
    Sent = 10,

    /// <summary>The day a survey was answered.</summary>
    Answered = 11,

    /// <summary>The end of the reporting year, at which customers are counted.</summary>
    Counted = 12,
}
