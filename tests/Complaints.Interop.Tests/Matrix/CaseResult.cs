using System.Text.Json.Serialization;

namespace Complaints.Interop.Tests.Matrix;

/// <summary>One line of a client's report.</summary>
public sealed record CaseResult(
    [property: JsonPropertyName("case")] string Name,
    [property: JsonPropertyName("ok")] bool Ok,
    [property: JsonPropertyName("detail")] string Detail);
