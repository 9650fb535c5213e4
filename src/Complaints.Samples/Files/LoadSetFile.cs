using System.Text.Json;
using Complaints.Etl.Mapping;

namespace Complaints.Samples.Files;

/// <summary>A file of a load set with the mapping that reads it.</summary>
internal sealed record LoadSetFile(string File, string Mapping, string MappingText);
