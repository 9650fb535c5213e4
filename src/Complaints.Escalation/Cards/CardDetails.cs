using System.Text.Json;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Escalation.Cards;

/// <summary>
/// What only the landlord can say in a model card. A JSON file beside the models, <see cref="FileName"/>, with these names in snake_case;
/// what is left out stands in the card as not filled in.
/// </summary>
public sealed record CardDetails
{
    /// <summary>Name of the file in the registry's folder.</summary>
    public const string FileName = "card.json";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Metadata: the record's number, which the repository of records gives out.</summary>
    public string? RecordId { get; init; }

    /// <summary>Metadata: when the record was first published.</summary>
    public string? DatePublished { get; init; }

    /// <summary>Metadata: when it was updated.</summary>
    public string? DateUpdated { get; init; }

    /// <summary>1.3 URL of a page about the tool.</summary>
    public string? Website { get; init; }

    /// <summary>1.4 Contact email.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>2.1.1 Organisation.</summary>
    public string? Organisation { get; init; }

    /// <summary>2.1.2 Team.</summary>
    public string? Team { get; init; }

    /// <summary>2.1.3 Senior responsible owner, by role.</summary>
    public string? SeniorResponsibleOwner { get; init; }

    /// <summary>2.1.4 Whether an external supplier is involved.</summary>
    public string? ThirdParties { get; init; }

    /// <summary>2.1.4.1 The external supplier.</summary>
    public string? Supplier { get; init; }

    /// <summary>2.1.4.2 Its Companies House number.</summary>
    public string? CompaniesHouseNumber { get; init; }

    /// <summary>2.1.4.3 Its role.</summary>
    public string? SupplierRole { get; init; }

    /// <summary>2.1.4.4 Procurement procedure.</summary>
    public string? ProcurementProcedure { get; init; }

    /// <summary>2.1.4.5 Terms on which it has access to data.</summary>
    public string? DataAccessTerms { get; init; }

    /// <summary>2.3.5 Training that readers of the list have had.</summary>
    public string? RequiredTraining { get; init; }

    /// <summary>2.3.6 How a resident can object.</summary>
    public string? Appeals { get; init; }

    /// <summary>2.4.1 Phase: pilot, in use, retired.</summary>
    public string? Phase { get; init; }

    /// <summary>Where the source data are described to the public.</summary>
    public string? SourceDataUrl { get; init; }

    /// <summary>How and by whom the source data are collected.</summary>
    public string? DataCollection { get; init; }

    /// <summary>Who may see the data, and how long they are kept.</summary>
    public string? DataAccessAndStorage { get; init; }

    /// <summary>Data sharing agreements.</summary>
    public string? DataSharing { get; init; }

    /// <summary>2.5.1 Data protection and equality impact assessments, with their dates.</summary>
    public string? ImpactAssessments { get; init; }

    /// <summary>Reads a file; nothing is filled in when there is none.</summary>
    /// <exception cref="UserException">The file is no such file.</exception>
    public static CardDetails Read(string path)
    {
        RegularFile.Require(path);
        if (!File.Exists(path))
        {
            return new CardDetails();
        }

        try
        {
            return new FileInfo(path).Length <= Limits.CardBytes
                ? JsonSerializer.Deserialize<CardDetails>(RegularFile.ReadAllBytes(path, Limits.CardBytes), s_json)
                    ?? throw new JsonException("It is null.")
                : throw new JsonException($"It is larger than {Limits.CardBytes} bytes.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserException(
                $"The landlord's part of the model card cannot be read: {e.Message}",
                where: path,
                expected: "a JSON object with texts such as \"contact_email\", \"organisation\", \"senior_responsible_owner\", \"appeals\"",
                fix: "correct the file, or remove it to print the card without it",
                inner: e);
        }
    }
}
