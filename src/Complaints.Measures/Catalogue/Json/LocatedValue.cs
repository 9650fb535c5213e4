using System.Text.Json;

namespace Complaints.Measures.Catalogue.Json;

/// <summary>A JSON value that knows where it stands, so that a refusal can name the line.</summary>
internal sealed class LocatedValue
{
    internal required JsonValueKind Kind { get; init; }

    /// <summary>Line in the file, from 1.</summary>
    internal required int Line { get; init; }

    /// <summary>Where in the document: <c>measures[3].numerator</c>.</summary>
    internal required string Path { get; init; }

    /// <summary>The text of a string or number.</summary>
    internal string Text { get; init; } = "";

    internal IReadOnlyList<LocatedValue> Items { get; init; } = [];

    internal IReadOnlyList<KeyValuePair<string, LocatedValue>> Properties { get; init; } = [];

    internal LocatedValue? Find(string name) => Properties.FirstOrDefault(property => property.Key == name).Value;
}
